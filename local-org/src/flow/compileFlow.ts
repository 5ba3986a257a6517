import type { FlowDefinition, FlowElement } from '../metadata/flowTypes.ts';
import type { CompiledElement, CompiledFlow, Exit } from './compiledFlow.ts';
import { declareResources } from './declarations.ts';
import { compileActionCall } from './elements/actionCall.ts';
import { compileAssignment } from './elements/assignment.ts';
import { compileCollectionProcessor } from './elements/collectionProcessor.ts';
import type { ElementContext } from './elements/context.ts';
import { compileCustomError } from './elements/customError.ts';
import { compileDecision } from './elements/decision.ts';
import { compileLoop } from './elements/loop.ts';
import { compileRecordCreate } from './elements/recordCreate.ts';
import { compileRecordDelete } from './elements/recordDelete.ts';
import { compileRecordLookup } from './elements/recordLookup.ts';
import { compileRecordUpdate } from './elements/recordUpdate.ts';
import { compileSubflow } from './elements/subflow.ts';
import { compileTransform } from './elements/transform.ts';
import { compileRollback } from './screens/rollback.ts';
import { compileScreen } from './screens/compileScreen.ts';
import { FlowProblem, type FlowProblems } from './problems.ts';
import { rankElements } from './ranks.ts';
import { FlowScope, type FlowWorld } from './scope.ts';
import { compileStart } from './triggers/compileStart.ts';

/**
 * Checks a flow against the schema and prepares it to run. What is wrong goes
 * into `problems`; the result is usable only when nothing does.
 * @param subflow the compiled flow of a name, asked for when a subflow element runs
 */
export function compileFlow(
  definition: FlowDefinition,
  world: FlowWorld,
  subflow: (name: string) => CompiledFlow | undefined,
  problems: FlowProblems,
): CompiledFlow {
  const scope = new FlowScope(definition, world);
  checkObject(definition, world, problems);
  declareResources(scope, problems);
  compileResources(definition, scope, problems);
  const exits = new Exits(definition);
  const context: ElementContext = { scope, exit: (target) => exits.to(target), subflow };
  const elements = compileElements(definition, context, problems);
  const start = compileStart(context, problems);
  exits.connect(elements);
  rankElements(definition, elements);
  return {
    definition,
    name: definition.name,
    label: definition.label,
    elements,
    emptyData: scope.emptyData,
    defaults: scope.fills,
    inputs: variableSlots(definition, scope, 'isInput'),
    outputs: variableSlots(definition, scope, 'isOutput'),
    ...start,
    usesPrior: scope.usesPrior || definition.start.onlyWhenChanged,
    changesRecords: definition.elements.values().some((element) => changes.has(element.kind)),
  };
}

const changes: ReadonlySet<FlowElement['kind']> = new Set(['recordCreates', 'recordUpdates', 'recordDeletes', 'subflows', 'actionCalls']);

function checkObject(definition: FlowDefinition, world: FlowWorld, problems: FlowProblems): void {
  const { object, line } = definition.start;
  if (object !== undefined && world.schema.object(object) === undefined)
    problems.add('start', `The object "${object}" doesn't exist.`, line);
}

/** Formulas and templates must compile even when nothing refers to them. */
function compileResources(definition: FlowDefinition, scope: FlowScope, problems: FlowProblems): void {
  for (const { name, line } of definition.formulas) problems.within(`formulas ${name}`, line, () => scope.resolve(name));
  for (const { name, line } of definition.textTemplates) problems.within(`textTemplates ${name}`, line, () => scope.resolve(name));
  for (const { name, line } of definition.choices) problems.within(`choices ${name}`, line, () => scope.resolve(name));
}

function compileElements(definition: FlowDefinition, context: ElementContext, problems: FlowProblems): Map<string, CompiledElement> {
  const compiled = new Map<string, CompiledElement>();
  for (const element of definition.elements.values()) {
    const result = problems.within(`${element.kind} ${element.name}`, element.line, () => compileElement(element, context));
    if (result !== undefined) compiled.set(element.name, result);
  }
  return compiled;
}

function compileElement(element: FlowElement, context: ElementContext): CompiledElement {
  const before = context.scope.definition.start.trigger === 'RecordBeforeSave';
  if (before && beforeSaveForbids.has(element.kind))
    throw new FlowProblem(`The element "${element.name}" isn't available in a flow that runs before the record is saved.`);
  switch (element.kind) {
    case 'decisions':
      return compileDecision(element, context);
    case 'assignments':
      return compileAssignment(element, context);
    case 'loops':
      return compileLoop(element, context);
    case 'collectionProcessors':
      return compileCollectionProcessor(element, context);
    case 'customErrors':
      return compileCustomError(element, context);
    case 'recordLookups':
      return compileRecordLookup(element, context);
    case 'recordCreates':
      return compileRecordCreate(element, context);
    case 'recordUpdates':
      return compileRecordUpdate(element, context);
    case 'recordDeletes':
      return compileRecordDelete(element, context);
    case 'subflows':
      return compileSubflow(element, context);
    case 'actionCalls':
      return compileActionCall(element, context);
    case 'transforms':
      return compileTransform(element, context);
    case 'screens':
      return compileScreen(element, context);
    case 'recordRollbacks':
      return compileRollback(element, context);
  }
}

const beforeSaveForbids: ReadonlySet<FlowElement['kind']> = new Set(['recordCreates', 'recordDeletes', 'subflows', 'actionCalls']);

function variableSlots(definition: FlowDefinition, scope: FlowScope, role: 'isInput' | 'isOutput'): CompiledFlow['inputs'] {
  const chosen = definition.variables.filter((variable) => variable[role]);
  return new Map(
    chosen.flatMap((variable) => {
      const found = scope.slot(variable.name);
      return found === undefined ? [] : [[variable.name.toLowerCase(), { slot: found.slot, type: found.type }]];
    }),
  );
}

/** Connectors point at elements that may not be compiled yet: they are connected at the end. */
class Exits {
  readonly #definition: FlowDefinition;
  readonly #open: { readonly exit: Exit; readonly target: string }[] = [];

  constructor(definition: FlowDefinition) {
    this.#definition = definition;
  }

  to(target: string | undefined): Exit {
    const exit: Exit = { target: undefined };
    if (target === undefined) return exit;
    if (this.#definition.ends.has(target)) return exit;
    if (!this.#definition.elements.has(target)) throw new FlowProblem(`A connector leads to the element "${target}", which doesn't exist.`);
    this.#open.push({ exit, target });
    return exit;
  }

  connect(elements: ReadonlyMap<string, CompiledElement>): void {
    for (const { exit, target } of this.#open) exit.target = elements.get(target);
  }
}
