import type { PicklistValueSource } from '../metadata/picklistValues.ts';
import type { ValueSets } from '../metadata/valueSets.ts';
import { standardValues } from './standardValueSets.ts';
import type { Field, PicklistValue } from './types.ts';

/** A value of a metadata file as the schema has it. */
export function picklistValue({ fullName, isActive, ...rest }: PicklistValueSource): PicklistValue {
  return { ...rest, value: fullName, active: isActive };
}

/** The values of a standard value set: as the org's metadata has them, else as in a new org. */
export function standardSetValues(sets: ValueSets, name: string): readonly PicklistValue[] {
  const own = sets.standard.get(name.toLowerCase());
  return own === undefined ? (standardValues(name) ?? []) : own.values.map(picklistValue);
}

/** A standard field with the values of its standard value set, and the default that the set gives. */
export function withStandardValues(sets: ValueSets, field: Field): Field {
  const set = field.picklist?.valueSetName;
  if (field.custom || field.picklist === undefined || set === undefined) return field;
  const values = standardSetValues(sets, set);
  const chosen = values.find((value) => value.isDefault);
  return {
    ...field,
    picklist: { ...field.picklist, values },
    ...(chosen === undefined ? {} : { defaultFormula: `"${chosen.value.replace(/["\\]/gu, '\\$&')}"` }),
  };
}

/** Check boxes that follow from what a value set says of the value of another field. */
const FROM_VALUES: Readonly<Record<string, readonly [picklist: string, fact: 'closed' | 'won' | 'highPriority']>> = {
  'Case.IsClosed': ['Status', 'closed'],
  'Task.IsClosed': ['Status', 'closed'],
  'Task.IsHighPriority': ['Priority', 'highPriority'],
  'Opportunity.IsClosed': ['StageName', 'closed'],
  'Opportunity.IsWon': ['StageName', 'won'],
};

/** Kept as formulas, so that no save has to remember them and a change of the value set holds at once. */
export function withDerivedFlag(objectName: string, field: Field, fields: readonly Field[]): Field {
  const [picklist, fact] = FROM_VALUES[`${objectName}.${field.name}`] ?? [];
  if (picklist === undefined || fact === undefined) return field;
  const values = fields.find((other) => other.name === picklist)?.picklist?.values ?? [];
  const tests = values
    .filter((value) => value[fact] === true)
    .map((value) => `ISPICKVAL(${picklist}, "${value.value.replace(/["\\]/gu, '\\$&')}")`);
  const source = tests.length === 0 ? 'FALSE' : `OR(${tests.join(', ')})`;
  return { ...field, formula: { source, blanksAs: 'zero' } };
}
