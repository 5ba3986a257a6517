import type { Field, FieldType, FieldValue, SObjectType } from '../../../schema/types.ts';
import type { ComparisonOperator, Condition, Literal, OrderItem } from '../../../soql/ast.ts';

/**
 * Types whose values sort as they compare, so that "behind this record" can be
 * asked for: a page then begins where the last one ended, whatever was saved in
 * between. Texts sort by the user's language, picklists by their list: there
 * only the position tells.
 */
const EXACT: readonly FieldType[] = ['id', 'reference', 'int', 'double', 'currency', 'percent', 'date', 'datetime'];

/** The fields of an order by which a page can begin exactly; undefined when there is another one among them. */
export function keySetFields(object: SObjectType, order: readonly OrderItem[]): readonly Field[] | undefined {
  const fields: Field[] = [];
  for (const { by } of order) {
    const [name, ...more] = 'kind' in by ? [] : by;
    const field = name === undefined || more.length > 0 ? undefined : object.fields.get(name.toLowerCase());
    if (field === undefined || !EXACT.includes(field.type)) return undefined;
    fields.push(field);
  }
  return fields;
}

/** What is sorted behind the record with these keys. */
export function behind(fields: readonly Field[], order: readonly OrderItem[], keys: readonly FieldValue[]): Condition {
  const parts: Condition[] = [];
  for (const [index, item] of order.entries()) {
    const after = afterKey(fields[index], item, keys[index] ?? null);
    if (after === undefined) continue;
    const same = order.slice(0, index).map((_, before) => compare(fields[before], '=', keys[before] ?? null));
    parts.push(same.length === 0 ? after : { kind: 'and', conditions: [...same, after] });
  }
  const [first, ...more] = parts;
  if (first === undefined) return { kind: 'compare', left: ['Id'], operator: '=', right: { kind: 'null' } };
  return more.length === 0 ? first : { kind: 'or', conditions: parts };
}

/** What comes behind one key; undefined when nothing does. */
function afterKey(field: Field | undefined, { direction, nulls }: OrderItem, key: FieldValue): Condition | undefined {
  if (key === null) return nulls === 'FIRST' ? compare(field, '!=', null) : undefined;
  const further = compare(field, direction === 'ASC' ? '>' : '<', key);
  if (nulls === 'FIRST' || field?.type === 'id') return further;
  return { kind: 'or', conditions: [further, compare(field, '=', null)] };
}

function compare(field: Field | undefined, operator: ComparisonOperator, key: FieldValue): Condition {
  return { kind: 'compare', left: [field?.name ?? 'Id'], operator, right: literal(field, key) };
}

function literal(field: Field | undefined, key: FieldValue): Literal {
  if (key === null) return { kind: 'null' };
  if (field?.type === 'datetime') return { kind: 'datetime', value: new Date(Number(key)).toISOString() };
  if (field?.type === 'date') return { kind: 'date', value: String(key) };
  return typeof key === 'number' ? { kind: 'number', value: key } : { kind: 'string', value: String(key) };
}
