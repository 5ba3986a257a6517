import { DateTime } from 'luxon';
import { fold } from '../storage/fold.ts';
import { normaliseId } from '../storage/ids.ts';
import type { SqlValue } from '../storage/columns.ts';
import type { Literal } from './ast.ts';
import { errorAt, type QueryText } from './errors.ts';
import { isFoldedText, kindOf, type Expression } from './expressions.ts';
import { wrongFilterValue } from './messages.ts';

/** What a filter value is about: the field, and where to point when it does not fit. */
export interface FilterTarget {
  readonly expression: Expression;
  readonly query: QueryText;
  readonly condition: object;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  datetime: 'dateTime',
  picklist: 'string',
  reference: 'id',
  currency: 'double',
  percent: 'double',
};

/**
 * A literal as the column's value: folded text, 18-character id, 0/1, `YYYY-MM-DD`, epoch milliseconds.
 * @throws SalesforceError INVALID_FIELD when the literal is of another type than the field
 */
export function filterValue(target: FilterTarget, literal: Literal): SqlValue {
  if (literal.kind === 'null' || (literal.kind === 'string' && literal.value === '')) return null;
  const { expression } = target;
  if (literal.kind === 'currency') throw foreignCurrency(target, literal.code);
  switch (kindOf(expression.type)) {
    case 'text':
      if (literal.kind !== 'string') throw mismatch(target, 'string');
      return isFoldedText(expression) ? fold(literal.value) : literal.value;
    case 'id':
      return idValue(target, literal);
    case 'boolean':
      if (literal.kind !== 'boolean') throw mismatch(target, 'boolean');
      return literal.value ? 1 : 0;
    case 'number':
      if (literal.kind !== 'number') throw mismatch(target, expression.type);
      if (expression.type === 'int' && !Number.isInteger(literal.value)) throw mismatch(target, 'int');
      return literal.value;
    case 'date':
      if (literal.kind !== 'date' || !DateTime.fromISO(literal.value).isValid) throw mismatch(target, 'date');
      return literal.value;
    case 'datetime':
      return dateTimeValue(target, literal);
    case 'time':
      if (literal.kind !== 'time') throw mismatch(target, 'time');
      return DateTime.fromISO(`1970-01-01T${literal.value}`, { zone: 'utc' }).toMillis();
  }
}

function idValue(target: FilterTarget, literal: Literal): string {
  if (literal.kind !== 'string') throw mismatch(target, 'id');
  const id = normaliseId(literal.value);
  if (id === undefined)
    throw errorAt('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${literal.value}`, target.query, target.condition);
  return id;
}

function dateTimeValue(target: FilterTarget, literal: Literal): number {
  const moment = literal.kind === 'datetime' ? DateTime.fromISO(literal.value, { zone: 'utc' }) : undefined;
  if (moment?.isValid !== true) throw mismatch(target, 'datetime');
  return moment.toMillis();
}

export function mismatch({ expression, query, condition }: FilterTarget, type: string): Error {
  return errorAt('INVALID_FIELD', wrongFilterValue(expression.name, TYPE_NAMES[type] ?? type), query, condition);
}

/** `USD5000` is for orgs with several currencies. */
function foreignCurrency({ query, condition }: FilterTarget, code: string): Error {
  const message = `The currency code ${code} cannot be used in a filter: multiple currencies are not enabled in this org`;
  return errorAt('INVALID_QUERY_FILTER_OPERATOR', message, query, condition);
}
