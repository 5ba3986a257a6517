import type { FieldModel } from '../../pages/pageSettings.ts';
import { isRecord, type RecordRepresentation, valueAt } from '../lds/records.ts';

/** A field with what a record holds in it, ready to be shown. */
export interface ShownField extends FieldModel {
  readonly value: string | number | boolean | null | undefined;
  /** Where a click on it leads, for names and references. */
  readonly url?: string;
  /** What stands for the value: the name of the record that it points at. */
  readonly text?: string;
}

/** Qualified names of all that must be read to show these fields. */
export function fieldsToRead(objectName: string, fields: readonly FieldModel[]): readonly string[] {
  return [
    ...new Set(
      fields
        .flatMap((field) => [field.name, ...(field.namePath === undefined ? [] : [field.namePath])])
        .map((path) => `${objectName}.${path}`),
    ),
  ];
}

/** The field as this record has it. */
export function shownField(field: FieldModel, record: RecordRepresentation | undefined): ShownField {
  const raw = record?.fields[field.name]?.value;
  const value = isRecord(raw) ? null : raw;
  if (field.isName === true) return { ...field, value, url: `/lightning/r/${record?.apiName ?? ''}/${record?.id ?? ''}/view` };
  if (field.type === 'picklist' || field.type === 'multipicklist') return { ...field, value, ...labelOf(record, field.name) };
  if (field.namePath === undefined || typeof value !== 'string') return { ...field, value };
  const name = valueAt(record, `.${field.namePath}`)?.value;
  return { ...field, value, text: typeof name === 'string' ? name : value, url: `/lightning/r/${value}/view` };
}

/** The label of a picklist's value stands for it. */
function labelOf(record: RecordRepresentation | undefined, name: string): { readonly text?: string } {
  const label = record?.fields[name]?.displayValue;
  return typeof label === 'string' ? { text: label } : {};
}
