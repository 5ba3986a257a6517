import type { TypedCallNode, TypedNode } from '../typedTree.ts';
import { emitCondition, equalitySql } from './conditions.ts';
import { argument, type SqlEmitter } from './sqlEmitter.ts';

/** What IF and CASE choose from: the first condition that is true. */
export interface Branches {
  readonly cases: readonly { readonly when: string; readonly then: TypedNode }[];
  readonly otherwise: TypedNode;
}

/** The conditions of an IF or CASE as SQL, with the parts that they choose. @throws NotExact */
export function matchedBranches(emitter: SqlEmitter, node: TypedCallNode): Branches {
  if (node.definition.name === 'IF') {
    const when = emitCondition(emitter, argument(node, 0)).sql;
    return { cases: [{ when, then: argument(node, 1) }], otherwise: argument(node, 2) };
  }
  const subject = argument(node, 0);
  const cases: { when: string; then: TypedNode }[] = [];
  // CASE takes its texts by the first comparison, whatever the later ones are.
  const textual = [subject, argument(node, 1)].some(({ type }) => ['text', 'id', 'picklist', 'multipicklist'].includes(type));
  for (let index = 1; index < node.args.length - 1; index += 2) {
    cases.push({ when: equalitySql(emitter, subject, argument(node, index), textual).sql, then: argument(node, index + 1) });
  }
  return { cases, otherwise: argument(node, node.args.length - 1) };
}
