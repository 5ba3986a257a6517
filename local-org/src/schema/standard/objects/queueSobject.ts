import type { StandardObjectDefinition } from '../definition.ts';

export const QUEUE_SOBJECT: StandardObjectDefinition = {
  name: 'QueueSobject',
  label: 'Queue Sobject',
  labelPlural: 'Queue Sobject',
  keyPrefix: '03g',
  kind: 'setup',
  recycled: false,
  audit: 'modstamp',
  fields: `
    QueueId: Lookup(Group) children=QueueSobjects cascade required createonly
    SobjectType: Text(40) required createonly "Sobject Type"
    CreatedById: Lookup(User) ro restrict
  `,
};
