/** The tree of a formula as written, before anyone knows what its names mean. */
export type SyntaxNode = NumberNode | TextNode | BooleanNode | NullNode | NameNode | CallNode;

export interface NumberNode {
  readonly kind: 'number';
  readonly text: string;
  readonly position: number;
}

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly position: number;
}

export interface BooleanNode {
  readonly kind: 'boolean';
  readonly value: boolean;
  readonly position: number;
}

export interface NullNode {
  readonly kind: 'null';
  readonly position: number;
}

/** `Account.Owner.Name`, `$User.Id`. */
export interface NameNode {
  readonly kind: 'name';
  readonly path: readonly string[];
  readonly position: number;
}

/** A function or an operator with its arguments: `a + b` is the call of `+`. */
export interface CallNode {
  readonly kind: 'call';
  /** A function's name upper-cased, or an operator's symbol (`negate` for a leading minus). */
  readonly name: string;
  readonly isOperator: boolean;
  readonly args: readonly SyntaxNode[];
  readonly position: number;
}

/** A call, frozen as all nodes of the tree are. */
export function callNode(name: string, isOperator: boolean, args: readonly SyntaxNode[], position: number): CallNode {
  return Object.freeze({ kind: 'call', name, isOperator, args: Object.freeze([...args]), position });
}
