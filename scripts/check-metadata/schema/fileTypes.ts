/** The metadata type of a file by the ending of its name, for every kind of file that the package holds. */
const TYPE_BY_ENDING: Readonly<Record<string, string>> = {
  app: 'CustomApplication',
  compactLayout: 'CompactLayout',
  customPermission: 'CustomPermission',
  dashboard: 'Dashboard',
  dashboardFolder: 'DashboardFolder',
  email: 'EmailTemplate',
  emailFolder: 'EmailFolder',
  field: 'CustomField',
  fieldTranslation: 'CustomFieldTranslation',
  flexipage: 'FlexiPage',
  flow: 'Flow',
  globalValueSetTranslation: 'GlobalValueSetTranslation',
  js: 'LightningComponentBundle',
  labels: 'CustomLabels',
  layout: 'Layout',
  listView: 'ListView',
  md: 'CustomMetadata',
  notiftype: 'CustomNotificationType',
  object: 'CustomObject',
  objectTranslation: 'CustomObjectTranslation',
  permissionset: 'PermissionSet',
  quickAction: 'QuickAction',
  report: 'Report',
  reportFolder: 'ReportFolder',
  reportType: 'ReportType',
  tab: 'CustomTab',
  translation: 'Translations',
  validationRule: 'ValidationRule',
  workflow: 'Workflow',
};

/** The metadata type that a file must hold, or undefined for an ending that the package does not use yet. */
export function metadataTypeOf(path: string): string | undefined {
  const ending = /\.([A-Za-z]+)-meta\.xml$/u.exec(path)?.[1];
  return ending === undefined ? undefined : TYPE_BY_ENDING[ending];
}

/** Members that hold XML of their own, which the declarations call a string. */
export const FREE_FORM: ReadonlySet<string> = new Set(['LightningComponentBundle.targetConfigs']);
