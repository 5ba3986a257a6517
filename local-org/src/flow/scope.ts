import type { FlowDataType, FlowDefinition, FlowElement, FlowFormula, FlowVariable } from '../metadata/flowTypes.ts';
import type { Schema } from '../schema/types.ts';
import type { FormulaType } from '../formula/types.ts';
import type { ActionCatalog } from './actions/catalog.ts';
import type { Expression, Target } from './compiledFlow.ts';
import { copyOf, FlowRecord, type FlowData } from './data.ts';
import { fieldType, valueType, type FlowType, type LookupSource } from './flowType.ts';
import { compileFlowFormula } from './formulas.ts';
import { globalRecord } from './globalVariables.ts';
import { resolveGlobal } from './globals.ts';
import { priorSlot, recordSlot, type Interview } from './interview.ts';
import { FlowProblem, notRunHere } from './problems.ts';
import { fieldOf, RecordPaths, requireWritable, type PathRoot } from './recordPaths.ts';
import { roundToScale } from './rounding.ts';
import { choiceValue } from './screens/choices.ts';
import type { ScreenComponentAttributes } from './screens/standardComponents.ts';
import type { SetupNames } from './setupNames.ts';
import { compileText, type Resolve } from './values.ts';

/** What the names in a flow may lead to beside the flow itself. */
export interface FlowWorld {
  readonly schema: Schema;
  /** Text of each custom label, by lower-cased name. */
  readonly labels: ReadonlyMap<string, string>;
  /** All flows that can be called, by lower-cased name. */
  readonly flows: ReadonlyMap<string, FlowDefinition>;
  /** Flows that the org has and does not run, by lower-cased name, and why. */
  readonly otherFlows?: ReadonlyMap<string, string>;
  /** What actions there are; absent: none. */
  readonly actions?: ActionCatalog;
  /** Custom metadata records, custom settings and permissions that `$`-names lead to. */
  readonly setup?: SetupNames;
  /** The org's own components that may stand on screens, by `c:<bundle>`. */
  readonly screenComponents?: ReadonlyMap<string, ScreenComponentAttributes>;
  /** Whether the org has a component bundle of that name that may not, such as an Aura component. */
  readonly isComponent?: (bundle: string) => boolean;
}

/** `$CustomMetadata.Type__mdt.Record` and `Subflow.output.$EachItem` have two segments behind their first. */
const longestSlotName = 2;

/** Something that a name stands for and that lives in a slot of the interview. */
interface SlotResource {
  readonly slot: number;
  readonly type: FlowType;
  readonly assignable: boolean;
}

/** The names of one flow: its resources, the outputs of its elements, and the globals. */
export class FlowScope {
  readonly world: FlowWorld;
  readonly definition: FlowDefinition;
  readonly #paths: RecordPaths;
  readonly #slots = new Map<string, SlotResource>();
  readonly #computed = new Map<string, Expression>();
  readonly #underWay = new Set<string>();
  readonly #outcomes = new Map<string, number>();
  readonly #emptyData: FlowData[] = [null, null];
  readonly #fills: ((interview: Interview) => void)[] = [];
  usesPrior = false;

  constructor(definition: FlowDefinition, world: FlowWorld) {
    this.definition = definition;
    this.world = world;
    this.#paths = new RecordPaths(world.schema, (field, resolve) =>
      compileFlowFormula(field.formula?.source ?? '', { place: 'field', blanksAs: field.formula?.blanksAs ?? 'zero' }, (path) =>
        path[0]?.startsWith('$') === true ? this.resolvePath(path, false) : resolve(path),
      ),
    );
    this.#declareRecord();
  }

  get emptyData(): readonly FlowData[] {
    return this.#emptyData;
  }

  /** What fills slots when an interview begins. */
  get fills(): ((interview: Interview) => void)[] {
    return this.#fills;
  }

  /** The path as an expression. @throws FlowProblem when it leads nowhere */
  readonly resolve: Resolve = Object.assign(
    (path: string, lenient = false): Expression => this.resolvePath(path.split('.'), false, lenient),
    { formula: (expression: string, dataType: FlowDataType) => this.formulaExpression(expression, formulaTypes[dataType]) },
  );

  /** As `resolve`, from segments; `prior` reads `$Record` as it was before the save. */
  resolvePath(segments: readonly string[], prior: boolean, lenient = false): Expression {
    const [head = '', ...rest] = segments;
    const global = head.startsWith('$');
    if (prior && head.toLowerCase() !== '$record') throw new FlowProblem(`"${segments.join('.')}" has no prior value.`);
    const name = prior ? '$Record__Prior' : head;
    const resource = this.#slotOf(name, rest);
    if (resource !== undefined) return this.#readSlot(name, resource.found, resource.rest, lenient || global);
    if (global) return resolveGlobal(segments, this.world);
    const computed = rest.length === 0 ? (this.#compute(name) ?? this.#outcome(name)) : undefined;
    if (computed === undefined) throw this.#unknown(segments.join('.'));
    return computed;
  }

  /** Where each outcome that something refers to is noted: true once its decision has chosen it. By name. */
  get outcomes(): ReadonlyMap<string, number> {
    return this.#outcomes;
  }

  /** An outcome of a decision as a yes or no. */
  #outcome(name: string): Expression | undefined {
    const wanted = name.toLowerCase();
    for (const element of this.definition.elements.values()) {
      const rule = element.kind === 'decisions' ? element.rules.find((candidate) => candidate.name.toLowerCase() === wanted) : undefined;
      if (rule === undefined) continue;
      const slot = this.#outcomes.get(rule.name) ?? this.addSlot({ kind: 'value', type: 'boolean' });
      this.#outcomes.set(rule.name, slot);
      return { type: { kind: 'value', type: 'boolean' }, needs: [], evaluate: (interview) => interview.data[slot] === true };
    }
    return undefined;
  }

  #unknown(path: string): FlowProblem {
    const head = path.split('.')[0] ?? path;
    const { stages, elements } = this.definition;
    if ([...stages].some((name) => name.toLowerCase() === head.toLowerCase())) return notRunHere(`"${head}", a stage,`);
    const giver = [...elements.values()].find((element) => element.name.toLowerCase() === head.toLowerCase());
    if (giver !== undefined && this.#isNotRun(giver)) return notRunHere(`"${head}", whose value "${path}" is read,`);
    if (giver !== undefined) return new FlowProblem(`"${path}" refers to the element "${head}", which gives no such value.`);
    return new FlowProblem(`The resource "${path}" doesn't exist.`);
  }

  /** Whether what the element calls is nothing that runs here: the element itself is told too. */
  #isNotRun(element: FlowElement): boolean {
    if (element.kind === 'actionCalls') return this.world.actions?.peek(element.actionType, element.actionName) === undefined;
    return element.kind === 'subflows' && this.world.otherFlows?.has(element.flowName.toLowerCase()) === true;
  }

  /** The place that a value can be assigned to. @throws FlowProblem when nothing can be */
  target(path: string): Target {
    const [head = '', ...rest] = path.split('.');
    const resource = this.#slotOf(head, rest);
    if (head.startsWith('$') && resource === undefined) throw new FlowProblem(`"${path}" can't be assigned a value.`);
    if (resource === undefined) throw this.#unknown(path);
    if (!resource.found.assignable) throw new FlowProblem(`"${path}" can't be assigned a value.`);
    const { slot, type } = resource.found;
    if (resource.rest.length === 0) {
      if (head.startsWith('$') && type.kind === 'record') throw new FlowProblem(`"${path}" can't be assigned a value as a whole.`);
      const current: Expression = { type, needs: [], evaluate: (interview) => interview.data[slot] ?? null };
      return { type, current, assign: (interview, data) => void (interview.data[slot] = copyOf(data)) };
    }
    return this.#fieldTarget(path, slot, type, resource.rest);
  }

  /**
   * A new slot; without a name only the flow's own machinery knows it.
   * @param startsEmpty whether a collection is empty, rather than nothing, before it is set
   */
  addSlot(type: FlowType, name?: string, assignable = false, startsEmpty = assignable): number {
    const slot = this.#emptyData.length;
    this.#emptyData.push(type.kind === 'collection' && startsEmpty ? [] : null);
    if (name === undefined) return slot;
    if (this.#isTaken(name)) throw new FlowProblem(`The API name "${name}" is used more than once.`);
    this.#slots.set(name.toLowerCase(), { slot, type, assignable });
    return slot;
  }

  #isTaken(name: string): boolean {
    const key = name.toLowerCase();
    const { formulas, textTemplates, choices } = this.definition;
    return this.#slots.has(key) || [...formulas, ...textTemplates, ...choices].some((resource) => resource.name.toLowerCase() === key);
  }

  /** Slot and type of a declared name; undefined when the name is no slot. */
  slot(name: string): SlotResource | undefined {
    return this.#slots.get(name.toLowerCase());
  }

  /** The type that a variable holds. @throws FlowProblem when its object does not exist */
  typeOfVariable(variable: FlowVariable): FlowType {
    const single = valueType(variable.dataType) ?? this.recordType(variable.objectType ?? '');
    return variable.isCollection ? { kind: 'collection', of: single } : single;
  }

  /** @throws FlowProblem when the org has no such object */
  recordType(objectName: string, source?: LookupSource): FlowType & { kind: 'record' } {
    const object = this.world.schema.object(objectName);
    if (object === undefined) throw new FlowProblem(`The object "${objectName}" doesn't exist.`);
    return source === undefined ? { kind: 'record', object } : { kind: 'record', object, source };
  }

  #declareRecord(): void {
    const { object, trigger } = this.definition.start;
    const type = object === undefined ? undefined : this.world.schema.object(object);
    if (type === undefined || trigger === 'None') return;
    this.#slots.set('$record', { slot: recordSlot, type: { kind: 'record', object: type }, assignable: true });
    this.#slots.set('$record__prior', { slot: priorSlot, type: { kind: 'record', object: type }, assignable: false });
  }

  /** The slot of the longest name that the path begins with: `Sub.total` is a subflow's output, `Get.Name` a field. */
  #slotOf(head: string, rest: readonly string[]): { found: SlotResource; rest: readonly string[] } | undefined {
    const name = head.toLowerCase();
    if (name === '$record__prior') {
      this.#requireUpdates();
      this.usesPrior = true;
    }
    this.#declareGlobal(name, rest);
    for (let length = Math.min(rest.length, longestSlotName); length >= 0; length -= 1) {
      const found = this.#slots.get([name, ...rest.slice(0, length)].join('.').toLowerCase());
      if (found !== undefined) return { found, rest: rest.slice(length) };
    }
    return undefined;
  }

  /** New records have no earlier values, so flows that only they start cannot read any. */
  #requireUpdates(): void {
    const { onCreate, onUpdate } = this.definition.start;
    if (onCreate && !onUpdate)
      throw new FlowProblem('$Record__Prior and changes of $Record are available only in flows that run when a record is updated.');
  }

  /** Gives a global variable that is a record its slot when it is met first. */
  #declareGlobal(name: string, rest: readonly string[]): void {
    if (!name.startsWith('$')) return;
    const global = globalRecord(name, rest, this.world);
    const key = global?.name.toLowerCase();
    if (global === undefined || key === undefined || this.#slots.has(key)) return;
    const slot = this.addSlot(global.type, global.name, global.assignable);
    const { fill } = global;
    if (fill !== undefined) this.#fills.push((interview) => void (interview.data[slot] = fill(interview)));
  }

  #readSlot(name: string, resource: SlotResource, rest: readonly string[], lenient: boolean): Expression {
    const { slot, type } = resource;
    if (rest.length === 0) return { type, needs: [], evaluate: (interview) => interview.data[slot] ?? null };
    if (type.kind !== 'record') throw new FlowProblem(`"${name}.${rest.join('.')}" doesn't exist: "${name}" isn't a record.`);
    const root: PathRoot = { slot, object: type.object, name, source: type.source, mayBeUnset: name.startsWith('$') };
    if (this.#isBlankId(slot, rest)) return { ...this.#paths.resolve(root, rest), evaluate: (interview) => idUnlessNew(interview, slot) };
    return this.#paths.resolve(root, rest, lenient);
  }

  /** A record that is being created has no id before it is saved. */
  #isBlankId(slot: number, rest: readonly string[]): boolean {
    return (
      slot === recordSlot && this.definition.start.trigger === 'RecordBeforeSave' && rest.length === 1 && rest[0]?.toLowerCase() === 'id'
    );
  }

  #fieldTarget(path: string, slot: number, type: FlowType, rest: readonly string[]): Target {
    const name = rest[0] ?? '';
    if (type.kind !== 'record' || rest.length > 1) throw new FlowProblem(`"${path}" can't be assigned a value.`);
    const field = fieldOf(type.object, name);
    if (field.formula !== undefined || field.rollup !== undefined || field.autoNumber !== undefined) {
      throw new FlowProblem(`"${path}" is computed and can't be assigned a value.`);
    }
    if (slot === recordSlot) requireWritable(field, type.object);
    const { object } = type;
    return {
      type: fieldType(field),
      current: this.resolve(path, true),
      assign: (interview, data) => {
        let record = interview.data[slot];
        if (!(record instanceof FlowRecord)) {
          record = new FlowRecord(object, {});
          interview.data[slot] = record;
        }
        record.assign(field.name, typeof data === 'object' ? null : data);
      },
    };
  }

  #compute(name: string): Expression | undefined {
    const key = name.toLowerCase();
    const done = this.#computed.get(key);
    if (done !== undefined) return done;
    const make = this.#maker(key);
    if (make === undefined) return undefined;
    if (this.#underWay.has(key)) throw new FlowProblem(`"${name}" refers to itself.`);
    this.#underWay.add(key);
    try {
      const expression = make();
      this.#computed.set(key, expression);
      return expression;
    } finally {
      this.#underWay.delete(key);
    }
  }

  #maker(key: string): (() => Expression) | undefined {
    const formula = this.definition.formulas.find((candidate) => candidate.name.toLowerCase() === key);
    if (formula !== undefined) return () => this.compileFormula(formula);
    const template = this.definition.textTemplates.find((candidate) => candidate.name.toLowerCase() === key);
    if (template !== undefined) return () => compileText(template.text, this.resolve);
    const choice = this.definition.choices.find((candidate) => candidate.name.toLowerCase() === key);
    return choice === undefined ? undefined : () => choiceValue(choice, this);
  }

  /** A formula resource, rounded to its scale. @throws FlowProblem when it does not compile */
  compileFormula(formula: FlowFormula): Expression {
    const compiled = this.formulaExpression(formula.expression, formulaTypes[formula.dataType]);
    const type = valueType(formula.dataType) ?? compiled.type;
    const { scale } = formula;
    if (scale === undefined) return { ...compiled, type };
    return { type, needs: compiled.needs, evaluate: (interview) => roundToScale(compiled.evaluate(interview), scale) };
  }

  /** A formula text, e.g. of an entry condition. */
  formulaExpression(source: string, expects: FormulaType | undefined): Expression {
    const options = { place: 'flow' as const, blanksAs: 'blank' as const, ...(expects === undefined ? {} : { expects }) };
    return compileFlowFormula(source, options, (path, prior) => {
      if (prior) this.usesPrior = true;
      return this.resolvePath(path, prior);
    });
  }
}

const formulaTypes: Readonly<Record<FlowFormula['dataType'], FormulaType | undefined>> = {
  String: 'text',
  Number: 'number',
  Currency: 'number',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Picklist: 'text',
  Multipicklist: 'text',
  SObject: undefined,
};

function idUnlessNew(interview: Interview, slot: number): FlowData {
  const record = interview.data[slot];
  return interview.context.isNew || !(record instanceof FlowRecord) ? null : record.id;
}
