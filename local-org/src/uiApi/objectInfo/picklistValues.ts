import type { Field, PicklistValue, RecordType, SObjectType } from '../../schema/types.ts';
import { eTagOf } from '../records/recordRepresentation.ts';

/** UI API's Picklist Values of one field, as a record type offers them; without one, all that are active. */
export function picklistValues(object: SObjectType, field: Field, url: string, recordType?: RecordType): Record<string, unknown> {
  const offered = recordType?.picklists.get(field.name.toLowerCase());
  const allowed = offered === undefined ? undefined : new Set(offered.values);
  const active = (field.picklist?.values ?? []).filter((value) => value.active && allowed?.has(value.value) !== false);
  const byDefault = active.find((value) => (offered?.defaultValue === undefined ? value.isDefault : value.value === offered.defaultValue));
  const controllerValues = controllerIndexes(object, field);
  const told = (value: PicklistValue): Record<string, unknown> => choice(value, controllerValues);
  const content = {
    controllerValues,
    defaultValue: byDefault === undefined ? null : told(byDefault),
    url,
    values: active.map(told),
  };
  return { ...content, eTag: eTagOf(content) };
}

/** The values of the controlling field and the numbers by which `validFor` calls them. */
function controllerIndexes(object: SObjectType, field: Field): Readonly<Record<string, number>> {
  const name = field.picklist?.controllingField;
  const controller = name === undefined ? undefined : object.fields.get(name.toLowerCase());
  if (controller === undefined) return {};
  const values = controller.type === 'boolean' ? ['false', 'true'] : (controller.picklist?.values ?? []).map((value) => value.value);
  return Object.fromEntries(values.map((value, index) => [value, index]));
}

function choice({ value, label, validFor = [] }: PicklistValue, controllers: Readonly<Record<string, number>>): Record<string, unknown> {
  return { attributes: null, label, validFor: validFor.flatMap((controlling) => controllers[controlling] ?? []), value };
}
