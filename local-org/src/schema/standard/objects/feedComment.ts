import type { StandardObjectDefinition } from '../definition.ts';

export const FEED_COMMENT: StandardObjectDefinition = {
  name: 'FeedComment',
  label: 'Feed Comment',
  labelPlural: 'Feed Comments',
  keyPrefix: '0D7',
  audit: 'created',
  fields: `
    FeedItemId: Lookup(FeedItem) children=FeedComments cascade required createonly
    ParentId: Lookup() ro
    Revision: Int(9)
    LastEditById: Lookup(User) ro
    LastEditDate: DateTime ro
    CommentBody: LongText(10000) required
    InsertedById: Lookup(User) ro restrict
    CommentType: Picklist(*TextComment|ContentComment) createonly restricted
    RelatedRecordId: Lookup(ContentVersion) createonly
    IsRichText: Checkbox
    Status: Picklist(*Published|PendingReview|Draft) ro
  `,
};
