import type { TransformAction, TransformElement } from '../../metadata/flowTypes.ts';
import type { CompiledElement, Expression } from '../compiledFlow.ts';
import { asValue, FlowRecord, isCollection, isRecord, type FlowData } from '../data.ts';
import { fieldType, valueGroup, type FlowType } from '../flowType.ts';
import type { Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import { fieldOf } from '../recordPaths.ts';
import { addNumbers, roundToScale } from '../rounding.ts';
import { compileValue } from '../values.ts';
import { allNeeds, type CompileElement, type ElementContext } from './context.ts';
import { recordsAmong, splitNeeds } from './items.ts';

/** Transform: a record or value, or one for each item of a collection. */
export const compileTransform: CompileElement<'transforms'> = (element, context) => {
  const output = context.scope.slot(element.name);
  if (output === undefined) throw new FlowProblem(`The transform "${element.name}" has no target.`);
  const target = output.type.kind === 'collection' ? output.type.of : output.type;
  const make = compileMaker(element, target, context);
  const source = sourceOf(element, context);
  const needs = splitNeeds(make.needs, source?.slot);
  const exit = context.exit(element.connector);
  const store = (interview: Interview, data: FlowData): void => void (interview.data[output.slot] = data);
  if (source === undefined) {
    if (element.isCollection) throw new FlowProblem(`The transform "${element.name}" makes a collection and has no source collection.`);
    return {
      name: element.name,
      needs: needs.outer,
      rank: 0,
      step: (interview) => {
        store(interview, make.evaluate(interview));
        return exit.target;
      },
    };
  }
  const compiled: CompiledElement = {
    name: element.name,
    needs: [...needs.outer, ...source.collection.needs],
    rank: 0,
    runGroup: (interviews, run) => {
      const items = run.prepare(interviews, compiled, (interview) => listOf(source.collection.evaluate(interview)));
      if (needs.ofItem.length > 0) run.loadParentsOf(recordsAmong([...items.values()].flat()), needs.ofItem);
      const made = run.prepare([...items.keys()], compiled, (interview) =>
        (items.get(interview) ?? []).map((item) => {
          interview.data[source.slot] = item;
          return make.evaluate(interview);
        }),
      );
      for (const [interview, list] of made) {
        store(interview, element.isCollection ? list : (list[0] ?? null));
        run.proceed(interview, exit);
      }
    },
  };
  return compiled;
};

/** Makes one target. */
function compileMaker(element: TransformElement, target: FlowType, context: ElementContext): Pick<Expression, 'needs' | 'evaluate'> {
  if (target.kind !== 'record') return compileScalar(element, target, context);
  const { object } = target;
  const fields = element.actions.map((action) => {
    if (action.outputField === undefined) throw new FlowProblem(`The transform "${element.name}" names no target field.`);
    const field = fieldOf(object, action.outputField);
    return { name: field.name, value: compileAction(action, fieldType(field), context) };
  });
  return {
    needs: allNeeds(fields.map((field) => field.value)),
    evaluate: (interview) => {
      const record = new FlowRecord(object, {});
      for (const { name, value } of fields) record.assign(name, asValue(value.evaluate(interview)));
      return record;
    },
  };
}

function compileScalar(element: TransformElement, target: FlowType, context: ElementContext): Expression {
  const [action, ...others] = element.actions;
  if (action === undefined || others.length > 0) throw new FlowProblem(`The transform "${element.name}" needs exactly one value.`);
  const value = compileAction(action, target, context);
  const isNumber = target.kind === 'value' && valueGroup(target.type) === 'number';
  if (!isNumber) return value;
  // Metadata API Developer Guide: without decimal places only whole numbers appear.
  return { ...value, evaluate: (interview) => roundToScale(value.evaluate(interview), element.scale ?? 0) };
}

function compileAction(action: TransformAction, wanted: FlowType, context: ElementContext): Expression {
  if (action.type === 'Map') return compileValue(action.value, wanted, context.scope.resolve);
  if (wanted.kind !== 'value' || valueGroup(wanted.type) !== 'number')
    throw new FlowProblem(`${action.type} gives a number, which the target can't hold.`);
  if (action.collection === undefined) throw new FlowProblem(`${action.type} names no collection in "aggregationValues".`);
  const collection = context.scope.resolve(action.collection);
  const { type } = collection;
  if (type.kind !== 'collection') throw new FlowProblem(`"${action.collection}" isn't a collection.`);
  if (action.type === 'Count') {
    return { type: wanted, needs: collection.needs, evaluate: (interview) => listOf(collection.evaluate(interview)).length };
  }
  const field = type.of.kind === 'record' ? summedField(action, type.of) : undefined;
  const amountOf = (item: FlowData): number => {
    const amount = isRecord(item) ? item.fields[field ?? ''] : asValue(item);
    return typeof amount === 'number' ? amount : 0;
  };
  return {
    type: wanted,
    needs: collection.needs,
    evaluate: (interview) => listOf(collection.evaluate(interview)).reduce((sum: number, item) => addNumbers(sum, amountOf(item)), 0),
  };
}

function summedField(action: TransformAction, item: FlowType & { kind: 'record' }): string {
  if (action.field === undefined) throw new FlowProblem('Sum names no field in "aggregationField".');
  const field = fieldOf(item.object, action.field);
  if (valueGroup(field.type) !== 'number') throw new FlowProblem(`The field "${field.name}" isn't a number, so it can't be summed.`);
  if (field.formula !== undefined) item.source?.formulaFields.add(field.name);
  return field.name;
}

interface Source {
  readonly collection: Expression;
  /** Where the item at hand stands. */
  readonly slot: number;
}

/** The collection whose items the transform goes through; undefined when it goes through none. */
function sourceOf(element: TransformElement, context: ElementContext): Source | undefined {
  const [path, ...others] = itemSources(element);
  if (path === undefined) return undefined;
  if (others.length > 0) throw new FlowProblem(`The transform "${element.name}" goes through more than one collection.`);
  const slot = context.scope.slot(`${path}.${itemName}`)?.slot;
  if (slot === undefined) throw new FlowProblem(`"${path}" isn't a collection.`);
  return { collection: context.scope.resolve(path), slot };
}

/** How a reference names the item at hand: `Get_Contacts[$EachItem].Email` is read as `Get_Contacts.$EachItem.Email`. */
export const itemName = '$EachItem';

/** The collections through whose items a transform goes. */
export function itemSources(element: TransformElement): string[] {
  const texts = element.actions.flatMap(({ value }) => {
    if (value?.kind === 'reference') return [`{!${value.path}}`];
    if (value?.kind === 'formula') return [value.expression];
    return value?.kind === 'string' ? [value.value] : [];
  });
  const found = texts.flatMap((text) => [...text.matchAll(/\{!\s*([\w$.]+?)\.\$EachItem\b/gu)].map(([, path = '']) => path));
  return [...new Map(found.map((path) => [path.toLowerCase(), path])).values()];
}

function listOf(data: FlowData): readonly FlowData[] {
  return isCollection(data) ? data : [];
}
