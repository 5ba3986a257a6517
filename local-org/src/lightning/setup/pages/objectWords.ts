import type { Field, SObjectType } from '../../../schema/types.ts';

const kinds: Readonly<Record<SObjectType['kind'], string>> = {
  standard: 'Standard object',
  custom: 'Custom object',
  customSetting: 'Custom setting',
  customMetadata: 'Custom metadata type',
  platformEvent: 'Platform event',
  history: 'History',
  feed: 'Feed',
  share: 'Share',
  external: 'External object',
  big: 'Big object',
  setup: 'Setup object',
};

export function objectKindText({ kind }: SObjectType): string {
  return kinds[kind];
}

const typeWords: Readonly<Partial<Record<Field['type'], string>>> = {
  id: 'Id',
  string: 'Text',
  textarea: 'Text area',
  longtextarea: 'Long text area',
  email: 'E-mail',
  phone: 'Phone',
  url: 'URL',
  boolean: 'Checkbox',
  int: 'Number',
  double: 'Number',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'Date/time',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'Picklist (multi-select)',
  combobox: 'Combo box',
  encryptedstring: 'Encrypted text',
  address: 'Address',
  location: 'Geolocation',
  base64: 'Binary',
};

/** The type of a field as Setup words it: `Text(80)`, `Formula (Number)`, `Master-detail(Account pulse)`. */
export function fieldTypeText(field: Field, labelOf: (objectName: string) => string): string {
  const { rollup, autoNumber, formula } = field;
  if (rollup !== undefined) return `Roll-up summary (${rollup.operation.toUpperCase()} of ${labelOf(rollup.childObject)})`;
  if (autoNumber !== undefined) return 'Auto number';
  const plain = plainTypeText(field, labelOf);
  return formula === undefined ? plain : `Formula (${plain})`;
}

function plainTypeText(
  { type, reference, length, precision, scale, formula, htmlFormatted }: Field,
  labelOf: (name: string) => string,
): string {
  if (reference !== undefined) {
    const targets = reference.targets.map(labelOf).join(', ');
    return `${reference.masterDetail === undefined ? 'Lookup' : 'Master-detail'}(${targets})`;
  }
  if (htmlFormatted === true) return 'Rich text area';
  const word = typeWords[type] ?? type;
  if (formula !== undefined) return word;
  if (precision !== undefined && ['double', 'currency', 'percent', 'int'].includes(type)) {
    return `${word}(${precision - (scale ?? 0)}, ${scale ?? 0})`;
  }
  return length !== undefined && ['string', 'longtextarea', 'textarea'].includes(type) ? `${word}(${length})` : word;
}
