import type { FormFieldModel, FormModel } from '../../pages/formTypes.ts';
import { isRecord, type RecordRepresentation, valueAt } from '../lds/records.ts';

/** A value as a form holds it. */
export type FormValue = string | number | boolean | null;

export type FormValues = Readonly<Record<string, FormValue>>;

/** What a lookup shows of the record that it points at, by field. */
export type LookupNames = Readonly<Record<string, string>>;

/** The fields of a form in their order. */
export function fieldsOf(form: FormModel): readonly FormFieldModel[] {
  return form.sections.flatMap(({ columns }) => columns.flat());
}

/** Qualified names of all that a form needs of a record. */
export function fieldsToFill(form: FormModel): readonly string[] {
  const paths = fieldsOf(form).flatMap(({ name, relationship }) => [name, ...(relationship === undefined ? [] : [`${relationship}.Name`])]);
  return [...new Set([form.nameField, ...paths])].map((path) => `${form.objectApiName}.${path}`);
}

/** What a form begins with: the record's values, else the defaults. */
export function firstValues(
  form: FormModel,
  record: RecordRepresentation | undefined,
  defaults: Readonly<Record<string, string>>,
): FormValues {
  return Object.fromEntries(
    fieldsOf(form).map(({ name, type, byDefault }): [string, FormValue] => {
      const value = record?.fields[name]?.value;
      if (record !== undefined) return [name, value === undefined || isRecord(value) ? null : value];
      const given = defaults[name] ?? byDefault ?? null;
      return [name, type === 'boolean' ? given === true || given === 'true' : given];
    }),
  );
}

/** Names of what the lookups of a record point at. */
export function lookupNames(form: FormModel, record: RecordRepresentation | undefined): LookupNames {
  const named = fieldsOf(form).flatMap(({ name, relationship }): [string, string][] => {
    const found = relationship === undefined ? undefined : valueAt(record, `.${relationship}.Name`)?.value;
    return typeof found === 'string' ? [[name, found]] : [];
  });
  return Object.fromEntries(named);
}

/** Whether two values are the same for the org, which keeps no empty text. */
export function sameValue(one: FormValue | undefined, other: FormValue | undefined): boolean {
  const plain = (value: FormValue | undefined): FormValue => (value === '' || value === undefined ? null : value);
  return plain(one) === plain(other);
}

/** What of a form is sent: of a new record all that has a value, of an old one what was changed. */
export function valuesToSave(before: FormValues, now: FormValues, isNew: boolean): Record<string, FormValue> {
  const entries = Object.entries(now).filter(([name, value]) => (isNew ? value !== null && value !== '' : !sameValue(before[name], value)));
  return Object.fromEntries(entries.map(([name, value]) => [name, value === '' ? null : value]));
}
