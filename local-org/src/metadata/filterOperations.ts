/** `FilterOperation` of the Metadata API, less the geographic one: filters of list views and of roll-ups. */
export const filterOperations = [
  'equals',
  'notEqual',
  'lessThan',
  'greaterThan',
  'lessOrEqual',
  'greaterOrEqual',
  'contains',
  'notContain',
  'startsWith',
  'includes',
  'excludes',
] as const;
