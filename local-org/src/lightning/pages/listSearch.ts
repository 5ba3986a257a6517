import type { Field, Schema, SObjectType } from '../../schema/types.ts';
import { isFilterable } from '../../soql/fieldAbilities.ts';
import { findField, pathToName } from './fieldModel.ts';
import { likePattern, quoted } from './soqlText.ts';

const texts: ReadonlySet<Field['type']> = new Set(['string', 'textarea', 'email', 'phone', 'url', 'combobox']);

/** Words of a search that are looked for. */
const mostWords = 8;

/** The condition that each word stands in one of the texts that the list shows. */
export function searchCondition(search: string, columns: readonly Field[], object: SObjectType, schema: Schema): string {
  const name = object.nameField === undefined ? undefined : findField(object, object.nameField);
  const fields = [...new Set(name === undefined ? columns : [name, ...columns])];
  const words = search.trim().split(/\s+/u).slice(0, mostWords);
  const each = words.map((word) => {
    const places = fields.flatMap((field) => placesOf(field, word, schema));
    return places.length === 0 ? 'Id = NULL' : `(${places.join(' OR ')})`;
  });
  return `(${each.join(' AND ')})`;
}

function placesOf(field: Field, word: string, schema: Schema): readonly string[] {
  if (!isFilterable({ type: field.type, field })) return [];
  const path = pathToName(schema, field);
  if (path !== undefined) return [`${path} LIKE ${likePattern('%', word, '%')}`];
  if (texts.has(field.type)) return [`${field.name} LIKE ${likePattern('%', word, '%')}`];
  if (field.type === 'picklist') return picklistPlaces(field, word);
  return [];
}

/** People look for the label that they see, records hold the value. */
function picklistPlaces(field: Field, word: string): readonly string[] {
  const wanted = word.toLocaleLowerCase();
  const values = (field.picklist?.values ?? []).filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  return values.length === 0 ? [] : [`${field.name} IN (${values.map(({ value }) => quoted(value)).join(', ')})`];
}
