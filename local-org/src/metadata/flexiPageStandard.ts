import type { ComponentRules } from './flexiPageComponents.ts';

/** The standard components that the shell draws. `showActionBar` and the like are settings of buttons it does not have. */
export const standardComponents: Readonly<Record<string, ComponentRules>> = {
  'force:highlightsPanel': {
    properties: [
      'collapsed',
      'enableActionsConfiguration',
      'enableActionsInNative',
      'hideChatterActions',
      'numVisibleActions',
      'actionNames',
    ],
  },
  'force:detailPanel': { properties: [] },
  // How many rows and which look a list has.
  'force:relatedListContainer': { properties: ['relatedListComponentOverride', 'rowsToDisplay', 'showActionBar'] },
  'force:relatedListSingleContainer': {
    properties: ['parentFieldApiName', 'relatedListApiName', 'relatedListComponentOverride', 'rowsToDisplay', 'showActionBar'],
    required: ['relatedListApiName'],
  },
  'flexipage:tabset': { properties: ['tabs', 'label'], required: ['tabs'], facet: 'tabs' },
  'flexipage:tab': { properties: ['active', 'body', 'title'], required: ['body', 'title'], facet: 'body' },
  'flexipage:richText': { properties: ['richTextValue', 'decorate'], required: ['richTextValue'] },
  'runtime_sales_activities:activityPanel': { properties: ['showLegacyActivityComposer'] },
};
