import {
  addressFields,
  checkbox,
  currency,
  date,
  dateTime,
  decimal,
  email,
  field,
  integer,
  lookup,
  percent,
  phone,
  picklist,
  READ_ONLY,
  text,
  textArea,
  url,
  type FieldOptions,
} from '../fields.ts';
import type { DeleteConstraint, Field } from '../types.ts';

/** What a line says after the type: words and `name=value` pairs. */
type Flags = ReadonlyMap<string, string>;

type MakeField = (name: string, label: string, args: string, flags: Flags) => readonly Field[];

const line = /^(?<name>\w+): (?<type>\w+)(?:\((?<args>[^)]*)\))?(?<flags>(?: [^"]*)?)(?:"(?<label>[^"]*)")?$/u;

/**
 * Reads the fields of a standard object, one a line: `Name: Type(arguments) flags "Label"`.
 *
 * - Types: Text(length), TextArea, LongText(length), Html(length), Email(length), Phone, Url, Checkbox, Int(digits),
 *   Number(precision,scale), Currency(precision,scale), Percent(precision,scale), Date, DateTime, Time, Base64,
 *   Picklist(a|*b|c) or Picklist(@StandardValueSet), MultiPicklist(...), Combobox(...), AutoNumber({0000},start),
 *   Lookup(A|B), Durable(A) (a lookup by name), Address (the name is the prefix of its parts, `_` for none).
 * - Flags: required, ro (read only), createonly, unique, notnull, idlookup, nofilter, nosort, nogroup, restricted,
 *   default=value, part=CompoundField, children=RelationshipName, rel=RelationshipName, cascade, restrict.
 * - A label that is left out follows from the name.
 *
 * @example parseFields('AnnualRevenue: Currency(18,0)\nParentId: Lookup(Account) children=ChildAccounts')
 */
export function parseFields(lines: string): readonly Field[] {
  return lines
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .flatMap(parseField);
}

function parseField(source: string): readonly Field[] {
  const groups = line.exec(source)?.groups;
  const make = makers[groups?.['type'] ?? ''];
  if (groups === undefined || make === undefined) throw new Error(`"${source}" is not the definition of a field`);
  const name = groups['name'] ?? '';
  const flags = new Map((groups['flags'] ?? '').split(' ').filter(Boolean).map(splitFlag));
  return make(name, groups['label'] ?? labelOf(name), groups['args'] ?? '', flags).map((made) => ({ ...made, ...optionsOf(made, flags) }));
}

function splitFlag(flag: string): readonly [string, string] {
  const equals = flag.indexOf('=');
  return equals < 0 ? [flag, ''] : [flag.slice(0, equals), flag.slice(equals + 1)];
}

/** `AnnualRevenue` -> `Annual Revenue`, `AccountId` -> `Account ID`. */
function labelOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/gu, '$1 $2')
    .replace(/\bId$/u, 'ID');
}

function optionsOf(made: Field, flags: Flags): FieldOptions {
  const given = flags.get('default');
  const part = flags.get('part');
  return {
    ...(flags.has('ro') ? READ_ONLY : {}),
    ...(flags.has('createonly') ? { updateable: false } : {}),
    ...(flags.has('required') ? { required: true } : {}),
    ...(flags.has('unique') ? { unique: true } : {}),
    ...(flags.has('notnull') ? { nillable: false } : {}),
    ...(flags.has('idlookup') ? { idLookup: true } : {}),
    ...(flags.has('nofilter') ? { filterable: false } : {}),
    ...(flags.has('nosort') ? { sortable: false } : {}),
    ...(flags.has('nogroup') ? { groupable: false } : {}),
    ...(given === undefined ? {} : { defaultFormula: made.type === 'boolean' ? given : `"${given}"` }),
    ...(part === undefined ? {} : { compoundFieldName: part }),
  };
}

const makers: Readonly<Record<string, MakeField>> = {
  Text: (name, label, length) => [text(name, label, Number(length))],
  TextArea: (name, label) => [textArea(name, label)],
  LongText: (name, label, length) => [field(name, label, 'longtextarea', { length: Number(length) })],
  Html: (name, label, length) => [field(name, label, 'longtextarea', { length: Number(length), htmlFormatted: true })],
  Email: (name, label, length) => [email(name, label, length === '' ? {} : { length: Number(length) })],
  Phone: (name, label) => [phone(name, label)],
  Url: (name, label, length) => [{ ...url(name, label), ...(length === '' ? {} : { length: Number(length) }) }],
  Checkbox: (name, label) => [checkbox(name, label)],
  Int: (name, label, digits) => [integer(name, label, digits === '' ? 8 : Number(digits))],
  Number: (name, label, args) => [decimal(name, label, ...twoNumbers(args, 18, 2))],
  Currency: (name, label, args) => {
    const [precision, scale] = twoNumbers(args, 18, 2);
    return [currency(name, label, { precision, scale })];
  },
  Percent: (name, label, args) => [percent(name, label, ...twoNumbers(args, 3, 0))],
  Date: (name, label) => [date(name, label)],
  DateTime: (name, label) => [dateTime(name, label)],
  Time: (name, label) => [field(name, label, 'time')],
  Base64: (name, label) => [field(name, label, 'base64', { filterable: false, sortable: false, groupable: false })],
  Picklist: (name, label, args, flags) => [choices(picklist(name, label, listOf(args)), args, flags)],
  MultiPicklist: (name, label, args, flags) => [
    { ...choices(picklist(name, label, listOf(args)), args, flags), type: 'multipicklist', length: 4099 },
  ],
  Combobox: (name, label, args, flags) => [{ ...choices(picklist(name, label, listOf(args)), args, flags), type: 'combobox' }],
  AutoNumber: (name, label, args) => [autoNumber(name, label, args)],
  Lookup: lookupField,
  /** The name of an entity or a field in place of an id. */
  Durable: (name, label, target, flags) =>
    lookupField(name, label, target, flags).map((made) => ({ ...made, type: 'string', length: 255 })),
  Address: (name, label) => addressFields(name === '_' ? '' : name, label),
};

function listOf(args: string): readonly string[] {
  return args.startsWith('@') || args === '' ? [] : args.split('|');
}

/** The values of a standard value set follow when the org's own are known. */
function choices(made: Field, args: string, flags: Flags): Field {
  const values = made.picklist?.values ?? [];
  const valueSetName = args.startsWith('@') ? { valueSetName: args.slice(1) } : {};
  const chosen = values.find((value) => value.isDefault);
  return {
    ...made,
    picklist: { restricted: flags.has('restricted'), values, ...valueSetName },
    ...(chosen === undefined ? {} : { defaultFormula: `"${chosen.value}"` }),
  };
}

function autoNumber(name: string, label: string, args: string): Field {
  const [format = '{0}', start = '1'] = args.split(',');
  return text(name, label, 30, { ...READ_ONLY, nillable: false, autoNumber: { format, start: Number(start) } });
}

function lookupField(name: string, label: string, args: string, flags: Flags): readonly Field[] {
  const onDelete: DeleteConstraint = flags.has('cascade') ? 'Cascade' : flags.has('restrict') ? 'Restrict' : 'SetNull';
  const made = lookup(name, label, args === '' ? [] : args.split('|'), flags.get('children'), { onDelete });
  const rel = flags.get('rel');
  if (rel === undefined || made.reference === undefined) return [made];
  return [{ ...made, reference: { ...made.reference, relationshipName: rel } }];
}

function twoNumbers(args: string, precision: number, scale: number): readonly [number, number] {
  const [first = precision, second = scale] = args === '' ? [] : args.split(',').map(Number);
  return [first, second];
}
