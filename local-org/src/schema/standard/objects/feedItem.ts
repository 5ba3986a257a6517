import type { StandardObjectDefinition } from '../definition.ts';

export const FEED_ITEM: StandardObjectDefinition = {
  name: 'FeedItem',
  label: 'Feed Item',
  labelPlural: 'Feed Items',
  keyPrefix: '0D5',
  fields: `
    ParentId: Lookup(Group|User) cascade required createonly rel=Parent
    Type: Picklist(TrackedChange|UserStatus|*TextPost|AdvancedTextPost|LinkPost|ContentPost|PollPost|RypplePost|ProfileSkillPost|DashboardComponentSnapshot|ApprovalPost|CaseCommentPost|ReplyPost|EmailMessageEvent|CallLogPost|ChangeStatusPost|AttachArticleEvent|MilestoneEvent|ActivityEvent|ChatTranscriptPost|CollaborationGroupCreated|CollaborationGroupUnarchived|SocialPost|QuestionPost|FacebookPost|BasicTemplateFeedItem|CreateRecordEvent|CanvasPost|AnnouncementPost) createonly restricted "Feed Item Type"
    Revision: Int(9) "Revision"
    LastEditById: Lookup(User) ro
    LastEditDate: DateTime ro
    CommentCount: Int(9) ro notnull
    LikeCount: Int(9) ro notnull
    Title: Text(255)
    Body: LongText(10000) nofilter nosort nogroup
    LinkUrl: Url(1000)
    IsRichText: Checkbox
    RelatedRecordId: Lookup(ContentVersion) createonly
    InsertedById: Lookup(User) ro restrict
    BestCommentId: Lookup(FeedComment) ro
    HasContent: Checkbox ro
    HasLink: Checkbox ro
    HasFeedEntity: Checkbox ro
    IsClosed: Checkbox ro
    Status: Picklist(*Published|PendingReview|Draft) ro
    Visibility: Picklist(*AllUsers|InternalUsers) restricted
  `,
};
