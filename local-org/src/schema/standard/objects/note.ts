import type { StandardObjectDefinition } from '../definition.ts';

export const NOTE: StandardObjectDefinition = {
  name: 'Note',
  label: 'Note',
  labelPlural: 'Notes',
  keyPrefix: '002',
  nameField: 'Title',
  fields: `
    ParentId: Lookup(Account|Asset|Campaign|Case|Contact|Contract|Lead|Opportunity|Order|Product2) children=Notes cascade required createonly
    Title: Text(80) required
    IsPrivate: Checkbox "Private"
    Body: LongText(32000)
    OwnerId: Lookup(User) restrict notnull
  `,
};
