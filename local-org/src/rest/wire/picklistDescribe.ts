import type { Field, SObjectType } from '../../schema/types.ts';

/** The choices of a picklist as describe tells them. */
export function picklistDescribe(object: SObjectType, field: Field): readonly Record<string, unknown>[] {
  const { picklist } = field;
  const controlling = picklist?.controllingField === undefined ? undefined : controllingValues(object, picklist.controllingField);
  return (picklist?.values ?? []).map((value) => ({
    active: value.active,
    defaultValue: value.isDefault,
    label: value.label,
    validFor: controlling === undefined || value.validFor === undefined ? null : validFor(controlling, value.validFor),
    value: value.value,
  }));
}

/** The values of a controlling field in the order of describe; a check box counts as false, true. */
export function controllingValues(object: SObjectType, fieldName: string): readonly string[] {
  const controller = object.fields.get(fieldName.toLowerCase());
  if (controller?.type === 'boolean') return ['false', 'true'];
  return (controller?.picklist?.values ?? []).map((value) => value.value);
}

/**
 * For which values of the controlling field a value can be chosen: one bit for
 * each, the first being the highest of the first byte, in base 64 (SOAP API
 * Developer Guide, "validFor").
 */
export function validFor(controlling: readonly string[], chosen: readonly string[]): string {
  const wanted = new Set(chosen.map(normalised));
  const bytes = new Uint8Array(Math.ceil(controlling.length / 24) * 3);
  for (const [index, value] of controlling.entries()) {
    if (wanted.has(normalised(value))) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
  }
  return Buffer.from(bytes).toString('base64');
}

/** Metadata calls the states of a check box `checked` and `unchecked` too. */
function normalised(value: string): string {
  const lower = value.toLowerCase();
  return lower === 'checked' ? 'true' : lower === 'unchecked' ? 'false' : lower;
}
