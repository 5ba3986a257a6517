import type { Schema } from '../../schema/types.ts';
import { asValue, type FlowData } from '../data.ts';
import type { Interview } from '../interview.ts';
import { allFields, type ChoiceOption, type CompiledChoices, type CompiledField, type CompiledScreen } from './compiledScreen.ts';
import { screenOptions, valueOfChosen } from './reachScreen.ts';
import type { FieldAnswer, WireValue } from './screenModel.ts';
import { fromWire, UnreadableValue } from './wireValues.ts';

/** What is wrong with what was given, by the name of the field. */
export type FieldErrors = Map<string, string>;

/** As fields are called between page and server: fields of records have no name of their own. */
export function fieldName({ definition }: CompiledField): string {
  return definition.name === '' ? (definition.objectField ?? '') : definition.name;
}

/**
 * Puts what a person gave into the interview. What cannot be read stays as it was and is told.
 * Nothing is taken for a field that the flow does not let them change.
 */
export function takeAnswers(screen: CompiledScreen, interview: Interview, answers: readonly FieldAnswer[], schema: Schema): FieldErrors {
  const given = new Map(answers.map(({ field, value }) => [field, value]));
  const options = screenOptions(screen, interview);
  const errors: FieldErrors = new Map();
  allFields(screen.fields).forEach((field, place) => {
    const name = fieldName(field);
    if (field.disabled?.evaluate(interview) === true || field.readOnly?.evaluate(interview) === true) return;
    try {
      takeInput(field, given.get(name), options[place] ?? [], interview, schema);
      for (const attribute of field.component?.attributes ?? []) {
        const value = given.get(`${name}.${attribute.name}`);
        if (value !== undefined) interview.data[attribute.slot] = fromWire(value, attribute.type, schema);
      }
    } catch (error) {
      if (!(error instanceof UnreadableValue)) throw error;
      errors.set(name, error.message);
    }
  });
  return errors;
}

function takeInput(
  { input }: CompiledField,
  value: WireValue | undefined,
  options: readonly ChoiceOption[],
  interview: Interview,
  schema: Schema,
): void {
  if (input === undefined || value === undefined) return;
  if (input.choices === undefined) {
    interview.data[input.slot] = value === null && input.type.type === 'boolean' ? false : fromWire(value, input.type, schema);
    return;
  }
  const chosen = chosenOf(value, options, input.choices);
  interview.data[input.choices.keySlot] = JSON.stringify(chosen.map((option) => option.key));
  interview.data[input.slot] = valueOfChosen(chosen, input.choices.multiple);
}

/** Only what stood on the screen can be chosen. */
function chosenOf(value: WireValue, options: readonly ChoiceOption[], { multiple }: CompiledChoices): readonly ChoiceOption[] {
  const keys = Array.isArray(value) ? value : value === null || value === '' ? [] : [value];
  const chosen = options.filter((option) => keys.includes(option.key));
  return multiple ? chosen : chosen.slice(0, 1);
}

/** Keys of what is chosen in a field. */
export function chosenKeys({ keySlot }: CompiledChoices, interview: Interview): readonly string[] {
  // Written above and by `reachScreen`, so its shape is known.
  return JSON.parse(String(asValue(interview.data[keySlot] ?? null) ?? '[]')) as readonly string[];
}

/** What is wrong with the visible fields: what is required and not there, and validation rules that do not hold. */
export function checkAnswers(visible: ReadonlySet<CompiledField>, interview: Interview, errors: FieldErrors): void {
  for (const field of visible) {
    const name = fieldName(field);
    const message = errors.has(name) ? undefined : problemOf(field, interview);
    if (message !== undefined) errors.set(name, message);
  }
}

function problemOf({ definition, input, component }: CompiledField, interview: Interview): string | undefined {
  if (component !== undefined) return componentProblem(component.attributes, interview);
  if (input === undefined) return undefined;
  const value = asValue(interview.data[input.slot] ?? null);
  const isBlank = value === null || value === '';
  // A check box that must be filled in must be ticked.
  if (definition.required && (isBlank || value === false))
    return input.choices === undefined ? 'Complete this field.' : 'Please select a choice.';
  if (isBlank || input.validation === undefined) return undefined;
  if (input.validation.valid.evaluate(interview) === true) return undefined;
  return textIn(input.validation.message.evaluate(interview));
}

function componentProblem(
  attributes: readonly { readonly name: string; readonly slot: number }[],
  interview: Interview,
): string | undefined {
  const valueOf = (name: string): FlowData => interview.data[attributes.find((attribute) => attribute.name === name)?.slot ?? -1] ?? null;
  const value = valueOf('value');
  return valueOf('required') === true && (value === null || value === '') ? 'Complete this field.' : undefined;
}

function textIn(data: FlowData): string {
  return String(asValue(data) ?? '');
}

/** Hands on what was given, once the screen is done: fields of records, variables of components and of chosen records. */
export function storeAnswers(screen: CompiledScreen, visible: ReadonlySet<CompiledField>, interview: Interview): void {
  const options = screenOptions(screen, interview);
  allFields(screen.fields).forEach((field, place) => {
    const { input, component } = field;
    if (input?.target !== undefined && visible.has(field)) input.target.assign(interview, interview.data[input.slot] ?? null);
    const keys = input?.choices === undefined ? [] : chosenKeys(input.choices, interview);
    for (const source of input?.choices?.sources ?? []) {
      const mine = (options[place] ?? []).find(
        ({ key }) => keys.includes(key) && (key === source.name || key.startsWith(`${source.name}.`)),
      );
      source.take?.(interview, mine);
    }
    for (const { target, slot } of component?.attributes ?? []) {
      if (target !== undefined) target.assign(interview, visible.has(field) ? (interview.data[slot] ?? null) : null);
    }
  });
}
