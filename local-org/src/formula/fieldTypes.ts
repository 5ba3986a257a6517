import type { FieldType } from '../schema/types.ts';
import type { FormulaType } from './types.ts';

const FORMULA_TYPES: Readonly<Record<FieldType, FormulaType | undefined>> = {
  id: 'id',
  reference: 'id',
  string: 'text',
  textarea: 'text',
  longtextarea: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  boolean: 'boolean',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  picklist: 'picklist',
  multipicklist: 'multipicklist',
  combobox: 'text',
  encryptedstring: 'text',
  address: undefined,
  location: 'location',
  base64: undefined,
};

/** The type that a field has within a formula; undefined where formulas cannot use it. */
export function formulaTypeOfField(type: FieldType): FormulaType | undefined {
  return FORMULA_TYPES[type];
}
