import type { StandardObjectDefinition } from '../definition.ts';

export const GROUP_MEMBER: StandardObjectDefinition = {
  name: 'GroupMember',
  label: 'Group Member',
  labelPlural: 'Group Member',
  keyPrefix: '011',
  kind: 'setup',
  recycled: false,
  audit: 'modstamp',
  fields: `
    GroupId: Lookup(Group) children=GroupMembers cascade required createonly
    UserOrGroupId: Lookup(Group|User) cascade required createonly rel=UserOrGroup
  `,
};
