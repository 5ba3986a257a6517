import type {
  ActionCallElement,
  CollectionProcessorElement,
  FlowDefinition,
  FlowElement,
  LoopElement,
  RecordLookupElement,
  SubflowElement,
  TransformElement,
} from '../metadata/flowTypes.ts';
import { adapt } from './conversions.ts';
import { itemName, itemSources } from './elements/transform.ts';
import { parameterType, valueType, type FlowType, type LookupSource } from './flowType.ts';
import type { FlowProblems } from './problems.ts';
import { FlowProblem } from './problems.ts';
import { declareScreen } from './screens/declareScreen.ts';
import { fieldOf } from './recordPaths.ts';
import type { FlowScope } from './scope.ts';
import { compileValue } from './values.ts';

/** Gives every variable and every element's output its slot. Problems go to the list, one for each name. */
export function declareResources(scope: FlowScope, problems: FlowProblems): void {
  const { definition } = scope;
  for (const variable of definition.variables) {
    problems.within(`variables ${variable.name}`, variable.line, () => {
      scope.addSlot(scope.typeOfVariable(variable), variable.name, true);
    });
  }
  // Loops and collection filters take their type from collections that other elements give.
  const waiting = definition.elements.values().toArray();
  for (const late of [false, true]) {
    for (const element of waiting.filter((candidate) => takesItsTypeFromOthers(candidate) === late)) {
      problems.within(`${element.kind} ${element.name}`, element.line, () => {
        declareOutput(element, scope, new Set());
      });
    }
  }
  for (const element of waiting) {
    if (element.kind === 'transforms') problems.within(`transforms ${element.name}`, element.line, () => declareItems(element, scope));
  }
  declareConstants(definition, scope, problems);
  declareDefaults(definition, scope, problems);
}

function takesItsTypeFromOthers(element: FlowElement): boolean {
  return element.kind === 'loops' || element.kind === 'collectionProcessors';
}

function declareOutput(element: FlowElement, scope: FlowScope, underWay: Set<string>): void {
  if (scope.slot(element.name) !== undefined) return;
  switch (element.kind) {
    case 'recordLookups':
      // What Get Records finds can be changed, and then be saved.
      if (element.storeAutomatically) scope.addSlot(lookupType(element, scope), element.name, true, false);
      return;
    case 'recordCreates':
      if (element.storeAutomatically && element.inputReference === undefined) {
        scope.addSlot({ kind: 'value', type: 'id' }, element.name);
      }
      return;
    case 'subflows':
      declareSubflowOutputs(element, scope);
      return;
    case 'loops':
      declareLoop(element, scope, underWay);
      return;
    case 'collectionProcessors':
      declareProcessed(element, scope, underWay);
      return;
    case 'actionCalls':
      declareActionOutputs(element, scope);
      return;
    case 'transforms': {
      const type = valueType(element.dataType) ?? scope.recordType(element.objectType ?? '');
      scope.addSlot(element.isCollection ? { kind: 'collection', of: type } : type, element.name, true, false);
      return;
    }
    case 'screens':
      declareScreen(element, scope);
      return;
    default:
  }
}

function lookupType(element: RecordLookupElement, scope: FlowScope): FlowType {
  const queried = element.queriedFields.length === 0 ? undefined : new Set(element.queriedFields.map((name) => name.toLowerCase()));
  const source: LookupSource = { element: element.name, queried, formulaFields: new Set() };
  const record = scope.recordType(element.object, source);
  for (const name of element.queriedFields) {
    const field = fieldOf(record.object, name);
    if (field.formula !== undefined) source.formulaFields.add(field.name);
  }
  return element.firstOnly ? record : { kind: 'collection', of: record };
}

function declareLoop(element: LoopElement, scope: FlowScope, underWay: Set<string>): void {
  if (element.assignNextValueTo !== undefined) return;
  scope.addSlot(collectionType(element.collection, scope, underWay).of, element.name, true);
}

/** The collection's type; declares the element that gives it first, when that has not been done. */
function collectionType(path: string, scope: FlowScope, underWay: Set<string>): FlowType & { kind: 'collection' } {
  const giver = scope.definition.elements.get(path);
  if (giver !== undefined && scope.slot(path) === undefined) {
    if (underWay.has(path)) throw new FlowProblem(`"${path}" takes its collection from itself.`);
    declareOutput(giver, scope, new Set([...underWay, path]));
  }
  const { type } = scope.resolve(path);
  if (type.kind !== 'collection') throw new FlowProblem(`"${path}" isn't a collection.`);
  return type;
}

function declareProcessed(element: CollectionProcessorElement, scope: FlowScope, underWay: Set<string>): void {
  const type = collectionType(element.collection, scope, underWay);
  if (element.processor === 'sort') return;
  const output: FlowType = element.processor === 'map' ? { kind: 'collection', of: scope.recordType(element.outputObject ?? '') } : type;
  scope.addSlot(output, element.name);
  const item = element.assignNextValueTo;
  if (item !== undefined && scope.slot(item) === undefined) scope.addSlot(type.of, item, true);
}

/** What the action gives: readable as `<element>.<output>`. An action that is not there is told where the element is compiled. */
function declareActionOutputs(element: ActionCallElement, scope: FlowScope): void {
  if (!element.storeAutomatically) return;
  for (const output of scope.world.actions?.peek(element.actionType, element.actionName)?.outputs ?? []) {
    const type = parameterType(output);
    scope.addSlot(output.isList ? { kind: 'collection', of: type } : type, `${element.name}.${output.name}`);
  }
}

/** A place for the item at hand of each collection that a transform goes through. */
function declareItems(element: TransformElement, scope: FlowScope): void {
  for (const path of itemSources(element)) {
    const name = `${path}.${itemName}`;
    if (scope.slot(name) === undefined) scope.addSlot(collectionType(path, scope, new Set()).of, name, true);
  }
}

function declareSubflowOutputs(element: SubflowElement, scope: FlowScope): void {
  const called = scope.world.flows.get(element.flowName.toLowerCase());
  if (called === undefined) return;
  for (const variable of called.variables) {
    if (variable.isOutput) scope.addSlot(scope.typeOfVariable(variable), `${element.name}.${variable.name}`);
  }
}

function declareConstants(definition: FlowDefinition, scope: FlowScope, problems: FlowProblems): void {
  for (const item of definition.constants) {
    problems.within(`constants ${item.name}`, item.line, () => {
      const type = valueType(item.dataType);
      if (type === undefined) throw new FlowProblem("A constant can't be a record.");
      const value = compileValue(item.value, type, scope.resolve);
      const slot = scope.addSlot(type, item.name);
      scope.fills.push((interview) => void (interview.data[slot] = value.evaluate(interview)));
    });
  }
}

function declareDefaults(definition: FlowDefinition, scope: FlowScope, problems: FlowProblems): void {
  for (const variable of definition.variables) {
    const { value } = variable;
    const declared = scope.slot(variable.name);
    if (value === undefined || declared === undefined) continue;
    problems.within(`variables ${variable.name}`, variable.line, () => {
      const expression = adapt(compileValue(value, declared.type, scope.resolve), declared.type);
      scope.fills.push((interview) => void (interview.data[declared.slot] = expression.evaluate(interview)));
    });
  }
}
