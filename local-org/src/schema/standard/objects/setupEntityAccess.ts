import type { StandardObjectDefinition } from '../definition.ts';

export const SETUP_ENTITY_ACCESS: StandardObjectDefinition = {
  name: 'SetupEntityAccess',
  label: 'Setup Entity Access',
  labelPlural: 'Setup Entity Accesses',
  keyPrefix: '0J0',
  kind: 'setup',
  recycled: false,
  updateable: false,
  audit: 'modstamp',
  fields: `
    ParentId: Lookup(PermissionSet) children=SetupEntityAccessItems cascade required createonly "PermissionSet ID"
    SetupEntityId: Lookup(CustomPermission) createonly "Setup Entity ID"
    SetupEntityType: Picklist(CustomEntityDefinition|CustomPermission|FlowDefinition|TabSet) ro
    DeveloperName: Text(255) ro
  `,
};
