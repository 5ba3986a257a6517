import type { CustomFieldSource } from '../metadata/customField.ts';
import type { ValueSetSource } from '../metadata/picklistValues.ts';
import { valueProblems } from '../metadata/valueSets.ts';
import type { Report } from './fieldFromMetadata.ts';
import type { FieldOptions } from './fields.ts';
import type { Field, Picklist, PicklistValue } from './types.ts';
import { picklistValue } from './valueSets.ts';

/** The choices of a picklist field: its own values, or those of a global value set. */
export function picklistOptions(
  source: CustomFieldSource,
  globalValues: (name: string) => readonly PicklistValue[] | undefined,
  report: Report,
): FieldOptions {
  if (source.type !== 'Picklist' && source.type !== 'MultiselectPicklist') return {};
  const { valueSet, file } = source;
  if (valueSet === undefined) return {};
  const values = valueSet.globalName === undefined ? valueSet.values.map(picklistValue) : globalValues(valueSet.globalName);
  if (values === undefined) report('valueSetName', 'The global picklist cannot be resolved');
  if (valueSet.globalName === undefined && !valueSet.defined)
    report('valueSet', "Must specify either 'valueSetName' or 'valueSetDefinition'");
  if (valueSet.globalName !== undefined && valueSet.defined) {
    report('valueSet', "Can not specify both 'valueSetName' and 'valueSetDefinition'");
  }
  for (const { message } of valueProblems({ file, values: valueSet.values })) report('valueSet', message);
  const choices = values ?? [];
  const restricted = valueSet.restricted || valueSet.globalName !== undefined;
  if (restricted && choices.length > 1000) report('valueSet', 'A restricted picklist can have at most 1,000 values');
  const chosen = source.type === 'Picklist' ? choices.find((choice) => choice.isDefault) : undefined;
  return {
    length: source.type === 'Picklist' ? 255 : 4099,
    picklist: { ...dependency(valueSet, choices), restricted },
    ...(chosen === undefined || (source.defaultValue ?? '') !== '' ? {} : { defaultFormula: quoted(chosen.value) }),
  };
}

function dependency(valueSet: ValueSetSource, choices: readonly PicklistValue[]): Omit<Picklist, 'restricted'> {
  const name = valueSet.globalName === undefined ? {} : { valueSetName: valueSet.globalName };
  const { controllingField, settings } = valueSet;
  if (controllingField === undefined) return { values: choices, ...name };
  const byValue = new Map(settings.map((setting) => [setting.valueName.toLowerCase(), setting.controllingFieldValues]));
  const values = choices.map((choice) => ({ ...choice, validFor: byValue.get(choice.value.toLowerCase()) ?? [] }));
  return { values, controllingField, ...name };
}

/**
 * What is wrong with the dependency of a picklist, once the controlling field is
 * known: what controls it is a picklist or a check box of the same object with
 * the values that the settings name.
 */
export function dependencyProblems(
  dependent: Field,
  valueSet: ValueSetSource | undefined,
  find: (name: string) => Field | undefined,
): readonly { readonly element: string; readonly message: string }[] {
  const controllingName = valueSet?.controllingField;
  if (valueSet === undefined || controllingName === undefined) return [];
  const controller = find(controllingName);
  if (
    controller === undefined ||
    (controller.picklist === undefined && controller.type !== 'boolean') ||
    controller.type === 'multipicklist'
  ) {
    return [{ element: 'controllingField', message: `Picklist control field '${controllingName}' not found` }];
  }
  const known = controller.type === 'boolean' ? ['true', 'false'] : (controller.picklist?.values ?? []).map((value) => value.value);
  const lower = new Set(known.map((value) => value.toLowerCase()));
  const own = new Set((dependent.picklist?.values ?? []).map((value) => value.value.toLowerCase()));
  return valueSet.settings.flatMap(({ valueName, controllingFieldValues }) => [
    ...(own.has(valueName.toLowerCase())
      ? []
      : [{ element: 'valueSettings', message: `Picklist value: ${valueName} in picklist: ${dependent.name} not found` }]),
    ...controllingFieldValues
      .filter((value) => !lower.has(controller.type === 'boolean' ? booleanName(value) : value.toLowerCase()))
      .map((value) => ({
        element: 'valueSettings',
        message: `Control field value '${value}' not found, valid values are [${known.join(', ')}]`,
      })),
  ]);
}

/** Check boxes are written in several ways. */
function booleanName(value: string): string {
  const lower = value.toLowerCase();
  return ['checked', '1', 'true'].includes(lower) ? 'true' : ['unchecked', '0', 'false'].includes(lower) ? 'false' : lower;
}

/** A text as a formula literal. */
function quoted(value: string): string {
  return `"${value.replace(/["\\]/gu, '\\$&')}"`;
}
