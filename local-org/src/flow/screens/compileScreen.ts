import type { ScreenField } from '../../metadata/screens/screenTypes.ts';
import type { CompiledElement, Expression, ParentNeed } from '../compiledFlow.ts';
import { compileConditions } from '../conditions.ts';
import { adapt, fits } from '../conversions.ts';
import { allNeeds, type CompileElement, type ElementContext } from '../elements/context.ts';
import { describeType } from '../flowType.ts';
import { FlowProblem } from '../problems.ts';
import { compileValue, compileText } from '../values.ts';
import { compileChoices } from './choices.ts';
import { allFields, type CompiledComponent, type CompiledField, type CompiledInput, type CompiledScreen } from './compiledScreen.ts';
import { attributeFlowType, componentAttributes, inputType, isInput } from './declareScreen.ts';
import { compileRecordField } from './recordField.ts';
import { reachScreen } from './reachScreen.ts';

/** Screen: the interview waits there for its user. */
export const compileScreen: CompileElement<'screens'> = (element, context) => {
  const { scope } = context;
  const fields = element.fields.map((field) => compileField(field, context));
  const help = textOf(element.helpText, context);
  const pausedText = textOf(element.pausedText, context);
  const screen: CompiledScreen = {
    definition: element,
    help,
    pausedText,
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

function textOf(text: string | undefined, context: ElementContext): Expression | undefined {
  return text === undefined ? undefined : compileText(text, context.scope.resolve);
}

function compileField(field: ScreenField, context: ElementContext): CompiledField {
  const { resolve } = context.scope;
  const isFlag = { kind: 'value', type: 'boolean' } as const;
  const recordField = field.fieldType === 'ObjectProvided' ? compileRecordField(field, context) : undefined;
  return {
    definition: field,
    text: recordField?.label ?? compileText(field.text, resolve),
    help: recordField === undefined ? textOf(field.helpText, context) : recordField.help,
    visibility: field.visibility === undefined ? undefined : compileConditions(field.visibility, context.scope),
    disabled: field.disabled === undefined ? undefined : compileValue(field.disabled, isFlag, resolve),
    readOnly: field.readOnly === undefined ? undefined : compileValue(field.readOnly, isFlag, resolve),
    input: recordField?.input ?? (isInput(field) ? compileInput(field, context) : undefined),
    component: field.fieldType === 'ComponentInstance' ? compileComponent(field, context) : undefined,
    fields: field.fields.map((inner) => compileField(inner, context)),
  };
}

function compileInput(field: ScreenField, context: ElementContext): CompiledInput {
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
            message: compileText(field.validation.message, scope.resolve),
          },
    choices: field.choices.length === 0 ? undefined : compileChoices(field, type, context),
    target: undefined,
  };
}

function compileComponent(field: ScreenField, context: ElementContext): CompiledComponent {
  const { scope } = context;
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
      given: given === undefined ? undefined : adapt(compileValue(given.value, type, scope.resolve), type),
      target,
    };
  });
  return { name: field.extension ?? '', attributes };
}

function needsOf({ text, help, visibility, disabled, readOnly, input, component }: CompiledField): readonly ParentNeed[] {
  const parts = [text, help, visibility, disabled, readOnly, input?.initial, input?.validation?.valid, input?.validation?.message];
  return allNeeds([
    ...parts.filter((part) => part !== undefined),
    ...(input?.choices?.sources ?? []),
    ...(component?.attributes ?? []).flatMap((attribute) => attribute.given ?? []),
  ]);
}
