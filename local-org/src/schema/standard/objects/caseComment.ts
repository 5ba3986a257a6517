import type { StandardObjectDefinition } from '../definition.ts';

export const CASE_COMMENT: StandardObjectDefinition = {
  name: 'CaseComment',
  label: 'Case Comment',
  labelPlural: 'Case Comments',
  keyPrefix: '00a',
  sharingModel: 'ControlledByParent',
  fields: `
    ParentId: Lookup(Case) children=CaseComments cascade required createonly
    IsPublished: Checkbox "Published"
    CommentBody: LongText(4000) "Body"
  `,
};
