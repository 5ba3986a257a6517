import type { StandardObjectDefinition } from '../definition.ts';

export const CONTENT_VERSION: StandardObjectDefinition = {
  name: 'ContentVersion',
  label: 'Content Version',
  labelPlural: 'Content Versions',
  keyPrefix: '068',
  nameField: 'Title',
  fields: `
    ContentDocumentId: Lookup(ContentDocument) children=ContentVersions cascade createonly
    IsLatest: Checkbox ro
    ContentUrl: Url(1333) "Content URL"
    VersionNumber: Text(20) ro
    Title: Text(255)
    Description: LongText(1000)
    ReasonForChange: Text(1000)
    PathOnClient: Text(500) createonly
    RatingCount: Int(9) ro
    ContentModifiedDate: DateTime ro
    ContentModifiedById: Lookup(User) ro
    TagCsv: LongText(2000) "Tags"
    OwnerId: Lookup(User) restrict notnull
    FileType: Text(20) ro
    PublishStatus: Picklist(*P|U|R) ro restricted
    VersionData: Base64 createonly
    ContentSize: Int(9) ro "Size"
    FileExtension: Text(40) ro
    FirstPublishLocationId: Lookup(Account|Asset|Campaign|Case|Contact|Contract|Lead|Opportunity|Order|Product2|User) createonly
    Origin: Picklist(*C|H) createonly "Content Origin"
    ContentLocation: Picklist(*S|E|L) createonly
    Checksum: Text(50) ro
    IsMajorVersion: Checkbox createonly default=true
  `,
};
