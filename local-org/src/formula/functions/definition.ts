import { FormulaError } from '../errors.ts';
import type { Evaluator } from '../runtime/values.ts';
import type { ReferenceNode, TypedNode } from '../typedTree.ts';
import type { FormulaOptions, FormulaPlace, FormulaType } from '../types.ts';

/** One call on its way through the type check. */
export interface CallSite {
  readonly name: string;
  readonly isOperator: boolean;
  readonly args: readonly TypedNode[];
  readonly position: number;
  /** The value that the same field had before the save. */
  priorOf(reference: ReferenceNode): ReferenceNode;
}

/** A function or operator of the formula language. */
export interface FunctionDefinition {
  /** Upper-cased name or operator symbol. */
  readonly name: string;
  /** Where it may be used; absent: everywhere. */
  readonly places?: readonly FormulaPlace[];
  /**
   * The type of the result.
   * @throws FormulaError when the arguments do not fit
   */
  check(site: CallSite): FormulaType;
  /** The arguments to run with, when they are not those written (PRIORVALUE reads two values). */
  expand?(site: CallSite): readonly TypedNode[];
  /** @param nodes the arguments' trees, for functions that depend on their static types */
  emit(args: readonly Evaluator[], nodes: readonly TypedNode[], options: FormulaOptions): Evaluator;
}

const TYPE_NAMES: Readonly<Record<FormulaType, string>> = {
  number: 'Number',
  text: 'Text',
  boolean: 'Boolean',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'Multi-Select Picklist',
  id: 'Text',
  location: 'Location',
  null: 'Null',
};

export function typeName(type: FormulaType): string {
  return TYPE_NAMES[type];
}

/** Ids are texts wherever a formula uses them, and a bare NULL fits everywhere. */
export function fits(type: FormulaType, wanted: FormulaType): boolean {
  return type === wanted || type === 'null' || (type === 'id' && wanted === 'text') || (type === 'text' && wanted === 'id');
}

export function checkCount(site: CallSite, fewest: number, most = fewest): void {
  const count = site.args.length;
  if (count >= fewest && count <= most) return;
  const expected = count < fewest ? fewest : most;
  throw new FormulaError(
    `Incorrect number of parameters for ${describeCall(site)}. Expected ${expected}, received ${count}`,
    site.position,
  );
}

export function checkType(site: CallSite, index: number, ...wanted: readonly FormulaType[]): FormulaType {
  const arg = site.args[index];
  if (arg === undefined) return 'null';
  if (wanted.some((type) => fits(arg.type, type))) return arg.type;
  throw wrongType(site, arg, wanted);
}

export function wrongType(site: CallSite, arg: TypedNode, wanted: readonly FormulaType[]): FormulaError {
  if (arg.kind === 'reference' && (arg.type === 'picklist' || arg.type === 'multipicklist')) {
    const kind = arg.type === 'picklist' ? 'picklist' : 'multi-select picklist';
    const plural = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    return new FormulaError(
      `Field ${arg.name} is a ${kind} field. ${plural} fields are only supported in certain functions.`,
      arg.position,
    );
  }
  const expected = wanted.map(typeName).join(', ');
  return new FormulaError(
    `Incorrect parameter type for ${describeCall(site)}. Expected ${expected}, received ${typeName(arg.type)}`,
    arg.position,
  );
}

/** The one type of several branches; NULL takes the type of the others. */
export function commonType(site: CallSite, args: readonly TypedNode[]): FormulaType {
  let common: FormulaType = 'null';
  for (const arg of args) {
    if (arg.type === 'picklist' || arg.type === 'multipicklist') throw wrongType(site, arg, [common === 'null' ? 'text' : common]);
    if (common === 'null') common = arg.type;
    else if (!fits(arg.type, common)) throw wrongType(site, arg, [common]);
    else if (arg.type === 'text' && common === 'id') common = 'text';
  }
  return common;
}

export function describeCall(site: Pick<CallSite, 'name' | 'isOperator'>): string {
  if (!site.isOperator) return `function '${site.name}()'`;
  const symbol = site.name === 'negate' ? '-' : site.name === 'plus' ? '+' : site.name === '!=' ? '<>' : site.name;
  return `operator '${symbol}'`;
}
