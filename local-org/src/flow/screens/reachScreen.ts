import type { CompiledElement } from '../compiledFlow.ts';
import { asValue } from '../data.ts';
import type { FlowRun } from '../flowRun.ts';
import type { Interview } from '../interview.ts';
import {
  allFields,
  type ChoiceOption,
  type CompiledChoices,
  type CompiledField,
  type CompiledInput,
  type CompiledScreen,
} from './compiledScreen.ts';

/** The options that stand on a screen, by the place of their field among all of the screen's. */
export type ScreenOptions = readonly (readonly ChoiceOption[])[];

/** An interview comes to a screen: what can be chosen is asked for, fields get their first values, and it waits. */
export function reachScreen(screen: CompiledScreen, element: CompiledElement, interview: Interview, run: FlowRun): void {
  const options: (readonly ChoiceOption[])[] = [];
  const fields = allFields(screen.fields);
  for (const { input } of fields) {
    const found = input?.choices === undefined ? [] : optionsOf(input.choices, interview, run);
    if (found === undefined) return;
    options.push(found);
  }
  interview.data[screen.optionsSlot] = JSON.stringify(options);
  const shownBefore = interview.data[screen.shownSlot] === true;
  run.prepare([interview], element, () => {
    fields.forEach((field, place) => fillField(field, options[place] ?? [], interview, shownBefore));
    interview.data[screen.shownSlot] = true;
  });
  if (interview.failure === undefined && interview.next === element) interview.waitsAt = element;
}

function optionsOf(choices: CompiledChoices, interview: Interview, run: FlowRun): readonly ChoiceOption[] | undefined {
  const all: ChoiceOption[] = [];
  for (const source of choices.sources) {
    const options = source.options(interview, run);
    if (options === undefined) return undefined;
    all.push(...options);
  }
  return all;
}

/** The first value of a field; what a person gave when the screen was here before stays, unless the field says otherwise. */
function fillField(field: CompiledField, options: readonly ChoiceOption[], interview: Interview, shownBefore: boolean): void {
  const { input, component, definition } = field;
  const again = !shownBefore || definition.resets;
  if (input !== undefined) fillInput(input, options, interview, again);
  for (const attribute of component?.attributes ?? []) {
    // Attributes that nobody but the flow sets follow it; what a person changed stays.
    if (again || attribute.name !== 'value') {
      if (attribute.given !== undefined) interview.data[attribute.slot] = attribute.given.evaluate(interview);
      else if (again) interview.data[attribute.slot] = null;
    }
  }
}

function fillInput(input: CompiledInput, options: readonly ChoiceOption[], interview: Interview, again: boolean): void {
  const { choices, initial, slot, type } = input;
  if (again) interview.data[slot] = initial?.evaluate(interview) ?? (type.type === 'boolean' ? false : null);
  if (choices === undefined) return;
  const wanted = chosenAtFirst(choices, options, interview, input, again);
  interview.data[choices.keySlot] = JSON.stringify(wanted.map((option) => option.key));
  interview.data[slot] = valueOfChosen(wanted, choices.multiple);
}

function chosenAtFirst(
  choices: CompiledChoices,
  options: readonly ChoiceOption[],
  interview: Interview,
  { slot }: CompiledInput,
  again: boolean,
): readonly ChoiceOption[] {
  const held = asValue(interview.data[slot] ?? null);
  const byDefault = again ? options.filter((option) => option.key === choices.defaultChoice) : [];
  if (byDefault.length > 0 || held === null) return byDefault;
  if (!choices.multiple) return options.filter((option) => option.value === held).slice(0, 1);
  const values = String(held)
    .split(';')
    .map((part) => part.trim());
  return options.filter((option) => values.includes(String(option.value)));
}

/** What a field holds of what was chosen: the value, or several as one text. */
export function valueOfChosen(chosen: readonly ChoiceOption[], multiple: boolean): ChoiceOption['value'] {
  if (!multiple) return chosen[0]?.value ?? null;
  return chosen.length === 0 ? null : chosen.map((option) => String(option.value)).join(';');
}

/** The options that the interview's screen was shown with. */
export function screenOptions(screen: CompiledScreen, interview: Interview): ScreenOptions {
  // Written by `reachScreen` above, so its shape is known.
  return JSON.parse(String(asValue(interview.data[screen.optionsSlot] ?? null) ?? '[]')) as ScreenOptions;
}
