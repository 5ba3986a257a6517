/** What a formula reads: `PulseResponse__c.Rated__c:SUM`, `RowCount`, a column; and the groups above and before. */
export interface Scope {
  /** Null for nothing there. @throws Error for a name that is not known */
  value(name: string): FormulaValue;
  /** The scope of a group above: names of groupings, or `GRAND_SUMMARY` and its like; `across` in a matrix only. */
  parent(down: string, across: string | undefined): Scope;
  /** The scope of a group before this one; undefined where there is none. */
  previous(grouping: string, back: number): Scope | undefined;
}

export type FormulaValue = number | string | boolean | null;

type Node = (scope: Scope) => FormulaValue;

const TOKEN = /"(?:[^"\\]|\\.)*"|\d+(?:\.\d+)?|[A-Za-z_][\w.$]*(?::[A-Z]+)?|<=|>=|<>|!=|==|&&|\|\||[-+*/^(),<>=&!]/gu;

/** A division by zero, or of nothing: the whole formula shows nothing. */
class NoValue extends Error {}

/**
 * A formula as a function of its scope: the few functions that reports use, written
 * for these checks alone. @throws Error for a function that it does not know
 */
export function formulaOf(text: string): (scope: Scope) => FormulaValue {
  const tokens = text.match(TOKEN) ?? [];
  const reader = new Reader(tokens);
  const node = reader.expression(0);
  if (!reader.atEnd) throw new Error(`The checks cannot read ${text}`);
  return (scope) => {
    try {
      return node(scope);
    } catch (error) {
      if (error instanceof NoValue) return null;
      throw error;
    }
  };
}

const PRIORITY: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '=': 3,
  '==': 3,
  '<>': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '&': 5,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '^': 7,
};

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  expression(above: number): Node {
    let left = this.#operand();
    for (;;) {
      const operator = this.#tokens[this.#at] ?? '';
      const priority = PRIORITY[operator] ?? 0;
      if (priority <= above) return left;
      this.#at += 1;
      left = binary(operator, left, this.expression(priority));
    }
  }

  #operand(): Node {
    const token = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    if (token === '(') return this.#closed();
    if (token === '-') return negative(this.expression(6));
    if (token === '!') return negated(this.expression(7));
    if (token.startsWith('"')) return () => token.slice(1, -1);
    if (/^\d/u.test(token)) return () => Number(token);
    if (this.#tokens[this.#at] === '(') {
      this.#at += 1;
      return call(token.toUpperCase(), this.#tokensUntilClosed());
    }
    if (/^(?:true|false|null)$/iu.test(token)) return () => ({ true: true, false: false, null: null })[token.toLowerCase()] ?? null;
    return (scope) => scope.value(token);
  }

  #closed(): Node {
    const node = this.expression(0);
    this.#at += 1;
    return node;
  }

  /** Arguments of a call, each with its text: groupings are named, not computed. */
  #tokensUntilClosed(): readonly Argument[] {
    const list: Argument[] = [];
    if (this.#tokens[this.#at] === ')') {
      this.#at += 1;
      return list;
    }
    for (;;) {
      const begin = this.#at;
      const node = this.expression(0);
      list.push({ node, text: this.#tokens.slice(begin, this.#at).join('') });
      this.#at += 1;
      if (this.#tokens[this.#at - 1] !== ',') return list;
    }
  }
}

interface Argument {
  readonly node: Node;
  readonly text: string;
}

const number = (value: FormulaValue): number => {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  throw new Error(`no number: ${String(value)}`);
};

const negative =
  (node: Node): Node =>
  (scope) =>
    -number(node(scope));
const negated =
  (node: Node): Node =>
  (scope) =>
    node(scope) !== true;

function binary(operator: string, left: Node, right: Node): Node {
  return (scope) => {
    if (operator === '&&') return left(scope) === true && right(scope) === true;
    if (operator === '||') return left(scope) === true || right(scope) === true;
    return computed(operator, left(scope), right(scope));
  };
}

function computed(operator: string, one: FormulaValue, other: FormulaValue): FormulaValue {
  if (['=', '=='].includes(operator)) return one === other;
  if (['<>', '!='].includes(operator)) return one !== other;
  if (operator === '&') return `${String(one ?? '')}${String(other ?? '')}`;
  const [a, b] = [number(one), number(other)];
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      if (b === 0) throw new NoValue();
      return a / b;
    case '^':
      return a ** b;
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    default:
      return a >= b;
  }
}

function call(name: string, given: readonly Argument[]): Node {
  const [first, second, third] = given.map(({ node }) => node);
  const all = given.map(({ node }) => node);
  const at = (node: Node | undefined, scope: Scope): FormulaValue => (node === undefined ? null : node(scope));
  switch (name) {
    case 'IF':
      return (scope) => (at(first, scope) === true ? at(second, scope) : at(third, scope));
    case 'AND':
      return (scope) => all.every((node) => node(scope) === true);
    case 'OR':
      return (scope) => all.some((node) => node(scope) === true);
    case 'NOT':
      return (scope) => at(first, scope) !== true;
    case 'ISBLANK':
    case 'ISNULL':
      return (scope) => at(first, scope) === null;
    case 'BLANKVALUE':
    case 'NULLVALUE':
      return (scope) => at(first, scope) ?? at(second, scope);
    case 'MAX':
      return (scope) => Math.max(...all.map((node) => number(node(scope))));
    case 'MIN':
      return (scope) => Math.min(...all.map((node) => number(node(scope))));
    case 'ABS':
      return (scope) => Math.abs(number(at(first, scope)));
    case 'SQRT':
      return (scope) => Math.sqrt(number(at(first, scope)));
    case 'ROUND':
      return (scope) => rounded(number(at(first, scope)), number(at(second, scope)));
    case 'PARENTGROUPVAL':
      return (scope) => at(first, scope.parent(given[1]?.text ?? '', given[2]?.text));
    case 'PREVGROUPVAL':
      return (scope) => {
        const before = scope.previous(given[1]?.text ?? '', given[2] === undefined ? 1 : number(given[2].node(scope)));
        return before === undefined ? null : at(first, before);
      };
    default:
      throw new Error(`The checks do not know the function ${name}.`);
  }
}

/** Halves away from zero. */
const rounded = (value: number, digits: number): number => (Math.sign(value) * Math.round(Math.abs(value) * 10 ** digits)) / 10 ** digits;
