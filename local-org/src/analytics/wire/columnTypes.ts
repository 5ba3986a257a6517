import type { FieldType } from '../../schema/types.ts';

const others: Partial<Record<FieldType, string>> = {
  longtextarea: 'textarea',
  encryptedstring: 'string',
  // A lookup shows the name of its record.
  reference: 'string',
  address: 'string',
  location: 'string',
  base64: 'string',
};

/** The data type of a column as the Analytics API calls it. */
export function dataTypeOf(type: FieldType): string {
  return others[type] ?? type;
}
