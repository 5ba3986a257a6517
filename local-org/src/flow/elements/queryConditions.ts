import type { Field } from '../../schema/types.ts';
import type { ComparisonOperator, Condition, Literal } from '../../soql/ast.ts';
import { isCollection, type FlowData } from '../data.ts';
import type { RecordFilter } from './filters.ts';

const operators: Readonly<Record<string, ComparisonOperator>> = {
  EqualTo: '=',
  NotEqualTo: '!=',
  GreaterThan: '>',
  GreaterThanOrEqualTo: '>=',
  LessThan: '<',
  LessThanOrEqualTo: '<=',
};

/** A condition that no record meets. */
export const noRecords: Condition = { kind: 'compare', left: ['Id'], operator: '=', right: { kind: 'null' } };

const everyRecord: Condition = { kind: 'compare', left: ['Id'], operator: '!=', right: { kind: 'null' } };

/** One filter with its value as a SOQL condition. */
export function queryCondition(filter: RecordFilter, value: FlowData): Condition {
  const { field, operator } = filter;
  const left = [field.name];
  switch (operator) {
    case 'IsNull':
    case 'IsBlank':
    case 'IsEmpty':
      return { kind: 'compare', left, operator: value === true ? '=' : '!=', right: { kind: 'null' } };
    case 'In':
      return inCondition(field, listOf(value));
    case 'NotIn':
      return notIn(field, listOf(value));
    case 'StartsWith':
      return like(field, value, (text) => `${text}%`);
    case 'EndsWith':
      return like(field, value, (text) => `%${text}`);
    case 'Contains':
      return like(field, value, (text) => `%${text}%`);
    default:
      return { kind: 'compare', left, operator: operators[operator] ?? '=', right: literal(field, value) };
  }
}

/** The field equals one of the values; a blank one asks for records whose field is blank. */
export function inCondition(field: Field, values: readonly FlowData[]): Condition {
  const distinct = [...new Set(values)].filter((value) => value !== null);
  const blank: Condition = { kind: 'compare', left: [field.name], operator: '=', right: { kind: 'null' } };
  if (distinct.length === 0) return values.length === 0 ? noRecords : blank;
  const given = anyOf(field, distinct);
  return distinct.length === new Set(values).size ? given : { kind: 'or', conditions: [given, blank] };
}

function anyOf(field: Field, distinct: readonly FlowData[]): Condition {
  return { kind: 'in', left: [field.name], negated: false, values: distinct.map((value) => literal(field, value)) };
}

function notIn(field: Field, values: readonly FlowData[]): Condition {
  if (values.length === 0) return everyRecord;
  return { kind: 'in', left: [field.name], negated: true, values: values.map((value) => literal(field, value)) };
}

function like(field: Field, value: FlowData, pattern: (text: string) => string): Condition {
  if (value === null || typeof value === 'object') return noRecords;
  const text = String(value).replaceAll(/[\\%_]/gu, (character) => `\\${character}`);
  return {
    kind: 'compare',
    left: [field.name],
    operator: 'LIKE',
    right: { kind: 'string', value: pattern(String(value)), pattern: pattern(text) },
  };
}

function listOf(data: FlowData): readonly FlowData[] {
  return isCollection(data) ? data : [];
}

function literal(field: Field, data: FlowData): Literal {
  if (data === null || typeof data === 'object') return { kind: 'null' };
  if (typeof data === 'boolean') return { kind: 'boolean', value: data };
  if (field.type === 'date') return { kind: 'date', value: String(data) };
  if (field.type === 'time' && typeof data === 'number') return { kind: 'time', value: new Date(data).toISOString().slice(11) };
  if (typeof data === 'number') {
    return field.type === 'datetime' ? { kind: 'datetime', value: new Date(data).toISOString() } : { kind: 'number', value: data };
  }
  return { kind: 'string', value: data };
}
