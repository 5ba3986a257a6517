import type { StandardObjectDefinition } from '../definition.ts';

export const PERMISSION_SET_ASSIGNMENT: StandardObjectDefinition = {
  name: 'PermissionSetAssignment',
  label: 'Permission Set Assignment',
  labelPlural: 'Permission Set Assignments',
  keyPrefix: '0Pa',
  kind: 'setup',
  recycled: false,
  audit: 'modstamp',
  fields: `
    PermissionSetId: Lookup(PermissionSet) children=Assignments cascade createonly "PermissionSet ID"
    AssigneeId: Lookup(User) children=PermissionSetAssignments cascade required createonly
    PermissionSetGroupId: Lookup(PermissionSetGroup) children=Assignments cascade createonly
    ExpirationDate: DateTime
    IsActive: Checkbox ro default=true
  `,
};
