import type { FormulaContext } from '../formula/types.ts';
import type { CompiledAggregate } from './compileReport.ts';
import type { FactPart, Facts, FactTable, GroupNode } from './facts.ts';
import { BLANK, ERROR, labelOf, type Reader } from './labels.ts';
import type { SummaryValue } from './result.ts';
import type { SummaryReference } from './summaryFormulas.ts';

/** A formula that cannot be worked out there. */
export const FAILED: unique symbol = Symbol('failed');
/** A formula that is shown at another level. */
export const ELSEWHERE: unique symbol = Symbol('elsewhere');

/** The value of an aggregate where two groups meet, or what stands for it. */
export type Summed = FactPart | typeof FAILED | typeof ELSEWHERE;

/** Reads aggregates from the facts of a report. */
export class SummaryValues {
  readonly #table: FactTable;
  readonly #context: FormulaContext;
  readonly #reader: Reader;

  constructor(table: FactTable, context: FormulaContext, reader: Reader) {
    this.#table = table;
    this.#context = context;
    this.#reader = reader;
  }

  at(aggregate: CompiledAggregate, down: GroupNode, across: GroupNode): Summed {
    if (aggregate.kind === 'summary') return aggregate.read(this.#table.at(down, across));
    const { compiled, shownAt } = aggregate;
    if ((shownAt.down ?? down.depth) !== down.depth || (shownAt.across ?? across.depth) !== across.depth) return ELSEWHERE;
    const values = compiled.references.map((reference, index) => {
      const facts = this.#factsOf(reference, down, across);
      return facts === undefined ? null : (compiled.reads[index]?.(facts) ?? null);
    });
    const value = compiled.evaluate(values, this.#context);
    return value === 'error' ? FAILED : value;
  }

  /** The value with its label. */
  valueAt(aggregate: CompiledAggregate, down: GroupNode, across: GroupNode): SummaryValue {
    const value = this.at(aggregate, down, across);
    if (value === FAILED) return { value: null, label: ERROR };
    if (value === ELSEWHERE) return { value: null, label: '' };
    if (value === null) return { value: null, label: BLANK };
    return { value, label: labelOf({ type: aggregate.type, scale: aggregate.scale }, value, this.#reader) };
  }

  /** The facts that a formula asks for; undefined where there is no such group. */
  #factsOf({ parent, previous }: SummaryReference, down: GroupNode, across: GroupNode): Facts | undefined {
    if (parent !== undefined) {
      const one = ancestor(down, parent.down ?? down.depth);
      const other = ancestor(across, parent.across ?? across.depth);
      return one === undefined || other === undefined ? undefined : this.#table.at(one, other);
    }
    if (previous === undefined) return this.#table.at(down, across);
    const { side, depth, count } = previous;
    const before = groupBefore(side === 'down' ? down : across, depth, count);
    if (before === undefined) return undefined;
    return side === 'down' ? this.#table.at(before, across) : this.#table.at(down, before);
  }
}

/** The group of this depth that holds the group; undefined where the group itself is further out. */
function ancestor(node: GroupNode, depth: number): GroupNode | undefined {
  return node.path()[depth];
}

/** The group so many places before the one of this depth, among those of the same parent. */
function groupBefore(node: GroupNode, depth: number, count: number): GroupNode | undefined {
  const own = ancestor(node, depth);
  return own?.parent?.sorted[own.index - count];
}
