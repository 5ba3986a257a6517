import type { Field, Schema, SObjectType } from './types.ts';

/** One step from a record to a parent: the reference field, and the objects that it may lead to. */
export interface ParentStep {
  readonly field: Field;
  readonly targets: readonly SObjectType[];
}

/** What a dotted name leads to. */
export interface ResolvedPath {
  readonly steps: readonly ParentStep[];
  readonly object: SObjectType;
  readonly field: Field;
}

/** The reference field whose relationship name this is: `Account`, `Contact__r`, or `Owner:User` for one target of several. */
export function parentStep(schema: Schema, object: SObjectType, segment: string): ParentStep | undefined {
  const [name = '', only] = segment.toLowerCase().split(':');
  for (const field of object.fields.values()) {
    if (field.reference?.relationshipName?.toLowerCase() !== name) continue;
    const targets = field.reference.targets.flatMap((target) => schema.object(target) ?? []);
    // Formulas call the queue side of an owner `Owner:Queue`.
    const wanted = only === 'queue' ? 'group' : only;
    const chosen = wanted === undefined ? targets : targets.filter((target) => target.name.toLowerCase() === wanted);
    return chosen.length === 0 ? undefined : { field, targets: chosen };
  }
  return undefined;
}

/** Follows a dotted name that meets one object at every step, as in formulas. Undefined: there is no such field. */
export function resolvePath(schema: Schema, object: SObjectType, path: readonly string[]): ResolvedPath | undefined {
  const steps: ParentStep[] = [];
  let current = object;
  for (const segment of path.slice(0, -1)) {
    const step = parentStep(schema, current, segment);
    const target = step?.targets.length === 1 ? step.targets[0] : undefined;
    if (step === undefined || target === undefined) return undefined;
    steps.push(step);
    current = target;
  }
  const field = current.fields.get((path.at(-1) ?? '').toLowerCase());
  return field === undefined ? undefined : { steps, object: current, field };
}
