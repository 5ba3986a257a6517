import type { StandardObjectDefinition } from '../definition.ts';

export const TASK_STATUS: StandardObjectDefinition = {
  name: 'TaskStatus',
  label: 'Task Status Value',
  labelPlural: 'Task Status Value',
  keyPrefix: '01J',
  nameField: 'MasterLabel',
  kind: 'setup',
  recycled: false,
  writable: false,
  fields: `
    MasterLabel: Text(255) ro
    ApiName: Text(255) ro notnull
    SortOrder: Int(9) ro
    IsDefault: Checkbox ro
    IsClosed: Checkbox ro "Closed"
  `,
};
