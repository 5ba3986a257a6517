/** Regions of the page templates that the shell can lay out. */
export const templateRegions: Readonly<Record<string, readonly string[]>> = {
  'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
  'flexipage:recordHomeLeftSidebarTemplateDesktop': ['header', 'sidebar', 'main'],
  'flexipage:recordHomeWithSubheaderTemplateDesktop': ['header', 'subheader', 'main', 'sidebar'],
  'flexipage:recordHomeSingleColTemplateDesktop': ['header', 'main'],
  'flexipage:recordHomeSingleColNoHeaderTemplateDesktop': ['main'],
  'flexipage:recordHomeTwoColEqualHeaderTemplateDesktop': ['header', 'leftcol', 'rightcol'],
  'flexipage:recordHomeThreeColTemplateDesktop': ['header', 'leftsidebar', 'main', 'rightsidebar'],
  'flexipage:defaultAppHomeTemplate': ['main'],
  'flexipage:appHomeTemplateTwoColumns': ['region1', 'region2'],
  'flexipage:appHomeTemplateThreeColumns': ['region1', 'region2', 'region3'],
  'flexipage:appHomeTemplateHeaderTwoColumns': ['region1', 'region2', 'region3'],
  'home:desktopTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
};
