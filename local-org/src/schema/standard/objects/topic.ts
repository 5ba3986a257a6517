import type { StandardObjectDefinition } from '../definition.ts';

export const TOPIC: StandardObjectDefinition = {
  name: 'Topic',
  label: 'Topic',
  labelPlural: 'Topics',
  keyPrefix: '0TO',
  nameField: 'Name',
  recycled: false,
  audit: 'created',
  fields: `
    Name: Text(150) required
    Description: LongText(2000)
    TalkingAbout: Int(9) ro notnull
    ManagedTopicType: Text(40) ro
  `,
};
