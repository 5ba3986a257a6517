import type { Field, PicklistValue } from '../../schema/types.ts';
import { eTagOf } from '../records/recordRepresentation.ts';

/** UI API's Picklist Values of one field. */
export function picklistValues(field: Field, url: string): Record<string, unknown> {
  const active = (field.picklist?.values ?? []).filter((value) => value.active);
  const byDefault = active.find((value) => value.isDefault);
  const content = {
    controllerValues: {},
    defaultValue: byDefault === undefined ? null : choice(byDefault),
    url,
    values: active.map(choice),
  };
  return { ...content, eTag: eTagOf(content) };
}

function choice({ value, label }: PicklistValue): Record<string, unknown> {
  return { attributes: null, label, validFor: [], value };
}
