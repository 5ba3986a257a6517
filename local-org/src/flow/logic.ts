/** A condition logic as a tree over the numbers (from 0) of the conditions. */
export type LogicTree =
  | { readonly kind: 'condition'; readonly index: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly LogicTree[] }
  | { readonly kind: 'not'; readonly part: LogicTree };

/**
 * Reads `and`, `or` or an expression such as `1 AND (2 OR 3)`.
 * @throws Error when the text is not such an expression, names a condition that
 * is not there, or leaves one out
 */
export function parseLogic(text: string, count: number): LogicTree {
  const word = text.trim().toLowerCase();
  if (word === 'and' || word === 'or') {
    return { kind: word, parts: Array.from({ length: count }, (_, index) => ({ kind: 'condition', index })) };
  }
  return new LogicParser(text, count).parse();
}

/** Whether the logic holds, given which conditions do. Without conditions it holds. */
export function logicHolds(tree: LogicTree, holds: (index: number) => boolean): boolean {
  switch (tree.kind) {
    case 'condition':
      return holds(tree.index);
    case 'and':
      for (const part of tree.parts) if (!logicHolds(part, holds)) return false;
      return true;
    case 'or':
      for (const part of tree.parts) if (logicHolds(part, holds)) return true;
      return tree.parts.length === 0;
    case 'not':
      return !logicHolds(tree.part, holds);
  }
}

class LogicParser {
  readonly #text: string;
  readonly #tokens: readonly string[];
  readonly #count: number;
  readonly #used = new Set<number>();
  #position = 0;

  constructor(text: string, count: number) {
    this.#text = text;
    this.#tokens = text.toUpperCase().match(/\d+|AND|OR|NOT|[()]|\S/gu) ?? [];
    this.#count = count;
  }

  parse(): LogicTree {
    const tree = this.#sequence();
    if (this.#position < this.#tokens.length) throw this.#error(`unexpected "${this.#tokens[this.#position] ?? ''}"`);
    for (let number = 1; number <= this.#count; number += 1) {
      if (!this.#used.has(number)) throw this.#error(`condition ${number} is not used`);
    }
    return tree;
  }

  /** Operands joined by one kind of operator: mixing them needs brackets. */
  #sequence(): LogicTree {
    const first = this.#operand();
    const operator = this.#tokens[this.#position];
    if (operator !== 'AND' && operator !== 'OR') return first;
    const parts = [first];
    while (this.#tokens[this.#position] === operator) {
      this.#position += 1;
      parts.push(this.#operand());
    }
    const next = this.#tokens[this.#position];
    if (next === 'AND' || next === 'OR') throw this.#error('AND and OR need brackets to be mixed');
    return { kind: operator === 'AND' ? 'and' : 'or', parts };
  }

  #operand(): LogicTree {
    const token = this.#tokens[this.#position] ?? 'the end';
    this.#position += 1;
    if (token === 'NOT') return { kind: 'not', part: this.#operand() };
    if (token === '(') {
      const inner = this.#sequence();
      if (this.#tokens[this.#position] !== ')') throw this.#error('a bracket is not closed');
      this.#position += 1;
      return inner;
    }
    const number = Number(token);
    if (!Number.isInteger(number)) throw this.#error(`unexpected "${token}"`);
    if (number < 1 || number > this.#count) throw this.#error(`there is no condition ${number}`);
    this.#used.add(number);
    return { kind: 'condition', index: number - 1 };
  }

  #error(reason: string): Error {
    return new Error(`condition logic "${this.#text}": ${reason}`);
  }
}
