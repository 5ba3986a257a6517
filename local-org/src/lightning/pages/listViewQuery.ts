import type { ListView, ListViewFilter } from '../../metadata/listView.ts';
import type { Field, Schema, SObjectType } from '../../schema/types.ts';
import { columnField } from './columnField.ts';
import { filterLogicSql } from './filterLogic.ts';
import { pathToName } from './fieldModel.ts';
import { listOrder, type ListSort } from './listOrder.ts';
import { searchCondition } from './listSearch.ts';
import { likePattern, quoted } from './soqlText.ts';

/** What a list of records needs: which columns, and the SOQL that reads them. */
export interface ListQuery {
  readonly columns: readonly Field[];
  readonly soql: string;
}

const signs: Readonly<Partial<Record<ListViewFilter['operation'], string>>> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

/** Which of a list's records are read, and in which order. */
export interface ListRows {
  /** At most so many; absent: all. */
  readonly limit?: number;
  /** After so many. */
  readonly offset?: number;
  /** Absent: the list's own order. */
  readonly sort?: ListSort | undefined;
  /** Words that a text of the record must hold. */
  readonly search?: string | undefined;
}

/** The SOQL of a list view. */
export function listViewQuery(
  view: ListView,
  object: SObjectType,
  schema: Schema,
  userId: string,
  { limit, offset = 0, sort, search = '' }: ListRows = {},
): ListQuery {
  const columns = view.columns.map((column) => columnField(object, column)).filter((field) => field !== undefined);
  const filters = view.filters.map((filter) => {
    const field = columnField(object, filter.field);
    return field === undefined ? 'Id = NULL' : condition(field, filter);
  });
  const conditions = view.filterLogic === undefined ? filters : [filterLogicSql(view.filterLogic, filters)];
  if (view.mineOnly && object.hasOwner) conditions.push(`OwnerId = ${quoted(userId)}`);
  if (search.trim() !== '') conditions.push(searchCondition(search, columns, object, schema));
  const selected = new Set(['Id', ...columns.flatMap((field) => [field.name, pathToName(schema, field) ?? field.name])]);
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const order = listOrder(sort, object, schema);
  const rows = `${limit === undefined ? '' : ` LIMIT ${limit}`}${offset === 0 ? '' : ` OFFSET ${offset}`}`;
  return { columns, soql: `SELECT ${[...selected].join(', ')} FROM ${object.name}${where} ORDER BY ${order}, Id${rows}` };
}

function condition(field: Field, { operation, value }: ListViewFilter): string {
  const values = (value ?? '').split(',').map((item) => item.trim());
  const literals = value === undefined ? ['NULL'] : values.map((item) => literal(field, item));
  const sign = signs[operation];
  if (sign !== undefined) return `${field.name} ${sign} ${literals[0] ?? 'NULL'}`;
  switch (operation) {
    case 'notEqual':
      return literals.length === 1 ? `${field.name} != ${literals[0] ?? 'NULL'}` : `${field.name} NOT IN (${literals.join(', ')})`;
    case 'contains':
      return anyOf(values.map((item) => `${field.name} LIKE ${likePattern('%', item, '%')}`));
    case 'notContain':
      return `(NOT ${anyOf(values.map((item) => `${field.name} LIKE ${likePattern('%', item, '%')}`))})`;
    case 'startsWith':
      return anyOf(values.map((item) => `${field.name} LIKE ${likePattern('', item, '%')}`));
    case 'includes':
      return `${field.name} INCLUDES (${values.map(quoted).join(', ')})`;
    case 'excludes':
      return `${field.name} EXCLUDES (${values.map(quoted).join(', ')})`;
    default:
      return literals.length === 1 ? `${field.name} = ${literals[0] ?? 'NULL'}` : `${field.name} IN (${literals.join(', ')})`;
  }
}

function anyOf(conditions: readonly string[]): string {
  return `(${conditions.join(' OR ')})`;
}

/** A value of a filter in the form that SOQL has for the field's type. */
function literal(field: Field, text: string): string {
  switch (field.type) {
    case 'boolean':
      return text === '1' || text.toLowerCase() === 'true' ? 'TRUE' : 'FALSE';
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return Number.isFinite(Number(text)) ? String(Number(text)) : quoted(text);
    // Dates are relative (`TODAY`, `LAST_N_DAYS:30`) or ISO, and stand bare.
    case 'date':
    case 'datetime':
      return /^[\w:.+-]+$/u.test(text) ? text : quoted(text);
    default:
      return quoted(text);
  }
}
