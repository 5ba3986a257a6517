import type { StandardObjectDefinition } from '../definition.ts';

export const FIELD_PERMISSIONS: StandardObjectDefinition = {
  name: 'FieldPermissions',
  label: 'Field Permissions',
  labelPlural: 'Field Permissions',
  keyPrefix: '01k',
  kind: 'setup',
  recycled: false,
  audit: 'modstamp',
  fields: `
    ParentId: Lookup(PermissionSet) children=FieldPerms cascade required createonly "PermissionSet ID"
    SobjectType: Text(255) required createonly "SObject Type Name"
    Field: Text(255) required createonly "Field Name"
    PermissionsEdit: Checkbox "Edit Field"
    PermissionsRead: Checkbox "Read Field"
  `,
};
