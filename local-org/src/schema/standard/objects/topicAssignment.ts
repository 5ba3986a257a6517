import type { StandardObjectDefinition } from '../definition.ts';

export const TOPIC_ASSIGNMENT: StandardObjectDefinition = {
  name: 'TopicAssignment',
  label: 'Topic Assignment',
  labelPlural: 'Topic Assignments',
  keyPrefix: '0TA',
  audit: 'created',
  updateable: false,
  fields: `
    TopicId: Lookup(Topic) children=TopicAssignments cascade required createonly
    EntityId: Lookup(Account|Asset|Campaign|Case|Contact|Contract|Event|Lead|Opportunity|Order|Product2|Task) children=TopicAssignments cascade required createonly rel=Entity "Record ID"
    EntityKeyPrefix: Text(3) ro "Record Key Prefix"
    EntityType: Text(40) ro "Object Type"
  `,
};
