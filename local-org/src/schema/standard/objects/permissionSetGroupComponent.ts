import type { StandardObjectDefinition } from '../definition.ts';

export const PERMISSION_SET_GROUP_COMPONENT: StandardObjectDefinition = {
  name: 'PermissionSetGroupComponent',
  label: 'Permission Set Group Component',
  labelPlural: 'Permission Set Group Components',
  keyPrefix: '0PM',
  kind: 'setup',
  recycled: false,
  writable: false,
  fields: `
    PermissionSetGroupId: Lookup(PermissionSetGroup) children=PermissionSetGroupComponents cascade required createonly
    PermissionSetId: Lookup(PermissionSet|MutingPermissionSet) children=PermissionSetGroupComponents cascade required createonly
  `,
};
