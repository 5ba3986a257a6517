/** A condition logic as a tree over the numbers (from 0) of the conditions. */
export type LogicTree =
  | { readonly kind: 'condition'; readonly index: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly LogicTree[] }
  | { readonly kind: 'not'; readonly part: LogicTree };

/**
 * Reads `and`, `or` or an expression such as `1 AND (2 OR 3)`. AND binds closer than OR, as in the
 * guide's `1 AND 2 OR (3 AND 4)`. Without conditions the words have no meaning, such as `no_conditions`.
 * @throws Error when the text is not such an expression, names a condition that
 * is not there, or leaves one out
 */
export function parseLogic(text: string, count: number): LogicTree {
  const word = text.trim().toLowerCase();
  if (word === 'and' || word === 'or' || count === 0) {
    return { kind: word === 'or' ? 'or' : 'and', parts: Array.from({ length: count }, (_, index) => ({ kind: 'condition', index })) };
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

  #sequence(): LogicTree {
    return this.#joined('OR', () => this.#joined('AND', () => this.#operand()));
  }

  /** Parts joined by one kind of operator. */
  #joined(operator: 'AND' | 'OR', part: () => LogicTree): LogicTree {
    const first = part();
    const parts = [first];
    while (this.#tokens[this.#position] === operator) {
      this.#position += 1;
      parts.push(part());
    }
    return parts.length === 1 ? first : { kind: operator === 'AND' ? 'and' : 'or', parts };
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
    return new Error(`"${this.#text}": ${reason}`);
  }
}
