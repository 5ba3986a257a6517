import type { Field } from '../schema/types.ts';

/** A field's type in the words of the object manager, as FieldDefinition tells it: `Text(255)`, `Lookup(User)`. */
export function dataTypeOf(field: Field): string {
  if (field.rollup !== undefined) return `Roll-Up Summary (${field.rollup.operation.toUpperCase()} ${field.rollup.childObject})`;
  if (field.autoNumber !== undefined) return 'Auto Number';
  if (field.formula !== undefined) return `Formula (${plainTypes[field.type] ?? 'Text'})`;
  const { reference } = field;
  if (reference !== undefined)
    return `${reference.masterDetail === undefined ? 'Lookup' : 'Master-Detail'}(${reference.targets.join(',')})`;
  return withSize(field);
}

function withSize(field: Field): string {
  const plain = plainTypes[field.type] ?? 'Text';
  const unique = field.unique
    ? `${field.externalId ? ' (External ID)' : ''} (Unique Case ${field.caseSensitive ? 'Sensitive' : 'Insensitive'})`
    : field.externalId
      ? ' (External ID)'
      : '';
  switch (field.type) {
    case 'string':
    case 'textarea':
    case 'longtextarea':
      return `${plain}(${String(field.length ?? 0)})${unique}`;
    case 'double':
    case 'currency':
    case 'percent':
    case 'int':
      return `${plain}(${String((field.precision ?? 18) - (field.scale ?? 0))}, ${String(field.scale ?? 0)})${unique}`;
    default:
      return plain + unique;
  }
}

const plainTypes: Readonly<Record<string, string>> = {
  address: 'Address',
  base64: 'Base64',
  boolean: 'Checkbox',
  combobox: 'Picklist',
  currency: 'Currency',
  date: 'Date',
  datetime: 'Date/Time',
  double: 'Number',
  email: 'Email',
  encryptedstring: 'Text (Encrypted)',
  id: 'Lookup()',
  int: 'Number',
  location: 'Geolocation',
  longtextarea: 'Long Text Area',
  multipicklist: 'Picklist (Multi-Select)',
  percent: 'Percent',
  phone: 'Phone',
  picklist: 'Picklist',
  string: 'Text',
  textarea: 'Text Area',
  time: 'Time',
  url: 'URL',
};
