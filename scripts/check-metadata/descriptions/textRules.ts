/** How long a text may be on the platform, by element, where it is shorter than the platform's general 1,000 characters. */
export const LONGEST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  CustomApplication: { description: 255, label: 40 },
  CustomField: { description: 1000, inlineHelpText: 510, label: 40 },
  CustomLabel: { shortDescription: 80, value: 1000 },
  CustomObject: { description: 1000, label: 40, pluralLabel: 40 },
  Dashboard: { description: 255, title: 80 },
  // The platform's limit for a flow is not documented; other metadata of this age takes 255.
  Flow: { description: 255, label: 80 },
  FlexiPage: { masterLabel: 80 },
  ListView: { label: 40 },
  PermissionSet: { description: 255, label: 80 },
  // Object reference, Report: 40 and 255 characters.
  Report: { description: 255, name: 40 },
  ReportType: { description: 1000, label: 50 },
  ValidationRule: { description: 255, errorMessage: 255 },
};

/** Texts that an element must have, by metadata type. Fields and the parts of a flow have rules of their own. */
export const NEEDED: Readonly<Record<string, readonly string[]>> = {
  CustomApplication: ['description'],
  CustomField: ['description', 'label'],
  CustomLabel: ['shortDescription', 'value'],
  CustomObject: ['description', 'label', 'pluralLabel'],
  CustomTab: ['description'],
  Dashboard: ['description', 'title'],
  FlexiPage: ['description', 'masterLabel'],
  Flow: ['description', 'label'],
  LightningComponentBundle: ['description'],
  PermissionSet: ['description', 'label'],
  Report: ['description', 'name'],
  ReportType: ['description', 'label'],
  ValidationRule: ['description', 'errorMessage'],
};

/** Kinds of field in which nobody types. */
export const NOT_TYPED: ReadonlySet<string> = new Set(['AutoNumber', 'Summary']);

/** Parts of a flow that are resources: they have a description and no label. */
export const FLOW_RESOURCES: ReadonlySet<string> = new Set([
  'choices',
  'constants',
  'dynamicChoiceSets',
  'formulas',
  'stages',
  'textTemplates',
  'variables',
]);
