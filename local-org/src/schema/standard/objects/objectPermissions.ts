import type { StandardObjectDefinition } from '../definition.ts';

export const OBJECT_PERMISSIONS: StandardObjectDefinition = {
  name: 'ObjectPermissions',
  label: 'Object Permissions',
  labelPlural: 'Object Permissions',
  keyPrefix: '110',
  kind: 'setup',
  recycled: false,
  fields: `
    ParentId: Lookup(PermissionSet) children=ObjectPerms cascade required createonly "PermissionSet ID"
    SobjectType: Text(255) required createonly "SObject Type Name"
    PermissionsCreate: Checkbox "Create Records"
    PermissionsRead: Checkbox "Read Records"
    PermissionsEdit: Checkbox "Edit Records"
    PermissionsDelete: Checkbox "Delete Records"
    PermissionsViewAllRecords: Checkbox "Read All Records"
    PermissionsModifyAllRecords: Checkbox "Edit All Records"
    PermissionsViewAllFields: Checkbox "View All Fields"
  `,
};
