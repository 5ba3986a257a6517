/**
 * Metadata types that something here executes. Whether each setting of a file is
 * run is for its reader to tell. All other types are stored and listed, not run.
 */
export const executedTypes: ReadonlySet<string> = new Set([
  'BusinessProcess',
  'CompactLayout',
  'CustomApplication',
  'CustomField',
  'CustomLabel',
  'CustomLabels',
  'CustomMetadata',
  'CustomNotificationType',
  'CustomObject',
  'CustomPermission',
  'CustomTab',
  'EmailTemplate',
  'FieldSet',
  'FlexiPage',
  'Flow',
  'GlobalValueSet',
  'Group',
  'Layout',
  'LightningComponentBundle',
  'ListView',
  'PermissionSet',
  'Queue',
  'RecordType',
  'Role',
  'StandardValueSet',
  'ValidationRule',
  'WorkflowAlert',
]);
