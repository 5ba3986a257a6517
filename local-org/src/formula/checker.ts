import { FormulaError } from './errors.ts';
import { findDefinition, isRefused } from './functions/registry.ts';
import type { CallSite } from './functions/definition.ts';
import { Decimal } from './runtime/numbers.ts';
import { textOrBlank, type Value } from './runtime/values.ts';
import type { CallNode, NameNode, SyntaxNode } from './syntax/nodes.ts';
import { formulaTypeOfField } from './fieldTypes.ts';
import type { ReferenceNode, TypedNode } from './typedTree.ts';
import type { FormulaReference, FormulaScope, FormulaType } from './types.ts';

/** `$System.OriginDateTime`: 1900-01-01 00:00:00 UTC. */
const ORIGIN = Date.UTC(1900, 0, 1);

/** A checked formula: its tree and the distinct values that it reads. */
export interface CheckedFormula {
  readonly tree: TypedNode;
  readonly references: readonly FormulaReference[];
}

/**
 * Gives every part of a formula its type.
 * @throws FormulaError for unknown names and functions, and for arguments that do not fit
 */
export function checkFormula(tree: SyntaxNode, scope: FormulaScope): CheckedFormula {
  const checker = new Checker(scope);
  return { tree: checker.check(tree), references: checker.references };
}

class Checker {
  readonly references: FormulaReference[] = [];
  readonly #scope: FormulaScope;
  readonly #known = new Map<string, number>();

  constructor(scope: FormulaScope) {
    this.#scope = scope;
  }

  check(node: SyntaxNode): TypedNode {
    switch (node.kind) {
      case 'number':
        return literal('number', number(node.text), node.position);
      case 'text':
        return literal('text', textOrBlank(node.text), node.position);
      case 'boolean':
        return literal('boolean', node.value, node.position);
      case 'null':
        return literal('null', null, node.position);
      case 'name':
        return this.#reference(node);
      case 'call':
        return this.#spine(node);
    }
  }

  /** `a + b + c + ...` leans to the left as deep as it is long: walked in a loop, because the stack is not that deep. */
  #spine(node: CallNode): TypedNode {
    const operators: CallNode[] = [];
    let current: SyntaxNode = node;
    while (current.kind === 'call' && current.isOperator && current.args[0] !== undefined) {
      operators.push(current);
      current = current.args[0];
    }
    let typed = current.kind === 'call' ? this.#call(current, this.#checkAll(current.args)) : this.check(current);
    for (const operator of operators.reverse()) typed = this.#call(operator, [typed, ...this.#checkAll(operator.args.slice(1))]);
    return typed;
  }

  #checkAll(nodes: readonly SyntaxNode[]): readonly TypedNode[] {
    return nodes.map((node) => this.check(node));
  }

  #reference(node: NameNode): TypedNode {
    const name = node.path.join('.');
    if (name.toLowerCase() === '$system.origindatetime') return literal('datetime', ORIGIN, node.position);
    const field = this.#scope.resolve(node.path);
    if (field === undefined) throw new FormulaError(`Field ${name} does not exist. Check spelling.`, node.position);
    const type = formulaTypeOfField(field.type);
    if (type === undefined) throw new FormulaError(`Field ${name} is of a type that formulas cannot use: ${field.type}.`, node.position);
    const index = this.#indexOf(node.path, false);
    return Object.freeze({
      kind: 'reference',
      type,
      fieldType: field.type,
      name,
      path: node.path,
      prior: false,
      index,
      position: node.position,
    });
  }

  #call(node: CallNode, args: readonly TypedNode[]): TypedNode {
    const definition = findDefinition(node.name);
    if (definition === undefined) {
      const reason = isRefused(node.name)
        ? `Function ${node.name} is not available in this org.`
        : `Unknown function ${node.name}. Check spelling.`;
      throw new FormulaError(reason, node.position);
    }
    const site: CallSite = {
      name: node.name,
      isOperator: node.isOperator,
      args,
      position: node.position,
      priorOf: (reference) => this.#priorOf(reference),
    };
    const type = definition.check(site);
    const expanded = definition.expand?.(site) ?? args;
    return Object.freeze({ kind: 'call', type, definition, args: expanded, position: node.position });
  }

  #priorOf(reference: ReferenceNode): ReferenceNode {
    return Object.freeze({ ...reference, prior: true, index: this.#indexOf(reference.path, true) });
  }

  #indexOf(path: readonly string[], prior: boolean): number {
    const key = `${prior ? 'prior ' : ''}${path.join('.').toLowerCase()}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const index = this.references.push(Object.freeze({ path, prior })) - 1;
    this.#known.set(key, index);
    return index;
  }
}

function literal(type: FormulaType, value: Value, position: number): TypedNode {
  return Object.freeze({ kind: 'literal', type, value, position });
}

function number(text: string): Value {
  const double = Number(text);
  return Number.isSafeInteger(double) ? double : new Decimal(text);
}
