import type { Field, Schema, SObjectType } from '../../schema/types.ts';
import { isSortable } from '../../soql/fieldAbilities.ts';
import { findField, pathToName } from './fieldModel.ts';

/** By which column a list is sorted. */
export interface ListSort {
  /** API name of the field. */
  readonly column: string;
  readonly descending: boolean;
}

/** `Name` or `-CloseDate`, as addresses have it; undefined for anything else. */
export function sortFrom(text: unknown): ListSort | undefined {
  const [, sign = '', column] = /^(-?)(\w{1,80})$/u.exec(typeof text === 'string' ? text : '') ?? [];
  return column === undefined ? undefined : { column, descending: sign === '-' };
}

/** Whether a click on the column's head can sort by it. */
export function canSort(field: Field): boolean {
  return field.compound === undefined && isSortable({ type: field.type, field });
}

/** The order that a list has when nobody chose one: newest first where names are only numbers that count up, else by name. */
export function ownOrder(object: SObjectType): ListSort {
  const name = object.nameField === undefined ? undefined : findField(object, object.nameField);
  if (name === undefined) return { column: 'CreatedDate', descending: true };
  return { column: name.name, descending: name.autoNumber !== undefined };
}

/** What stands behind ORDER BY. People sort by the names that they see, not by ids. */
export function listOrder(sort: ListSort | undefined, object: SObjectType, schema: Schema): string {
  const wanted = sort === undefined ? undefined : findField(object, sort.column);
  const { column, descending } = wanted !== undefined && sort !== undefined && canSort(wanted) ? sort : ownOrder(object);
  const field = findField(object, column);
  const path = (field === undefined ? undefined : pathToName(schema, field)) ?? field?.name ?? column;
  if (sort === undefined) return `${path} ${descending ? 'DESC' : 'ASC'}`;
  return descending ? `${path} DESC NULLS LAST` : `${path} ASC NULLS LAST`;
}
