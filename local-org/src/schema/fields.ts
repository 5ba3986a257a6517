import type { DeleteConstraint, Field, FieldType, PicklistValue, Reference } from './types.ts';

/** What a field definition may set beside its name, label and type. */
export type FieldOptions = Partial<Omit<Field, 'name' | 'label' | 'type'>>;

/** A field with the defaults of an ordinary, editable, optional one. */
export function field(name: string, label: string, type: FieldType, options: FieldOptions = {}): Field {
  return {
    name,
    label,
    type,
    custom: false,
    required: false,
    createable: true,
    updateable: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    trackHistory: false,
    ...options,
  };
}

export function text(name: string, label: string, length: number, options: FieldOptions = {}): Field {
  return field(name, label, 'string', { length, ...options });
}

export function textArea(name: string, label: string, length = 255, options: FieldOptions = {}): Field {
  return field(name, label, length > 255 ? 'longtextarea' : 'textarea', { length, ...options });
}

export function phone(name: string, label: string): Field {
  return field(name, label, 'phone', { length: 40 });
}

export function email(name: string, label: string, options: FieldOptions = {}): Field {
  return field(name, label, 'email', { length: 80, ...options });
}

export function url(name: string, label: string): Field {
  return field(name, label, 'url', { length: 255 });
}

export function checkbox(name: string, label: string, options: FieldOptions = {}): Field {
  return field(name, label, 'boolean', { defaultFormula: 'false', ...options });
}

export function integer(name: string, label: string, precision = 8, options: FieldOptions = {}): Field {
  return field(name, label, 'int', { precision, scale: 0, ...options });
}

export function decimal(name: string, label: string, precision: number, scale: number, options: FieldOptions = {}): Field {
  return field(name, label, 'double', { precision, scale, ...options });
}

export function currency(name: string, label: string, options: FieldOptions = {}): Field {
  return field(name, label, 'currency', { precision: 18, scale: 2, ...options });
}

export function percent(name: string, label: string, precision: number, scale: number): Field {
  return field(name, label, 'percent', { precision, scale });
}

export function date(name: string, label: string, options: FieldOptions = {}): Field {
  return field(name, label, 'date', options);
}

export function dateTime(name: string, label: string, options: FieldOptions = {}): Field {
  return field(name, label, 'datetime', options);
}

/** A picklist of plain values. A leading `*` marks the default: `['New', '*Open', 'Closed']`. */
export function picklist(name: string, label: string, choices: readonly string[], options: FieldOptions = {}): Field {
  const values: PicklistValue[] = choices.map((choice) => {
    const value = choice.replace(/^\*/u, '');
    return { value, label: value, isDefault: choice.startsWith('*'), active: true };
  });
  return field(name, label, 'picklist', { length: 255, picklist: { restricted: false, values }, ...options });
}

/** A lookup. The name used in SOQL is the field's name without `Id`. */
export function lookup(
  name: string,
  label: string,
  targets: readonly string[],
  childRelationshipName?: string,
  options: FieldOptions & { readonly onDelete?: DeleteConstraint } = {},
): Field {
  const { onDelete, ...rest } = options;
  const reference: Reference = {
    targets,
    relationshipName: name.replace(/Id$/u, ''),
    ...(childRelationshipName === undefined ? {} : { childRelationshipName }),
    onDelete: onDelete ?? 'SetNull',
  };
  return field(name, label, 'reference', { length: 18, reference, ...rest });
}

export const READ_ONLY: FieldOptions = { createable: false, updateable: false };

/** The fields that every object has, in describe's order: the name field goes after `IsDeleted`. */
export function idFields(): readonly Field[] {
  return [field('Id', 'Record ID', 'id', { length: 18, ...READ_ONLY, nillable: false }), checkbox('IsDeleted', 'Deleted', READ_ONLY)];
}

export function ownerField(targets: readonly string[] = ['User']): Field {
  return lookup('OwnerId', 'Owner ID', targets, undefined, { onDelete: 'Restrict', nillable: false });
}

/** Who made and last changed a record, and when. */
export function auditFields(): readonly Field[] {
  const system = { ...READ_ONLY, nillable: false };
  return [
    dateTime('CreatedDate', 'Created Date', system),
    lookup('CreatedById', 'Created By ID', ['User'], undefined, { ...system, onDelete: 'Restrict' }),
    dateTime('LastModifiedDate', 'Last Modified Date', system),
    lookup('LastModifiedById', 'Last Modified By ID', ['User'], undefined, { ...system, onDelete: 'Restrict' }),
    dateTime('SystemModstamp', 'System Modstamp', system),
  ];
}

/** When the current user last saw a record; kept blank, as for a record nobody opened. */
export function viewedFields(): readonly Field[] {
  return [dateTime('LastViewedDate', 'Last Viewed Date', READ_ONLY), dateTime('LastReferencedDate', 'Last Referenced Date', READ_ONLY)];
}

/** Street, city, ... of one of an object's addresses, and the compound address: `Billing` -> `BillingStreet`, ..., `BillingAddress`. */
export function addressFields(prefix: string, words = prefix): readonly Field[] {
  const name = (part: string): string => `${prefix}${part}`;
  const label = (part: string): string => (prefix === '' ? part : `${words} ${part}`);
  const part = { compoundFieldName: name('Address') };
  return [
    textArea(name('Street'), label('Street'), 255, part),
    text(name('City'), label('City'), 40, part),
    text(name('State'), label('State/Province'), 80, part),
    text(name('PostalCode'), label('Zip/Postal Code'), 20, part),
    text(name('Country'), label('Country'), 80, part),
    decimal(name('Latitude'), label('Latitude'), 18, 15, part),
    decimal(name('Longitude'), label('Longitude'), 18, 15, part),
    picklist(name('GeocodeAccuracy'), label('Geocode Accuracy'), GEOCODE_ACCURACIES, {
      ...part,
      length: 40,
      picklist: { restricted: true, values: GEOCODE_ACCURACIES.map((value) => ({ value, label: value, isDefault: false, active: true })) },
    }),
    field(name('Address'), label('Address'), 'address', {
      ...READ_ONLY,
      sortable: false,
      groupable: false,
      compound: { parts: new Map(ADDRESS_PARTS.map((json) => [json, name(json.charAt(0).toUpperCase() + json.slice(1))])) },
    }),
  ];
}

/** The parts of an address in the order of its JSON. */
const ADDRESS_PARTS = ['city', 'country', 'geocodeAccuracy', 'latitude', 'longitude', 'postalCode', 'state', 'street'];

const GEOCODE_ACCURACIES = [
  'Address',
  'NearAddress',
  'Block',
  'Street',
  'ExtendedZip',
  'Zip',
  'Neighborhood',
  'City',
  'County',
  'State',
  'Unknown',
];
