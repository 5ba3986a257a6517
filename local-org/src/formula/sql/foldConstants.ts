import { emit } from '../emit.ts';
import { FormulaRunError } from '../errors.ts';
import type { TypedNode } from '../typedTree.ts';
import type { FormulaContext, FormulaOptions } from '../types.ts';

/** Functions whose value is not known before the formula runs. */
const OF_THE_MOMENT = new Set(['TODAY', 'NOW', 'TIMENOW', 'ISNEW', 'ISCHANGED', 'PRIORVALUE', 'VLOOKUP', 'DATEVALUE']);
const NOWHERE: FormulaContext = { now: 0, timeZone: 'UTC', isNew: false };

/** The same formula with every part that reads nothing replaced by its value; parts that fail stay as they are. */
export function foldConstants(node: TypedNode, options: FormulaOptions): TypedNode {
  if (node.kind !== 'call') return node;
  const args = node.args.map((arg) => foldConstants(arg, options));
  const call = { ...node, args };
  if (OF_THE_MOMENT.has(node.definition.name) || args.some((arg) => arg.kind !== 'literal' || arg.field !== undefined)) return call;
  try {
    return { kind: 'literal', type: node.type, value: emit(call, options)([], NOWHERE), position: node.position };
  } catch (error) {
    if (error instanceof FormulaRunError) return call;
    throw error;
  }
}
