/** Names and labels of the conditions that filters may have, by the type of their column ("Filter Operators Reference"). */

export interface OperatorJson {
  readonly name: string;
  readonly label: string;
}

const labels = {
  equals: 'equals',
  notEqual: 'not equal to',
  lessThan: 'less than',
  greaterThan: 'greater than',
  lessOrEqual: 'less or equal',
  greaterOrEqual: 'greater or equal',
  contains: 'contains',
  notContain: 'does not contain',
  startsWith: 'starts with',
  includes: 'includes',
  excludes: 'excludes',
} as const;

type Operator = keyof typeof labels;

const ordered: readonly Operator[] = ['equals', 'notEqual', 'lessThan', 'greaterThan', 'lessOrEqual', 'greaterOrEqual'];
const text: readonly Operator[] = [...ordered, 'contains', 'notContain', 'startsWith'];

const operatorsOfType: Readonly<Record<string, readonly Operator[]>> = {
  string: text,
  textarea: text,
  email: text,
  phone: text,
  url: text,
  combobox: text,
  picklist: text,
  id: ['equals', 'notEqual', 'startsWith'],
  boolean: ['equals', 'notEqual'],
  int: ordered,
  double: ordered,
  currency: ordered,
  percent: ordered,
  date: ordered,
  datetime: ordered,
  time: ordered,
  multipicklist: ['equals', 'notEqual', 'includes', 'excludes'],
};

/** `dataTypeFilterOperatorMap` */
export const filterOperators: Readonly<Record<string, readonly OperatorJson[]>> = Object.fromEntries(
  Object.entries(operatorsOfType).map(([type, operators]) => [type, operators.map((name) => ({ name, label: labels[name] }))]),
);
