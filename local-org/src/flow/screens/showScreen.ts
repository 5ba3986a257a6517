import type { Expression } from '../compiledFlow.ts';
import { asValue } from '../data.ts';
import type { Interview } from '../interview.ts';
import { fieldName, chosenKeys, type FieldErrors } from './takeAnswers.ts';
import { allFields, type ChoiceOption, type CompiledField, type CompiledInput, type CompiledScreen } from './compiledScreen.ts';
import { screenOptions } from './reachScreen.ts';
import type { InputControl, InputModel, ScreenFieldModel, ScreenModel, SectionModel } from './screenModel.ts';
import { toWire } from './wireValues.ts';

interface Shown {
  readonly interview: Interview;
  readonly visible: ReadonlySet<CompiledField>;
  readonly options: ReadonlyMap<CompiledField, readonly ChoiceOption[]>;
  readonly errors: FieldErrors;
}

/** The screen as its user sees it now. @param actions the buttons */
export function showScreen(
  screen: CompiledScreen,
  interview: Interview,
  visible: ReadonlySet<CompiledField>,
  actions: ScreenModel['actions'],
  errors: FieldErrors,
): ScreenModel {
  const { definition, fields, help, backLabel, nextOrFinishLabel, pauseLabel } = screen;
  const all = allFields(fields);
  const lists = screenOptions(screen, interview);
  const options = new Map(all.map((field, place) => [field, lists[place] ?? []]));
  const helpText = help === undefined ? undefined : textOf(help, interview);
  return {
    name: definition.name,
    label: definition.label,
    showHeader: definition.showHeader,
    showFooter: definition.showFooter,
    actions,
    isReactive: all.some(isReactive),
    fields: shownFields(fields, { interview, visible, options, errors }),
    ...(helpText === undefined ? {} : { helpText }),
    ...(backLabel === undefined ? {} : { backLabel: textOf(backLabel, interview) }),
    ...(nextOrFinishLabel === undefined ? {} : { nextOrFinishLabel: textOf(nextOrFinishLabel, interview) }),
    ...(pauseLabel === undefined ? {} : { pauseLabel: textOf(pauseLabel, interview) }),
  };
}

function isReactive({ visibility, definition, disabled, readOnly, component }: CompiledField): boolean {
  const hasMerge = definition.fieldType === 'DisplayText' && definition.text.includes('{!');
  return visibility !== undefined || hasMerge || disabled !== undefined || readOnly !== undefined || component !== undefined;
}

function shownFields(fields: readonly CompiledField[], shown: Shown): readonly ScreenFieldModel[] {
  return fields.filter((field) => shown.visible.has(field)).map((field) => shownField(field, shown));
}

function shownField(field: CompiledField, shown: Shown): ScreenFieldModel {
  const { interview, errors } = shown;
  const { definition, component, input, text } = field;
  const name = fieldName(field);
  const error = errors.get(name);
  if (component !== undefined) {
    const attributes = component.attributes.map(
      ({ name: attribute, slot, type }) => [attribute, toWire(interview.data[slot] ?? null, type)] as const,
    );
    const about = { kind: 'component' as const, name, component: component.name };
    return { ...about, attributes: Object.fromEntries(attributes), ...(error === undefined ? {} : { error }) };
  }
  if (input !== undefined) return inputModel(field, input, shown, error);
  if (definition.fieldType === 'RegionContainer') return section(field, shown);
  return { kind: 'text', name, html: textOf(text, interview) };
}

function inputModel(field: CompiledField, input: CompiledInput, shown: Shown, error: string | undefined): InputModel {
  const { definition, help, disabled, readOnly } = field;
  const { interview } = shown;
  const { choices, slot, type } = input;
  const keys = choices === undefined ? [] : chosenKeys(choices, interview);
  const helpText = help === undefined ? undefined : textOf(help, interview);
  const options = shown.options.get(field) ?? [];
  return {
    kind: 'input',
    name: fieldName(field),
    control: controlOf(field, input),
    label: textOf(field.text, interview),
    required: definition.required,
    disabled: disabled?.evaluate(interview) === true,
    readOnly: readOnly?.evaluate(interview) === true,
    value: choices === undefined ? toWire(interview.data[slot] ?? null, type) : choices.multiple ? keys : (keys[0] ?? null),
    ...(helpText === undefined || helpText === '' ? {} : { helpText }),
    ...(type.scale === undefined ? {} : { scale: type.scale }),
    ...(choices === undefined ? {} : { options: options.map(({ key, label }) => ({ value: key, label })) }),
    ...(error === undefined ? {} : { error }),
  };
}

const byFieldType: Readonly<Record<string, InputControl>> = {
  LargeTextArea: 'textarea',
  PasswordField: 'password',
  RadioButtons: 'radio',
  RadioButtonGroup: 'radio',
  DropdownBox: 'dropdown',
  MultiSelectCheckboxes: 'checkboxes',
  MultiSelectPicklist: 'multipicklist',
};

const byDataType: Readonly<Record<string, InputControl>> = {
  double: 'number',
  int: 'number',
  currency: 'currency',
  percent: 'percent',
  boolean: 'checkbox',
  date: 'date',
  datetime: 'datetime',
  email: 'email',
  phone: 'phone',
  url: 'url',
  picklist: 'dropdown',
  textarea: 'textarea',
  longtextarea: 'textarea',
  html: 'textarea',
};

function controlOf({ definition }: CompiledField, { type, choices }: CompiledInput): InputControl {
  const own = byFieldType[definition.fieldType] ?? (choices === undefined ? undefined : 'dropdown');
  return own ?? byDataType[type.type] ?? 'text';
}

/** A section and its columns; those twelfths that the file gives each. */
function section(field: CompiledField, shown: Shown): SectionModel {
  const { definition, fields } = field;
  const columns = fields.filter((column) => shown.visible.has(column));
  const header = definition.hasHeader ? textOf(field.text, shown.interview) : '';
  return {
    kind: 'section',
    name: definition.name,
    ...(header === '' ? {} : { header }),
    columns: columns.map((column) => ({
      name: column.definition.name,
      width: widthOf(column, columns.length),
      fields: shownFields(column.fields, shown),
    })),
  };
}

function widthOf({ definition }: CompiledField, count: number): number {
  const given = definition.inputs.find(({ name }) => name === 'width')?.value;
  const width = given?.kind === 'string' || given?.kind === 'number' ? Number(given.value) : Number.NaN;
  return width >= 1 && width <= 12 ? width : Math.floor(12 / Math.max(count, 1));
}

function textOf(expression: Expression, interview: Interview): string {
  return String(asValue(expression.evaluate(interview)) ?? '');
}
