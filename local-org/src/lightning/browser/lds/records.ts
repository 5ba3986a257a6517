/** A value of a record as UI API gives it; a spanned relationship has a record as its value. */
export interface FieldValueRepresentation {
  readonly displayValue: string | null;
  readonly value: string | number | boolean | RecordRepresentation | null;
}

/** UI API's Record. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValueRepresentation>>;
  readonly [other: string]: unknown;
}

/** A field as components name it: `Account.Name`, or an import from `@salesforce/schema`. */
export type FieldReference = string | { readonly fieldApiName: string; readonly objectApiName: string };

/** `Account.Owner.Name` of either way to name a field. */
export function qualifiedName(field: FieldReference): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

/** Follows `Object.A__r.B` through a record; undefined when a step is not loaded, null when a parent is empty. */
export function valueAt(record: RecordRepresentation | undefined, field: FieldReference): FieldValueRepresentation | null | undefined {
  const [, ...path] = qualifiedName(field).split('.');
  let current: RecordRepresentation | undefined = record;
  for (const [index, name] of path.entries()) {
    const value: FieldValueRepresentation | undefined = current?.fields[name];
    if (value === undefined || index === path.length - 1) return value;
    if (value.value === null) return null;
    current = isRecord(value.value) ? value.value : undefined;
  }
  return undefined;
}

/** Whether a value is a record, as UI API answers it. */
export function isRecord(value: unknown): value is RecordRepresentation {
  return typeof value === 'object' && value !== null && 'fields' in value && 'apiName' in value && 'id' in value;
}

/** Both records' fields, the newer ones first; a parent keeps the fields of both as long as it is the same record. */
export function mergeRecords(older: RecordRepresentation | undefined, newer: RecordRepresentation): RecordRepresentation {
  if (older === undefined) return newer;
  const fields: Record<string, FieldValueRepresentation> = { ...older.fields };
  for (const [name, field] of Object.entries(newer.fields)) {
    const before = older.fields[name]?.value;
    const merged =
      isRecord(field.value) && isRecord(before) && before.id === field.value.id ? mergeRecords(before, field.value) : field.value;
    fields[name] = { ...field, value: merged };
  }
  return { ...older, ...newer, fields };
}

/** Whether all these fields are loaded. */
export function hasFields(record: RecordRepresentation, fields: readonly string[]): boolean {
  return fields.every((field) => valueAt(record, field) !== undefined);
}

/** A record with just these fields, as a wire that asked for them gets it. */
export function pickFields(record: RecordRepresentation, fields: readonly string[]): RecordRepresentation {
  return keepPaths(
    record,
    fields.map((field) => field.split('.').slice(1)),
  );
}

function keepPaths(record: RecordRepresentation, paths: readonly (readonly string[])[]): RecordRepresentation {
  const fields: Record<string, FieldValueRepresentation> = {};
  for (const name of new Set(paths.map(([first]) => first ?? ''))) {
    const field = record.fields[name];
    if (field === undefined) continue;
    const below = paths.filter((path) => path[0] === name && path.length > 1).map((path) => path.slice(1));
    fields[name] = isRecord(field.value) ? { ...field, value: keepPaths(field.value, below) } : field;
  }
  return { ...record, fields };
}
