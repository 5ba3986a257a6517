import type { StandardObjectDefinition } from '../definition.ts';

export const EMAIL_MESSAGE: StandardObjectDefinition = {
  name: 'EmailMessage',
  label: 'Email Message',
  labelPlural: 'Email Messages',
  keyPrefix: '02s',
  nameField: 'Subject',
  fields: `
    ParentId: Lookup(Case) children=EmailMessages createonly "Case ID"
    ActivityId: Lookup(Task) children=EmailMessages "Activity ID"
    TextBody: LongText(131072)
    HtmlBody: Html(131072) "HTML Body"
    Headers: LongText(32000)
    Subject: Text(3000)
    FromName: Text(1000)
    FromAddress: Email(1000)
    ToAddress: LongText(4000)
    CcAddress: LongText(4000) "CC Address"
    BccAddress: LongText(4000) "BCC Address"
    Incoming: Checkbox "Is Incoming"
    HasAttachment: Checkbox ro
    Status: Picklist(*0|1|2|3|4|5) notnull restricted
    MessageDate: DateTime
    ReplyToEmailMessageId: Lookup(EmailMessage) children=ReplyTo
    IsExternallyVisible: Checkbox
    MessageIdentifier: Text(765) "Message ID"
    ThreadIdentifier: Text(765) "Thread ID"
    IsClientManaged: Checkbox createonly
    RelatedToId: Lookup(Account|Asset|Campaign|Case|Contact|Contract|Lead|Opportunity|Order|Product2) children=Emails rel=RelatedTo
  `,
};
