import type { Field, FieldValue } from '../../schema/types.ts';

/** A value as UI API writes it: moments end in `Z`, unlike in the rest of the REST API. */
export function wireValue(field: Field, value: FieldValue): FieldValue {
  if (value === null) return null;
  switch (field.type) {
    case 'datetime':
      return typeof value === 'number' ? new Date(value).toISOString() : value;
    case 'time':
      return typeof value === 'number' ? new Date(value).toISOString().slice(11) : value;
    case 'boolean':
      return value === true || value === 1;
    default:
      return value;
  }
}
