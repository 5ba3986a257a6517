/** `FilterOperation` of the Metadata API, less the geographic one: filters of list views, roll-ups, reports and dashboards. */
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
