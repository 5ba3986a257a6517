import { FormulaError } from './errors.ts';
import { findDefinition, notInThisPlace, refusal } from './functions/registry.ts';
import type { CallSite } from './functions/definition.ts';
import { Decimal } from './runtime/numbers.ts';
import { textOrBlank, type Value } from './runtime/values.ts';
import type { FieldType } from '../schema/types.ts';
import type { CallNode, NameNode, SyntaxNode } from './syntax/nodes.ts';
import { formulaTypeOfField } from './fieldTypes.ts';
import type { ReferenceNode, TypedNode } from './typedTree.ts';
import type { FormulaPlace, FormulaReference, FormulaScope, FormulaType, ReferencedField } from './types.ts';

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
export function checkFormula(tree: SyntaxNode, scope: FormulaScope, place?: FormulaPlace): CheckedFormula {
  const checker = new Checker(scope, place);
  const typed = checker.check(tree);
  refuseFieldToken(typed);
  return { tree: typed, references: checker.references };
}

/** `$ObjectType...` names a field, which only VLOOKUP can use. */
function refuseFieldToken(node: TypedNode): void {
  if (node.kind !== 'literal' || node.field === undefined) return;
  throw new FormulaError(`Field $ObjectType.${node.field.object}.Fields.${node.field.name} may only be used in VLOOKUP().`, node.position);
}

class Checker {
  readonly references: FormulaReference[] = [];
  readonly #scope: FormulaScope;
  readonly #place: FormulaPlace | undefined;
  readonly #known = new Map<string, number>();

  constructor(scope: FormulaScope, place: FormulaPlace | undefined) {
    this.#scope = scope;
    this.#place = place;
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
    if (field === undefined && name.toLowerCase() === '$api.session_id')
      throw new FormulaError(`${name} is not run by local-org`, node.position);
    if (field === undefined) throw new FormulaError(`Field ${name} does not exist. Check spelling.`, node.position);
    const type = formulaTypeOfField(field.type);
    if (type === undefined || (this.#place === 'field' && NOT_IN_FIELDS.has(field.type)))
      throw unsupported(name, field.type, node.position);
    if (node.path[0]?.toLowerCase() === '$objecttype') return fieldToken(node, type);
    if (field.location !== undefined) return this.#location(node, field.location);
    return this.#read(node, node.path, type, field.type);
  }

  #read(node: NameNode, path: readonly string[], type: FormulaType, fieldType: FieldType): ReferenceNode {
    const name = path.join('.');
    const index = this.#indexOf(path, false);
    return Object.freeze({ kind: 'reference', type, fieldType, name, path, prior: false, index, position: node.position });
  }

  /** A location field is read as GEOLOCATION of its coordinates. */
  #location(node: NameNode, { latitude, longitude }: NonNullable<ReferencedField['location']>): TypedNode {
    const definition = findDefinition('GEOLOCATION');
    if (definition === undefined) throw new Error('there is a function GEOLOCATION');
    const args = [latitude, longitude].map((path) => this.#read(node, path, 'number', 'double'));
    return Object.freeze({ kind: 'call', type: 'location', definition, args, position: node.position });
  }

  #call(node: CallNode, args: readonly TypedNode[]): TypedNode {
    const definition = findDefinition(node.name);
    if (definition === undefined) {
      throw new FormulaError(refusal(node.name) ?? `Unknown function ${node.name}. Check spelling.`, node.position);
    }
    const { places } = definition;
    if (this.#place !== undefined && places?.includes(this.#place) === false) {
      throw new FormulaError(notInThisPlace(node.name), node.position);
    }
    if (definition.name !== 'VLOOKUP') args.forEach(refuseFieldToken);
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

/** Formula fields cannot read these. */
const NOT_IN_FIELDS: ReadonlySet<FieldType> = new Set(['longtextarea', 'encryptedstring', 'base64']);

const FIELD_TYPE_NAMES: Readonly<Partial<Record<FieldType, string>>> = {
  longtextarea: 'Long Text Area',
  encryptedstring: 'Encrypted Text',
  base64: 'Base64',
  address: 'Address',
};

function unsupported(name: string, type: FieldType, position: number): FormulaError {
  const what = FIELD_TYPE_NAMES[type] ?? type;
  return new FormulaError(`You referenced an unsupported field type called "${what}" using the following field: ${name}`, position);
}

function fieldToken(node: NameNode, type: FormulaType): TypedNode {
  const [, object = '', , name = ''] = node.path;
  return Object.freeze({ kind: 'literal', type, value: null, position: node.position, field: { object, name } });
}

function literal(type: FormulaType, value: Value, position: number): TypedNode {
  return Object.freeze({ kind: 'literal', type, value, position });
}

function number(text: string): Value {
  const double = Number(text);
  return Number.isSafeInteger(double) ? double : new Decimal(text);
}
