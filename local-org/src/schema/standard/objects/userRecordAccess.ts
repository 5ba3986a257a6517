import type { StandardObjectDefinition } from '../definition.ts';

/** Worked out for each query: nothing is stored. */
export const USER_RECORD_ACCESS: StandardObjectDefinition = {
  name: 'UserRecordAccess',
  label: 'User Record Access',
  labelPlural: 'User Record Access',
  keyPrefix: '0M9',
  kind: 'setup',
  writable: false,
  recycled: false,
  audit: 'none',
  fields: `
    UserId: Lookup(User) ro "User ID"
    RecordId: Text(18) ro "Record ID"
    HasReadAccess: Checkbox ro
    HasEditAccess: Checkbox ro
    HasDeleteAccess: Checkbox ro
    HasTransferAccess: Checkbox ro
    HasAllAccess: Checkbox ro
    MaxAccessLevel: Picklist(None|Read|Edit|Delete|Transfer|All) ro nofilter
  `,
};
