import type { ScreenField, FlowChoice, FlowChoiceSet } from '../../metadata/screens/screenTypes.ts';
import { valueLabel } from '../../schema/schemaInLanguage.ts';
import type { Field, SObjectType } from '../../schema/types.ts';
import type { Expression } from '../compiledFlow.ts';
import { adapt, textOf } from '../conversions.ts';
import { asRecords, asValue, type FlowRecord } from '../data.ts';
import type { ElementContext } from '../elements/context.ts';
import { valueGroup, valueType, type FlowType } from '../flowType.ts';
import type { Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import { fieldOf } from '../recordPaths.ts';
import { wordsOf } from '../flowWords.ts';
import type { FlowScope } from '../scope.ts';
import { compileText, compileValue, constant } from '../values.ts';
import type { ChoiceOption, CompiledChoices, OptionSource } from './compiledScreen.ts';
import { recordOptions } from './recordOptions.ts';

type ValueType = FlowType & { readonly kind: 'value' };

/** What can be chosen in a field, in the order in which the field names it. */
export function compileChoices(field: ScreenField, type: ValueType, context: ElementContext): CompiledChoices {
  const { scope } = context;
  const wanted: ValueType = field.fieldType.startsWith('MultiSelect') ? { kind: 'value', type: 'string' } : type;
  const sources = field.choices.map((name) => optionSource(name, wanted, context));
  if (field.defaultChoice !== undefined && !field.choices.includes(field.defaultChoice)) {
    throw new FlowProblem(`The default choice "${field.defaultChoice}" is none of the field's choices.`);
  }
  return {
    sources,
    multiple: field.fieldType.startsWith('MultiSelect'),
    defaultChoice: field.defaultChoice,
    keySlot: scope.addSlot({ kind: 'value', type: 'string' }),
  };
}

function optionSource(name: string, type: ValueType, context: ElementContext): OptionSource {
  const { definition } = context.scope;
  const choice = definition.choices.find((candidate) => candidate.name === name);
  if (choice !== undefined) return staticOption(choice, type, context.scope);
  const set = definition.choiceSets.find((candidate) => candidate.name === name);
  if (set === undefined) throw new FlowProblem(`The choice "${name}" doesn't exist.`);
  return setOptions(set, type, context);
}

function staticOption(choice: FlowChoice, type: ValueType, scope: FlowScope): OptionSource {
  const label = wordsOf(scope, choice.text, ({ choices }) => choices.get(choice.name));
  const value = adapt(choiceValue(choice, scope), type);
  return {
    name: choice.name,
    needs: [...label.needs, ...value.needs],
    options: (interview) => [
      { key: choice.name, label: String(asValue(label.evaluate(interview)) ?? ''), value: asValue(value.evaluate(interview)) },
    ],
  };
}

/** A choice as a value: what it stands for, its text when the file gives it none. */
export function choiceValue(choice: FlowChoice, scope: FlowScope): Expression {
  const type = valueType(choice.dataType);
  if (type === undefined) throw new FlowProblem("A choice can't be a record.");
  return choice.value === undefined ? compileText(choice.text, scope.resolve) : compileValue(choice.value, type, scope.resolve);
}

function setOptions(set: FlowChoiceSet, type: ValueType, context: ElementContext): OptionSource {
  const { scope } = context;
  if (set.picklist !== undefined) {
    const { object } = scope.recordType(set.picklist.object);
    return picklistOptions(set.name, fieldOf(object, set.picklist.field), type, set);
  }
  if (set.collection === undefined) return recordOptions(set, type, context);
  const collection = scope.resolve(set.collection);
  const of = collection.type.kind === 'collection' && collection.type.of.kind === 'record' ? collection.type.of.object : undefined;
  if (of === undefined) throw new FlowProblem(`"${set.collection}" isn't a collection of records.`);
  const toOption = optionOfRecord(set, of, type);
  return {
    name: set.name,
    needs: collection.needs,
    options: (interview) => asRecords(collection.evaluate(interview)).slice(0, set.limit).map(toOption),
    take: outputTaker(set, of, scope),
  };
}

/** The values of a picklist that can be chosen. */
export function picklistOptions(name: string, field: Field, type: ValueType, set?: FlowChoiceSet): OptionSource {
  if (field.picklist === undefined) throw new FlowProblem(`The field "${field.name}" isn't a picklist.`);
  adapt(constant(field.type, null), type);
  const { picklist } = field;
  const values = picklist.values.filter((value) => value.active).map(({ value }) => value);
  const options = (interview: Interview): readonly ChoiceOption[] => {
    const { language } = interview.context.globals;
    const all = values.map((value): ChoiceOption => ({ key: `${name}.${value}`, label: valueLabel(picklist, value, language), value }));
    if (set?.sort !== undefined)
      all.sort((left, right) => left.label.localeCompare(right.label) * (set.sort?.descending === true ? -1 : 1));
    return all.slice(0, set?.limit);
  };
  return { name, needs: [], options };
}

/** How a record becomes something to choose. @throws FlowProblem when a field does not exist or its value does not fit */
export function optionOfRecord(set: FlowChoiceSet, object: SObjectType, type: ValueType): (record: FlowRecord) => ChoiceOption {
  const display = fieldOf(object, set.displayField ?? '');
  const value = fieldOf(object, set.valueField ?? 'Id');
  adapt(constant(value.type, null), type);
  const asText = valueGroup(type.type) === 'text';
  const outputs = set.outputs.map((output) => fieldOf(object, output.field).name);
  return (record) => {
    const held = record.fields[value.name] ?? null;
    return {
      key: `${set.name}.${record.id ?? String(held)}`,
      label: String(record.fields[display.name] ?? held ?? ''),
      value: asText && held !== null ? textOf(held, valueGroup(value.type)) : held,
      outputs: outputs.map((name) => record.fields[name] ?? null),
    };
  };
}

/** Puts fields of the chosen record into variables. */
export function outputTaker(set: FlowChoiceSet, object: SObjectType, scope: FlowScope): NonNullable<OptionSource['take']> {
  const targets = set.outputs.map(({ to, field }) => {
    const target = scope.target(to);
    adapt(constant(fieldOf(object, field).type, null), target.type);
    return target;
  });
  return (interview, option) => {
    targets.forEach((target, place) => target.assign(interview, option?.outputs?.[place] ?? null));
  };
}
