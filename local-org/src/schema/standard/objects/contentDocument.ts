import type { StandardObjectDefinition } from '../definition.ts';

export const CONTENT_DOCUMENT: StandardObjectDefinition = {
  name: 'ContentDocument',
  label: 'Content Document',
  labelPlural: 'Content Documents',
  keyPrefix: '069',
  nameField: 'Title',
  fields: `
    IsArchived: Checkbox "Is Archived"
    ArchivedDate: Date ro
    OwnerId: Lookup(User) restrict notnull
    Title: Text(255) required
    PublishStatus: Picklist(*P|U|R) ro restricted notnull
    LatestPublishedVersionId: Lookup(ContentVersion) ro
    ParentId: Lookup() ro
    Description: TextArea
    ContentSize: Int(9) ro "Size"
    FileType: Text(20) ro
    FileExtension: Text(40) ro
    ContentModifiedDate: DateTime ro
  `,
};
