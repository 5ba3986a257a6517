import type { StandardObjectDefinition } from '../definition.ts';

export const ATTACHMENT: StandardObjectDefinition = {
  name: 'Attachment',
  label: 'Attachment',
  labelPlural: 'Attachments',
  keyPrefix: '00P',
  nameField: 'Name',
  fields: `
    ParentId: Lookup(Account|Asset|Campaign|Case|Contact|Contract|EmailMessage|Event|Lead|Opportunity|Order|Product2|Task) children=Attachments cascade required createonly
    Name: Text(255) required "File Name"
    IsPrivate: Checkbox "Private"
    ContentType: Text(120)
    BodyLength: Int(9) ro
    Body: Base64 required
    OwnerId: Lookup(User) restrict notnull
    Description: TextArea
  `,
};
