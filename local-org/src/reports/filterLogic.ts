/** The lines of a filter, joined. Lines are counted from 1. */
export type FilterLogic =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly FilterLogic[] }
  | { readonly kind: 'not'; readonly part: FilterLogic };

/** Deeper nesting would exhaust the stack. */
const DEEPEST = 100;

/**
 * Reads `1 AND (2 OR NOT 3)`. AND binds tighter than OR.
 * @returns the reason where it cannot be read
 */
export function parseFilterLogic(text: string, lines: number): FilterLogic | string {
  const words = text.match(/\(|\)|\d+|[A-Za-z]+|\S/gu) ?? [];
  try {
    return new LogicReader(words, lines).read();
  } catch (error) {
    if (error instanceof LogicError) return error.message;
    throw error;
  }
}

class LogicError extends Error {}

class LogicReader {
  readonly #words: readonly string[];
  readonly #lines: number;
  #next = 0;
  #depth = 0;

  constructor(words: readonly string[], lines: number) {
    this.#words = words;
    this.#lines = lines;
  }

  read(): FilterLogic {
    const logic = this.#either();
    const rest = this.#words[this.#next];
    if (rest !== undefined) throw new LogicError(`"${rest}" is not expected there.`);
    return logic;
  }

  #either(): FilterLogic {
    const parts = [this.#both()];
    while (this.#takes('OR')) parts.push(this.#both());
    return joined('or', parts);
  }

  #both(): FilterLogic {
    const parts = [this.#one()];
    while (this.#takes('AND')) parts.push(this.#one());
    return joined('and', parts);
  }

  #one(): FilterLogic {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new LogicError('it is nested too deeply.');
    const logic = this.#operand();
    this.#depth -= 1;
    return logic;
  }

  #operand(): FilterLogic {
    if (this.#takes('NOT')) return { kind: 'not', part: this.#one() };
    if (this.#takes('(')) {
      const inner = this.#either();
      if (!this.#takes(')')) throw new LogicError('a closing parenthesis is missing.');
      return inner;
    }
    const word = this.#words[this.#next] ?? 'the end';
    this.#next += 1;
    if (!/^\d+$/u.test(word)) throw new LogicError(`the number of a filter line is expected where ${word} stands.`);
    const line = Number(word);
    if (line < 1 || line > this.#lines) throw new LogicError(`there is no filter line ${word}.`);
    return { kind: 'line', line };
  }

  #takes(word: string): boolean {
    if (this.#words[this.#next]?.toUpperCase() !== word) return false;
    this.#next += 1;
    return true;
  }
}

function joined(kind: 'and' | 'or', parts: readonly FilterLogic[]): FilterLogic {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : { kind, parts };
}
