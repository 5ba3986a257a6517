import type { ScreenElement, ScreenField } from '../../metadata/screens/screenTypes.ts';
import type { ScreenFieldTexts, ScreenTexts } from '../../metadata/translations/languageTexts.ts';
import type { CompiledElement, Expression, ParentNeed } from '../compiledFlow.ts';
import { compileConditions } from '../conditions.ts';
import { adapt, fits } from '../conversions.ts';
import { allNeeds, type CompileElement, type ElementContext } from '../elements/context.ts';
import { describeType, type FlowType } from '../flowType.ts';
import { wordsOf } from '../flowWords.ts';
import { FlowProblem } from '../problems.ts';
import { compileValue } from '../values.ts';
import { compileChoices } from './choices.ts';
import { allFields, type CompiledComponent, type CompiledField, type CompiledInput, type CompiledScreen } from './compiledScreen.ts';
import { attributeFlowType, componentAttributes, inputType, isInput } from './declareScreen.ts';
import { compileRecordField } from './recordField.ts';
import { reachScreen } from './reachScreen.ts';

/** Screen: the interview waits there for its user. */
export const compileScreen: CompileElement<'screens'> = (element, context) => {
  const { scope } = context;
  const fields = element.fields.map((field) => compileField(field, { element, context }));
  const words = (text: string | undefined, translated: (texts: ScreenTexts) => string | undefined): Expression | undefined =>
    text === undefined ? undefined : screenWords(text, { element, context }, translated);
  const help = words(element.helpText, (texts) => texts.help);
  const pausedText = words(element.pausedText, (texts) => texts.paused);
  const screen: CompiledScreen = {
    definition: element,
    help,
    pausedText,
    backLabel: words(element.backLabel, (texts) => texts.back),
    nextOrFinishLabel: words(element.nextOrFinishLabel, (texts) => texts.next),
    pauseLabel: words(element.pauseLabel, (texts) => texts.pause),
    fields,
    exit: context.exit(element.connector),
    optionsSlot: scope.addSlot({ kind: 'value', type: 'string' }),
    shownSlot: scope.addSlot({ kind: 'value', type: 'boolean' }),
  };
  const compiled: CompiledElement = {
    name: element.name,
    needs: [...allFields(fields).flatMap(needsOf), ...(help?.needs ?? []), ...(pausedText?.needs ?? [])],
    rank: 0,
    screen,
    runGroup: (interviews, run) => {
      for (const interview of interviews) reachScreen(screen, compiled, interview, run);
    },
  };
  return compiled;
};

/** A screen and the flow around it. */
interface ScreenPlace {
  readonly element: ScreenElement;
  readonly context: ElementContext;
}

/** A text of the screen in the language of whoever sees it. */
function screenWords(text: string, { element, context }: ScreenPlace, translated: (texts: ScreenTexts) => string | undefined): Expression {
  return wordsOf(context.scope, text, ({ screens }) => {
    const texts = screens.get(element.name);
    return texts === undefined ? undefined : translated(texts);
  });
}

/** The same for a text of one field. */
function fieldWords(
  text: string,
  place: ScreenPlace,
  { name }: ScreenField,
  translated: (texts: ScreenFieldTexts) => string | undefined,
): Expression {
  return screenWords(text, place, ({ fields }) => {
    const texts = fields.get(name);
    return texts === undefined ? undefined : translated(texts);
  });
}

function compileField(field: ScreenField, place: ScreenPlace): CompiledField {
  const { context } = place;
  const { resolve } = context.scope;
  const isFlag = { kind: 'value', type: 'boolean' } as const;
  const recordField = field.fieldType === 'ObjectProvided' ? compileRecordField(field, context) : undefined;
  const help = field.helpText === undefined ? undefined : fieldWords(field.helpText, place, field, (texts) => texts.help);
  return {
    definition: field,
    text: recordField?.label ?? fieldWords(field.text, place, field, ({ text }) => text),
    help: recordField === undefined ? help : recordField.help,
    visibility: field.visibility === undefined ? undefined : compileConditions(field.visibility, context.scope),
    disabled: field.disabled === undefined ? undefined : compileValue(field.disabled, isFlag, resolve),
    readOnly: field.readOnly === undefined ? undefined : compileValue(field.readOnly, isFlag, resolve),
    input: recordField?.input ?? (isInput(field) ? compileInput(field, place) : undefined),
    component: field.fieldType === 'ComponentInstance' ? compileComponent(field, place) : undefined,
    fields: field.fields.map((inner) => compileField(inner, place)),
  };
}

function compileInput(field: ScreenField, place: ScreenPlace): CompiledInput {
  const { context } = place;
  const { scope } = context;
  const type = inputType(field);
  const slot = scope.slot(field.name)?.slot;
  if (slot === undefined) throw new FlowProblem(`The API name "${field.name}" is used more than once.`);
  return {
    slot,
    type,
    initial: field.defaultValue === undefined ? undefined : compileValue(field.defaultValue, type, scope.resolve),
    validation:
      field.validation === undefined
        ? undefined
        : {
            valid: scope.formulaExpression(field.validation.formula, 'boolean'),
            message: fieldWords(field.validation.message, place, field, (texts) => texts.error),
          },
    choices: field.choices.length === 0 ? undefined : compileChoices(field, type, context),
    target: undefined,
  };
}

function compileComponent(field: ScreenField, place: ScreenPlace): CompiledComponent {
  const { scope } = place.context;
  const known = componentAttributes(field, scope);
  const named = [...field.inputs.map(({ name }) => name), ...field.outputs.map(({ name }) => name)];
  const unknown = named.find((name) => !known.has(name));
  if (unknown !== undefined) throw new FlowProblem(`The component "${field.extension ?? ''}" has no attribute "${unknown}".`);
  const attributes = [...known].map(([name, attribute]) => {
    const type = attributeFlowType(attribute, scope);
    const given = field.inputs.find((input) => input.name === name);
    const output = field.outputs.find((candidate) => candidate.name === name);
    const target = output === undefined ? undefined : scope.target(output.to);
    if (target !== undefined && !fits(type, target.type))
      throw new FlowProblem(`"${output?.to ?? ''}" (${describeType(target.type)}) can't hold the attribute "${name}".`);
    return {
      name,
      type,
      slot: scope.slot(`${field.name}.${name}`)?.slot ?? scope.addSlot(type),
      given: given === undefined ? undefined : adapt(givenValue(given, type, field, place), type),
      target,
    };
  });
  return { name: field.extension ?? '', attributes };
}

/** What the flow gives to an attribute; a text in the language of whoever sees it. */
function givenValue({ name, value }: ScreenField['inputs'][number], type: FlowType, field: ScreenField, place: ScreenPlace): Expression {
  if (value?.kind === 'string') return fieldWords(value.value, place, field, ({ inputs }) => inputs.get(name));
  return compileValue(value, type, place.context.scope.resolve);
}

function needsOf({ text, help, visibility, disabled, readOnly, input, component }: CompiledField): readonly ParentNeed[] {
  const parts = [text, help, visibility, disabled, readOnly, input?.initial, input?.validation?.valid, input?.validation?.message];
  return allNeeds([
    ...parts.filter((part) => part !== undefined),
    ...(input?.choices?.sources ?? []),
    ...(component?.attributes ?? []).flatMap((attribute) => attribute.given ?? []),
  ]);
}
