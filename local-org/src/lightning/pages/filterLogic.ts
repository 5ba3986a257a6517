/** A filter logic's words: numbers of filters, AND, OR, NOT and parentheses. */
const words = /\s*(\d+|AND|OR|NOT|\(|\))/giy;

/** What is wrong with a filter logic such as `1 AND (2 OR 3)` over so many filters; undefined when nothing is. */
export function filterLogicProblem(logic: string, filters: number): string | undefined {
  try {
    filterLogicSql(
      logic,
      Array.from({ length: filters }, () => ''),
    );
    return undefined;
  } catch (error) {
    if (error instanceof FilterLogicError) return error.message;
    throw error;
  }
}

class FilterLogicError extends Error {}

/**
 * The conditions of a filter logic put together as SOQL.
 * @param conditions of the filters in order; the first is number 1
 * @throws FilterLogicError
 */
export function filterLogicSql(logic: string, conditions: readonly string[]): string {
  const reader = new LogicReader(tokens(logic), conditions);
  return reader.read();
}

function tokens(logic: string): string[] {
  const found: string[] = [];
  words.lastIndex = 0;
  for (let match = words.exec(logic); match !== null; match = words.exec(logic)) found.push((match[1] ?? '').toUpperCase());
  if (found.join('') !== logic.replaceAll(/\s/gu, '').toUpperCase()) throw new FilterLogicError(`Invalid filter logic: ${logic}`);
  return found;
}

class LogicReader {
  readonly #tokens: string[];
  readonly #conditions: readonly string[];

  constructor(tokenList: string[], conditions: readonly string[]) {
    this.#tokens = tokenList;
    this.#conditions = conditions;
  }

  read(): string {
    const text = this.#chain();
    if (this.#tokens.length > 0) throw new FilterLogicError(`Invalid filter logic near ${this.#tokens[0] ?? ''}`);
    return text;
  }

  /** One operator on each level: the platform wants parentheses around any mix. */
  #chain(): string {
    const parts = [this.#term()];
    let operator: string | undefined;
    while (this.#tokens[0] === 'AND' || this.#tokens[0] === 'OR') {
      const next = this.#tokens.shift() ?? '';
      if (operator !== undefined && operator !== next) throw new FilterLogicError('Filter logic that mixes AND and OR needs parentheses');
      operator = next;
      parts.push(this.#term());
    }
    return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${operator ?? 'AND'} `)})`;
  }

  #term(): string {
    const token = this.#tokens.shift();
    if (token === 'NOT') return `(NOT ${this.#term()})`;
    if (token === '(') {
      const inside = this.#chain();
      if (this.#tokens.shift() !== ')') throw new FilterLogicError('Filter logic lacks a closing parenthesis');
      return inside;
    }
    const condition = token === undefined ? undefined : this.#conditions[Number(token) - 1];
    if (condition === undefined) throw new FilterLogicError(`Filter logic names the filter ${token ?? '(none)'}, which is not there`);
    return condition;
  }
}
