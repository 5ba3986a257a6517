/** Where components of a type lie in source format, and what their ids begin with. */
interface ComponentType {
  /** Folder of the package; for parts of objects, the folder below the object's. */
  readonly folder: string;
  /** Between name and `-meta.xml`. */
  readonly suffix: string;
  /** First three characters of the ids, as on the platform where it has one. */
  readonly idPrefix: string;
  /** Whether the type's components belong to an object: `Account.Segment__c`. */
  readonly ofObject?: true;
  /** Whether each component has a folder of its own, named like it. */
  readonly bundle?: true;
}

const types: Readonly<Record<string, ComponentType>> = {
  ApexClass: { folder: 'classes', suffix: 'cls', idPrefix: '01p' },
  ApexComponent: { folder: 'components', suffix: 'component', idPrefix: '099' },
  ApexPage: { folder: 'pages', suffix: 'page', idPrefix: '066' },
  ApexTrigger: { folder: 'triggers', suffix: 'trigger', idPrefix: '01q' },
  AuraDefinitionBundle: { folder: 'aura', suffix: 'cmp', idPrefix: '0Ab', bundle: true },
  BusinessProcess: { folder: 'businessProcesses', suffix: 'businessProcess', idPrefix: '019', ofObject: true },
  CompactLayout: { folder: 'compactLayouts', suffix: 'compactLayout', idPrefix: '0AH', ofObject: true },
  CustomApplication: { folder: 'applications', suffix: 'app', idPrefix: '02u' },
  CustomField: { folder: 'fields', suffix: 'field', idPrefix: '00N', ofObject: true },
  CustomLabel: { folder: 'labels', suffix: 'labels', idPrefix: '101' },
  CustomMetadata: { folder: 'customMetadata', suffix: 'md', idPrefix: 'm00' },
  CustomNotificationType: { folder: 'notificationtypes', suffix: 'notiftype', idPrefix: '0ML' },
  CustomObject: { folder: 'objects', suffix: 'object', idPrefix: '01I' },
  CustomPermission: { folder: 'customPermissions', suffix: 'customPermission', idPrefix: '0CP' },
  CustomTab: { folder: 'tabs', suffix: 'tab', idPrefix: '01r' },
  Dashboard: { folder: 'dashboards', suffix: 'dashboard', idPrefix: '01Z' },
  DashboardFolder: { folder: 'dashboards', suffix: 'dashboardFolder', idPrefix: '00l' },
  Document: { folder: 'documents', suffix: 'document', idPrefix: '015' },
  EmailTemplate: { folder: 'email', suffix: 'email', idPrefix: '00X' },
  FieldSet: { folder: 'fieldSets', suffix: 'fieldSet', idPrefix: '0IX', ofObject: true },
  FlexiPage: { folder: 'flexipages', suffix: 'flexipage', idPrefix: '0M0' },
  Flow: { folder: 'flows', suffix: 'flow', idPrefix: '301' },
  GlobalValueSet: { folder: 'globalValueSets', suffix: 'globalValueSet', idPrefix: '0Nt' },
  Group: { folder: 'groups', suffix: 'group', idPrefix: '00G' },
  Layout: { folder: 'layouts', suffix: 'layout', idPrefix: '00h' },
  LightningComponentBundle: { folder: 'lwc', suffix: 'js', idPrefix: '0Rb', bundle: true },
  LightningMessageChannel: { folder: 'messageChannels', suffix: 'messageChannel', idPrefix: '0MX' },
  ListView: { folder: 'listViews', suffix: 'listView', idPrefix: '00B', ofObject: true },
  MutingPermissionSet: { folder: 'mutingpermissionsets', suffix: 'mutingpermissionset', idPrefix: '0QM' },
  NamedCredential: { folder: 'namedCredentials', suffix: 'namedCredential', idPrefix: '0XA' },
  PermissionSet: { folder: 'permissionsets', suffix: 'permissionset', idPrefix: '0PS' },
  PermissionSetGroup: { folder: 'permissionsetgroups', suffix: 'permissionsetgroup', idPrefix: '0PG' },
  Profile: { folder: 'profiles', suffix: 'profile', idPrefix: '00e' },
  Queue: { folder: 'queues', suffix: 'queue', idPrefix: '00G' },
  QuickAction: { folder: 'quickActions', suffix: 'quickAction', idPrefix: '09D' },
  RecordType: { folder: 'recordTypes', suffix: 'recordType', idPrefix: '012', ofObject: true },
  RemoteSiteSetting: { folder: 'remoteSiteSettings', suffix: 'remoteSite', idPrefix: '0rp' },
  Report: { folder: 'reports', suffix: 'report', idPrefix: '00O' },
  ReportFolder: { folder: 'reports', suffix: 'reportFolder', idPrefix: '00l' },
  ReportType: { folder: 'reportTypes', suffix: 'reportType', idPrefix: '070' },
  Role: { folder: 'roles', suffix: 'role', idPrefix: '00E' },
  SharingReason: { folder: 'sharingReasons', suffix: 'sharingReason', idPrefix: '0XB', ofObject: true },
  StandardValueSet: { folder: 'standardValueSets', suffix: 'standardValueSet', idPrefix: '0Nu' },
  StaticResource: { folder: 'staticresources', suffix: 'resource', idPrefix: '081' },
  ValidationRule: { folder: 'validationRules', suffix: 'validationRule', idPrefix: '03d', ofObject: true },
  WebLink: { folder: 'webLinks', suffix: 'webLink', idPrefix: '00b', ofObject: true },
  WorkflowAlert: { folder: 'workflows', suffix: 'workflowAlert', idPrefix: '01W' },
  WorkflowFieldUpdate: { folder: 'workflows', suffix: 'workflowFieldUpdate', idPrefix: '04Y' },
  WorkflowOutboundMessage: { folder: 'workflows', suffix: 'workflowOutboundMessage', idPrefix: '04k' },
  WorkflowRule: { folder: 'workflows', suffix: 'workflowRule', idPrefix: '01Q' },
  WorkflowTask: { folder: 'workflows', suffix: 'workflowTask', idPrefix: '01X' },
};

/** The three characters that the ids of a type's components begin with. */
export function idPrefixOf(type: string): string {
  return types[type]?.idPrefix ?? '0lc';
}

/** Whether components of this type are parts of an object and named with it. */
export function isPartOfObject(type: string): boolean {
  return types[type]?.ofObject === true;
}

/** Where a component lies in source format: the path under which readers and their problems know it. */
export interface ComponentPlace {
  readonly path: string;
  readonly name: string;
  readonly object?: string;
}

/** A name without the percent-encoding that file names of layouts and the like have: `Case-Close %28Old%29 Layout`. */
export function plainName(fullName: string): string {
  return fullName.replaceAll(/(?:%[0-9A-Fa-f]{2})+/gu, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

/** The place of a component by type and full name. */
export function placeOf(type: string, writtenName: string): ComponentPlace {
  const fullName = plainName(writtenName);
  const { folder, suffix, ofObject, bundle } = types[type] ?? { folder: type, suffix: type };
  if (type === 'CustomObject') return { path: `objects/${fullName}/${fullName}.object-meta.xml`, name: fullName, object: fullName };
  if (ofObject === true) {
    const [object = '', ...rest] = fullName.split('.');
    const name = rest.join('.');
    return { path: `objects/${object}/${folder}/${name}.${suffix}-meta.xml`, name, object };
  }
  const below = bundle === true ? `${fullName}/${fullName}` : fullName;
  return { path: `${folder}/${below}.${suffix}-meta.xml`, name: fullName };
}
