import type { StandardObjectDefinition } from '../definition.ts';

export const TASK_PRIORITY: StandardObjectDefinition = {
  name: 'TaskPriority',
  label: 'Task Priority',
  labelPlural: 'Task Priority',
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
    IsHighPriority: Checkbox ro "High Priority"
  `,
};
