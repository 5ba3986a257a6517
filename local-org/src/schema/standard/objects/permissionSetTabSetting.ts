import type { StandardObjectDefinition } from '../definition.ts';

export const PERMISSION_SET_TAB_SETTING: StandardObjectDefinition = {
  name: 'PermissionSetTabSetting',
  label: 'Permission Set Tab Setting',
  labelPlural: 'Permission Set Tab Settings',
  keyPrefix: '01P',
  kind: 'setup',
  recycled: false,
  fields: `
    ParentId: Lookup(PermissionSet) children=PermissionSetTabSettings cascade required createonly "PermissionSet ID"
    Name: Text(255) required createonly
    Visibility: Picklist(DefaultOff|DefaultOn) required restricted
  `,
};
