import type { Interview } from '../interview.ts';
import { allFields, type CompiledField, type CompiledScreen } from './compiledScreen.ts';

/** Looks again when a hidden field was what another one depends on; screens that never settle end there. */
const mostRounds = 10;

/**
 * The fields that are shown as the screen is filled in now. What is hidden holds
 * nothing (Help, "Conditional Visibility"): later fields see it so.
 */
export function visibleFields(screen: CompiledScreen, interview: Interview): ReadonlySet<CompiledField> {
  const all = allFields(screen.fields);
  let visible = shownOf(screen.fields, interview);
  for (let round = 0; round < mostRounds; round += 1) {
    for (const field of all) if (!visible.has(field)) clear(field, interview);
    const next = shownOf(screen.fields, interview);
    if (next.size === visible.size && [...next].every((field) => visible.has(field))) return next;
    visible = next;
  }
  return visible;
}

function shownOf(fields: readonly CompiledField[], interview: Interview): Set<CompiledField> {
  const shown = fields.filter((field) => field.visibility?.holds(interview) !== false);
  return new Set(shown.flatMap((field) => [field, ...shownOf(field.fields, interview)]));
}

function clear({ input, component }: CompiledField, { data }: Interview): void {
  if (input !== undefined) data[input.slot] = null;
  if (input?.choices !== undefined) data[input.choices.keySlot] = '[]';
  for (const attribute of component?.attributes ?? []) if (attribute.given === undefined) data[attribute.slot] = null;
}
