import type { Field, SObjectType } from '../schema/types.ts';

/**
 * What a query may do with a field, by its type, as the types' table of the
 * SOQL reference and `describe` have it. The schema may say otherwise of a field.
 */

/** A value of a query: its type, and the field when it is nothing but one. */
export interface Typed {
  readonly type: string;
  readonly field?: Field;
}

/** Not kept in a form that can be compared: never filtered, sorted nor grouped. */
const OPAQUE = new Set(['longtextarea', 'base64', 'encryptedstring', 'address', 'location']);
const NOT_SORTED = new Set([...OPAQUE, 'multipicklist']);
/** Date-times are grouped through date functions only. */
const NOT_GROUPED = new Set([...NOT_SORTED, 'datetime', 'time', 'double', 'currency', 'percent']);
const NOT_AGGREGATED = new Set([...OPAQUE, 'multipicklist', 'boolean']);

/** Whether WHERE takes a value. */
export function isFilterable({ type, field }: Typed): boolean {
  return field?.filterable ?? !OPAQUE.has(type);
}

/** Whether ORDER BY takes a value. */
export function isSortable({ type, field }: Typed): boolean {
  return field?.sortable ?? !NOT_SORTED.has(type);
}

/** Whether GROUP BY takes a value; formula fields are not grouped by, standard fields that local-org keeps as formulas are. */
export function isGroupable({ type, field }: Typed): boolean {
  return field?.groupable ?? (!NOT_GROUPED.has(type) && (field?.formula === undefined || !field.custom));
}

/** Whether COUNT(field), MIN, MAX ... take a value. */
export function isAggregatable({ type }: Typed): boolean {
  return !NOT_AGGREGATED.has(type);
}

/**
 * The field of that name that queries see. The one place where object and field
 * permissions will hide fields from the user who asks; today everybody sees all.
 */
export function visibleField(object: SObjectType, name: string): Field | undefined {
  return object.fields.get(name.toLowerCase());
}

/** All fields that queries see, in declared order. */
export function visibleFields(object: SObjectType): readonly Field[] {
  return [...object.fields.values()];
}
