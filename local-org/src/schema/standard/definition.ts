import { auditFields, checkbox, field, READ_ONLY, viewedFields, type FieldOptions } from '../fields.ts';
import type { Field, ObjectKind } from '../types.ts';
import { parseFields } from './parseFields.ts';

/** A standard object as data: what its describe answers, without what an org's metadata adds. */
export interface StandardObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly nameField?: string;
  readonly kind?: ObjectKind;
  /** One field a line, see `parseFields`. */
  readonly fields: string;
  /** Formulas of fields that the platform works out when they are read: field API name -> formula. */
  readonly formulas?: Readonly<Record<string, string>>;
  readonly sharingModel?: string;
  /** False for objects that the data API only reads. */
  readonly writable?: boolean;
  readonly updateable?: boolean;
  readonly deletable?: boolean;
  /** False: records are deleted for good and have no `IsDeleted`. */
  readonly recycled?: boolean;
  /** `none`: only `Id`; `modstamp`: `Id` and `SystemModstamp`; `created`: no last change; otherwise who made and changed a record and when. */
  readonly audit?: 'none' | 'modstamp' | 'created';
  /** Has `LastViewedDate` and `LastReferencedDate`. */
  readonly viewed?: boolean;
  /** The object that keeps the history of tracked fields. */
  readonly history?: string;
  /** Feeds are on in a new org, or can be turned on. */
  readonly feeds?: boolean;
  /** Tasks and events can be about its records. */
  readonly activities?: boolean;
}

/** The fields of a standard object in the order of describe. */
export function fieldsOfDefinition(definition: StandardObjectDefinition): readonly Field[] {
  const { recycled = true, viewed = false, formulas = {} } = definition;
  const system = { ...READ_ONLY, nillable: false };
  const own = parseFields(definition.fields).map((parsed) => withFormula(parsed, formulas[parsed.name]));
  return [
    field('Id', 'Record ID', 'id', { length: 18, ...system }),
    ...(recycled ? [checkbox('IsDeleted', 'Deleted', system)] : []),
    ...own,
    ...auditOf(definition),
    ...(viewed ? viewedFields() : []),
  ];
}

function auditOf({ audit }: StandardObjectDefinition): readonly Field[] {
  if (audit === 'none') return [];
  const all = auditFields();
  if (audit === 'modstamp') return all.filter(({ name }) => name === 'SystemModstamp');
  return audit === 'created' ? all.filter(({ name }) => !name.startsWith('LastModified')) : all;
}

function withFormula(plain: Field, source: string | undefined): Field {
  if (source === undefined) return plain;
  const options: FieldOptions = { ...READ_ONLY, formula: { source, blanksAs: plain.type === 'boolean' ? 'zero' : 'blank' } };
  return { ...plain, ...options };
}
