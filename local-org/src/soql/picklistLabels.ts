import { isTranslated, valueLabel } from '../schema/schemaInLanguage.ts';
import type { Picklist } from '../schema/types.ts';
import type { Parameter } from './sqlBuilder.ts';

/** The labels of a picklist as bound values: told by the language of who runs the query. */
export interface PicklistLabels {
  /** By value. */
  readonly each: ReadonlyMap<string, Parameter>;
  /** All of them as JSON: value -> label. */
  readonly all: Parameter;
}

/** The same parameters each time: equal expressions must become equal SQL. */
const known = new WeakMap<Picklist, PicklistLabels>();

/** Undefined when every label is the value itself, in every language. */
export function picklistLabels(picklist: Picklist): PicklistLabels | undefined {
  const choices = isTranslated(picklist) ? picklist.values : picklist.values.filter(({ value, label }) => label !== value);
  if (choices.length === 0) return undefined;
  const found = known.get(picklist);
  if (found !== undefined) return found;
  const labelOf =
    (value: string): Parameter =>
    ({ user }) =>
      valueLabel(picklist, value, user.language);
  const each = new Map(choices.map(({ value }) => [value, labelOf(value)]));
  const all: Parameter = (context) => JSON.stringify(Object.fromEntries([...each].map(([value, label]) => [value, label(context)])));
  const labels = { each, all };
  known.set(picklist, labels);
  return labels;
}
