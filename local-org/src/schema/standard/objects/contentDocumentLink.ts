import type { StandardObjectDefinition } from '../definition.ts';

export const CONTENT_DOCUMENT_LINK: StandardObjectDefinition = {
  name: 'ContentDocumentLink',
  label: 'Content Document Link',
  labelPlural: 'Content Document Link',
  keyPrefix: '06A',
  audit: 'modstamp',
  fields: `
    LinkedEntityId: Lookup(Account|Asset|Campaign|Case|Contact|Contract|Event|Lead|Opportunity|Order|Organization|Product2|Task|User) children=ContentDocumentLinks cascade required createonly
    ContentDocumentId: Lookup(ContentDocument) children=ContentDocumentLinks cascade required createonly
    ShareType: Picklist(V|C|I) restricted
    Visibility: Picklist(*AllUsers|InternalUsers|SharedUsers) restricted
  `,
};
