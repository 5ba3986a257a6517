import type { Field, FieldType } from '../schema/types.ts';

/** The kinds of fields between which no change leads; the words are the platform's. */
type Family = 'Lookup, MasterDetail, or Hierarchy' | 'Formula' | 'Summary' | undefined;

/** What becomes of the values when a field's type changes. */
export type Conversion = 'keep' | 'number to text' | 'lost';

const textual: readonly FieldType[] = ['string', 'textarea', 'longtextarea', 'email', 'phone', 'url', 'picklist'];
const numeric: readonly FieldType[] = ['int', 'double', 'currency', 'percent'];

/** Why a field cannot become the other, whatever its values; undefined when it can. */
export function refusedChange(before: Field, after: Field): string | undefined {
  const [from, to] = [familyOf(before), familyOf(after)];
  if (from !== to) {
    return to === undefined
      ? `Cannot update a field from a ${String(from)} to something else`
      : `Cannot update a field to a ${to} from something else`;
  }
  if (from !== 'Lookup, MasterDetail, or Hierarchy') return undefined;
  const targets = ({ reference }: Field): string => (reference?.targets ?? []).map((name) => name.toLowerCase()).join();
  return targets(before) === targets(after) ? undefined : 'Cannot change the object that a relationship field refers to';
}

/**
 * What a change of type does to values (Help, "Notes on Changing Custom Field
 * Types": which changes lose data). Changes that lose them are possible while there are none.
 */
export function conversionOf(before: Field, after: Field): Conversion {
  if (before.type === after.type) return before.autoNumber === undefined && after.autoNumber !== undefined ? fromText(before) : 'keep';
  if (numeric.includes(before.type)) {
    if (numeric.includes(after.type)) return 'keep';
    return textual.includes(after.type) && after.type !== 'picklist' ? 'number to text' : 'lost';
  }
  if (before.type === 'picklist' && after.type === 'multipicklist') return 'keep';
  return textual.includes(before.type) && textual.includes(after.type) ? 'keep' : 'lost';
}

/** Whether the values of a field would be told apart in another way. */
function fromText({ type }: Field): Conversion {
  return type === 'string' ? 'keep' : 'lost';
}

function familyOf(field: Field): Family {
  if (field.rollup !== undefined) return 'Summary';
  if (field.formula !== undefined) return 'Formula';
  return field.reference === undefined ? undefined : 'Lookup, MasterDetail, or Hierarchy';
}
