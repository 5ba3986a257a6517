import { valueLabel } from '../schema/schemaInLanguage.ts';
import type { Field } from '../schema/types.ts';
import { normaliseId } from '../storage/ids.ts';
import { fold } from '../storage/fold.ts';
import { comparable, isFoldedText, kindOf, type Expression } from '../soql/expressions.ts';
import { USER_ID, type Parameter, type SqlBuilder } from '../soql/sqlBuilder.ts';
import { dateBounds } from './filterDates.ts';
import type { FilterOperator } from './definition.ts';
import { splitValues } from './splitValues.ts';

/** What a filter compares: the value, and of names and lookups the id behind it. */
export interface FilterTarget {
  readonly expression: Expression;
  readonly idSql?: string;
  /** What ids of such records begin with. */
  readonly keyPrefixes?: readonly string[];
  /** In which labels of picklist values may stand for them, beside the org's own. */
  readonly language?: string;
}

/** A line of a filter as SQL that is 1, or 0 or null. Throws `FilterError` where value or operator do not fit the column. */
export function filterSql(target: FilterTarget, operator: FilterOperator, value: string, builder: SqlBuilder): string {
  const { type } = target.expression;
  switch (kindOf(type)) {
    case 'boolean':
      return booleanSql(target.expression, operator, value);
    case 'number':
      return numberSql(target.expression, operator, value, builder);
    case 'date':
      return dateSql(target.expression, 'date', operator, value, builder);
    case 'datetime':
      return dateSql(target.expression, 'datetime', operator, value, builder);
    case 'time':
      throw new FilterError('times cannot be filtered.');
    default:
      return type === 'multipicklist' ? multiSql(target.expression, operator, value, builder) : textSql(target, operator, value, builder);
  }
}

/** Two columns compared. */
export function columnsSql(left: Expression, operator: FilterOperator, right: Expression): string {
  const kinds = [kindOf(left.type), kindOf(right.type)];
  if (kinds[0] !== kinds[1]) throw new FilterError(`a ${left.type} column cannot be compared with a ${right.type} column.`);
  const symbol = SYMBOLS.get(operator);
  if (symbol === undefined) throw new FilterError(`two columns cannot be compared by ${operator}.`);
  return `${comparable(left)} ${symbol} ${comparable(right)}`;
}

/** What is wrong with a line of a filter. */
export class FilterError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FilterError';
  }
}

const SYMBOLS: ReadonlyMap<FilterOperator, string> = new Map([
  ['equals', 'IS'],
  ['notEqual', 'IS NOT'],
  ['lessThan', '<'],
  ['greaterThan', '>'],
  ['lessOrEqual', '<='],
  ['greaterOrEqual', '>='],
]);

const TRUE = new Set(['1', 'true', 'yes']);
const FALSE = new Set(['0', 'false', 'no', '']);

function booleanSql({ sql }: Expression, operator: FilterOperator, text: string): string {
  if (operator !== 'equals' && operator !== 'notEqual') throw wrongOperator(operator, 'boolean');
  const wanted = splitValues(text).map((value) => {
    const word = value.toLowerCase();
    if (!TRUE.has(word) && !FALSE.has(word)) throw new FilterError(`"${value}" is neither True nor False.`);
    return TRUE.has(word) ? '1' : '0';
  });
  // A check box of a record that is not there is not checked.
  return `coalesce(${sql}, 0) ${operator === 'equals' ? 'IN' : 'NOT IN'} (${wanted.join(', ')})`;
}

/** `10,000` is one number, and where several may stand also 10 and 0; in quotation marks it is one (Help, "Filter Criteria Tips"). */
function numberSql({ sql, type }: Expression, operator: FilterOperator, text: string, builder: SqlBuilder): string {
  const whole = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text.trim()) ? [numberOf(text, type)] : [];
  const values = splitValues(text).map((value) => numberOf(value, type));
  if (operator === 'equals' || operator === 'notEqual') return anyOf(sql, operator, [...whole, ...values], builder);
  const symbol = SYMBOLS.get(operator);
  const [value = values[0]] = whole;
  if (symbol === undefined || (values.length > 1 && whole.length === 0)) throw wrongOperator(operator, type);
  return value === null || value === undefined ? '0' : `${sql} ${symbol} ${builder.bind(value)}`;
}

function numberOf(text: string, type: string): number | null {
  const digits = text
    .replaceAll(/["\s,]/gu, '')
    .replace(/^(?:[A-Z]{3}|\$|€|£)/u, '')
    .replace(/%$/u, '');
  if (digits === '') return null;
  const value = Number(digits);
  if (!Number.isFinite(value)) throw new FilterError(`"${text}" is no number, and the column is of type ${type}.`);
  return value;
}

/** Among the values, blank being one of them where it is named. What is "not equal" is also what is blank. */
function anyOf(
  sql: string,
  operator: 'equals' | 'notEqual',
  values: readonly (string | number | Parameter | null)[],
  builder: SqlBuilder,
): string {
  const present = values.filter((value) => value !== null);
  const blank = present.length < values.length;
  const list = present.map((value) => builder.bind(value)).join(', ');
  const inside = [...(blank ? [`${sql} IS NULL`] : []), ...(present.length > 0 ? [`${sql} IN (${list})`] : [])];
  if (operator === 'equals') return `(${inside.join(' OR ')})`;
  const outside = present.length > 0 ? `${sql} NOT IN (${list})` : '1';
  // With a plus SQLite looks for nothing by an index: of most rows it would fetch each for itself, six times slower than reading them all.
  return blank ? `(+${sql} IS NOT NULL AND ${outside})` : `(${sql} IS NULL OR ${outside})`;
}

function dateSql({ sql }: Expression, kind: 'date' | 'datetime', operator: FilterOperator, text: string, builder: SqlBuilder): string {
  const values = splitValues(text);
  if (operator === 'equals' || operator === 'notEqual') {
    const parts = values.map((value) => (value === '' ? `${sql} IS NULL` : equalsDate(sql, kind, value, builder)));
    const any = `(${parts.join(' OR ')})`;
    return operator === 'equals' ? any : `NOT coalesce(${any}, 0)`;
  }
  const [value = ''] = values;
  if (values.length > 1 || !SYMBOLS.has(operator)) throw wrongOperator(operator, kind);
  if (value === '') return '0';
  const { start, end } = boundsOf(value, kind);
  switch (operator) {
    case 'lessThan':
      return `${sql} < ${builder.bind(start)}`;
    case 'lessOrEqual':
      return `${sql} < ${builder.bind(end)}`;
    case 'greaterThan':
      return `${sql} >= ${builder.bind(end)}`;
    default:
      return `${sql} >= ${builder.bind(start)}`;
  }
}

function equalsDate(sql: string, kind: 'date' | 'datetime', value: string, builder: SqlBuilder): string {
  const { start, end } = boundsOf(value, kind);
  return `(${sql} >= ${builder.bind(start)} AND ${sql} < ${builder.bind(end)})`;
}

function boundsOf(value: string, kind: 'date' | 'datetime'): NonNullable<ReturnType<typeof dateBounds>> {
  const found = dateBounds(value, kind);
  if (found === undefined) throw new FilterError(`"${value}" is no date: 2026-01-31, 1/31/2026, TODAY or LAST_N_DAYS:30 would be.`);
  return found;
}

/** Texts, picklists, ids; a name or lookup may also be compared with an id. */
function textSql(target: FilterTarget, operator: FilterOperator, text: string, builder: SqlBuilder): string {
  const { expression, idSql, language } = target;
  const values = splitValues(text);
  switch (operator) {
    case 'equals':
    case 'notEqual': {
      const byId = kindOf(expression.type) === 'id' ? expression.sql : idSql;
      const ids = byId === undefined ? undefined : idsOf(values, target);
      if (byId !== undefined && ids !== undefined) return anyOf(byId, operator, ids, builder);
      return anyOf(
        textOf(expression),
        operator,
        values.map((value) => keyOf(expression, value, language)),
        builder,
      );
    }
    case 'contains':
      return likeSql(expression, values, (pattern) => `%${pattern}%`, builder);
    case 'notContain':
      return `NOT coalesce(${likeSql(expression, values, (pattern) => `%${pattern}%`, builder)}, 0)`;
    case 'startsWith':
      return likeSql(expression, values, (pattern) => `${pattern}%`, builder);
    case 'includes':
    case 'excludes':
      throw wrongOperator(operator, expression.type);
    default: {
      const [value = ''] = values;
      const key = keyOf(expression, value, language);
      return key === null
        ? '0'
        : `${comparable(expression)} ${SYMBOLS.get(operator) ?? '='} ${builder.bind(isFoldedText(expression) ? fold(key) : key)}`;
    }
  }
}

/** The id of whoever runs the report. */
const RUNNING_USER = '$USER.ID';

/** The values as ids (null for blank); undefined where one of them is none. */
function idsOf(
  values: readonly string[],
  { expression, keyPrefixes = [] }: FilterTarget,
): readonly (string | Parameter | null)[] | undefined {
  const isId = kindOf(expression.type) === 'id';
  const ids = values.map((value) => {
    if (value.toUpperCase() === RUNNING_USER) return USER_ID;
    // A lookup is blank where it holds no id: its index finds that, a parent's name would be looked up for each row.
    if (value === '') return null;
    return isId || keyPrefixes.some((prefix) => value.startsWith(prefix)) ? normaliseId(value) : undefined;
  });
  if (isId && ids.includes(undefined)) throw new FilterError(`"${values[ids.indexOf(undefined)] ?? ''}" is no record's id.`);
  const known = ids.filter((id) => id !== undefined);
  return known.length === ids.length ? known : undefined;
}

/** Picklist values are stored as they are declared, so they need no folding. */
function textOf(expression: Expression): string {
  return expression.type === 'picklist' ? expression.sql : comparable(expression);
}

/** A filter's text as `textOf` has it: of a picklist the value that is called so, or labelled so. */
function keyOf(expression: Expression, text: string, language: string | undefined): string | null {
  if (text === '') return null;
  if (expression.type === 'picklist') return picklistValue(expression.field, text, language);
  return isFoldedText(expression) ? fold(text) : text;
}

function picklistValue(field: Field | undefined, text: string, language: string | undefined): string {
  const values = field?.picklist?.values ?? [];
  const wanted = fold(text);
  const found =
    values.find(({ value }) => value === text) ??
    values.find(({ value }) => fold(value) === wanted) ??
    (language === undefined ? undefined : values.find(({ value }) => fold(valueLabel(field?.picklist, value, language)) === wanted)) ??
    values.find(({ label }) => fold(label) === wanted);
  return found?.value ?? text;
}

function likeSql(expression: Expression, values: readonly string[], pattern: (escaped: string) => string, builder: SqlBuilder): string {
  const parts = values
    .filter((value) => value !== '')
    .map((value) => {
      const escaped = (isFoldedText(expression) ? fold(value) : value).replaceAll(/[\\%_]/gu, String.raw`\$&`);
      return `${comparable(expression)} LIKE ${builder.bind(pattern(escaped))} ESCAPE '\\'`;
    });
  return parts.length === 0 ? '1' : `(${parts.join(' OR ')})`;
}

/** `includes "a;b, c"`: a and b, or c. Values lie joined by semicolons. */
function multiSql(expression: Expression, operator: FilterOperator, text: string, builder: SqlBuilder): string {
  const values = splitValues(text);
  const list = `(';' || ${comparable(expression)} || ';')`;
  const has = (value: string): string => `instr(${list}, ${builder.bind(`;${fold(value.trim())};`)}) > 0`;
  const any = `(${values.map((value) => (value === '' ? `${expression.sql} IS NULL` : `(${value.split(';').map(has).join(' AND ')})`)).join(' OR ')})`;
  switch (operator) {
    case 'includes':
      return any;
    case 'excludes':
      return `NOT coalesce(${any}, 0)`;
    case 'equals':
    case 'notEqual':
      return anyOf(
        comparable(expression),
        operator,
        values.map((value) => (value === '' ? null : fold(value))),
        builder,
      );
    case 'contains':
      return likeSql(expression, values, (pattern) => `%${pattern}%`, builder);
    case 'notContain':
      return `NOT coalesce(${likeSql(expression, values, (pattern) => `%${pattern}%`, builder)}, 0)`;
    default:
      throw wrongOperator(operator, 'multipicklist');
  }
}

function wrongOperator(operator: FilterOperator, type: string): FilterError {
  return new FilterError(`${operator} cannot be used with a column of type ${type}.`);
}
