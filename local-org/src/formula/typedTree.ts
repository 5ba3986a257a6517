import type { FieldType } from '../schema/types.ts';
import type { FunctionDefinition } from './functions/definition.ts';
import type { Value } from './runtime/values.ts';
import type { FormulaType } from './types.ts';

/** A formula whose names and types are known: what closures, and later SQL, are made from. */
export type TypedNode = LiteralNode | ReferenceNode | TypedCallNode;

export interface LiteralNode {
  readonly kind: 'literal';
  readonly type: FormulaType;
  readonly value: Value;
  readonly position: number;
  /** `$ObjectType.Zip__c.Fields.City__c`: no value but the field itself, for VLOOKUP. */
  readonly field?: { readonly object: string; readonly name: string };
}

/** Reads one of the values that the formula's owner supplies. */
export interface ReferenceNode {
  readonly kind: 'reference';
  readonly type: FormulaType;
  readonly fieldType: FieldType;
  /** As written, for messages. */
  readonly name: string;
  readonly path: readonly string[];
  readonly prior: boolean;
  /** Place of the value in what `evaluate` is given. */
  readonly index: number;
  readonly position: number;
}

export interface TypedCallNode {
  readonly kind: 'call';
  readonly type: FormulaType;
  readonly definition: FunctionDefinition;
  readonly args: readonly TypedNode[];
  readonly position: number;
}
