import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A member of a metadata type, as declared. */
export interface DeclaredMember {
  readonly type: DeclaredType;
  readonly list: boolean;
  readonly required: boolean;
}

/** What an element may hold: others, one of some words, or a value. */
export type DeclaredType =
  | { readonly kind: 'object'; readonly name: string }
  | { readonly kind: 'words'; readonly name: string; readonly words: ReadonlySet<string> }
  | { readonly kind: 'value'; readonly value: 'string' | 'number' | 'boolean' | 'date' | 'any' };

/** The metadata types that Salesforce declares, looked up by name. */
export interface DeclaredTypes {
  /** The members of an object type, inherited ones included; undefined when there is no such type. */
  members(typeName: string): ReadonlyMap<string, DeclaredMember> | undefined;
}

/**
 * Reads the declarations of `@salesforce/types`, which are made from the platform's own WSDL.
 * Only the syntax is read: a type checker would take seconds, and nothing here needs one.
 */
export function readDeclaredTypes(): DeclaredTypes {
  const file = require.resolve('@salesforce/types/metadata').replace(/\.js$/u, '.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const aliases = new Map<string, ts.TypeNode>();
  for (const statement of source.statements) {
    if (ts.isTypeAliasDeclaration(statement)) aliases.set(statement.name.text, statement.type);
  }
  const known = new Map<string, ReadonlyMap<string, DeclaredMember> | undefined>();

  function members(typeName: string): ReadonlyMap<string, DeclaredMember> | undefined {
    if (known.has(typeName)) return known.get(typeName);
    const node = aliases.get(typeName);
    const found = node && membersOf(node);
    known.set(typeName, found);
    return found;
  }

  function membersOf(node: ts.TypeNode): ReadonlyMap<string, DeclaredMember> | undefined {
    if (ts.isTypeReferenceNode(node)) return members(nameOf(node));
    if (ts.isIntersectionTypeNode(node)) {
      return new Map(node.types.flatMap((part) => [...(membersOf(part) ?? [])]));
    }
    if (!ts.isTypeLiteralNode(node)) return undefined;
    const found = new Map<string, DeclaredMember>();
    for (const member of node.members) {
      if (!ts.isPropertySignature(member) || !member.type || !ts.isIdentifier(member.name)) continue;
      const list = ts.isArrayTypeNode(member.type);
      const element = ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type;
      found.set(member.name.text, { type: typeOf(element), list, required: !list && member.questionToken === undefined });
    }
    return found;
  }

  function typeOf(node: ts.TypeNode): DeclaredType {
    if (node.kind === ts.SyntaxKind.StringKeyword) return { kind: 'value', value: 'string' };
    if (node.kind === ts.SyntaxKind.NumberKeyword) return { kind: 'value', value: 'number' };
    if (node.kind === ts.SyntaxKind.BooleanKeyword) return { kind: 'value', value: 'boolean' };
    if (!ts.isTypeReferenceNode(node)) return { kind: 'value', value: 'any' };
    const name = nameOf(node);
    if (name === 'Date') return { kind: 'value', value: 'date' };
    const alias = aliases.get(name);
    if (!alias) return { kind: 'value', value: 'any' };
    const words = wordsOf(alias);
    if (words) return { kind: 'words', name, words };
    return ts.isTypeLiteralNode(alias) || ts.isIntersectionTypeNode(alias) ? { kind: 'object', name } : typeOf(alias);
  }

  return { members };
}

function nameOf(node: ts.TypeReferenceNode): string {
  return ts.isIdentifier(node.typeName) ? node.typeName.text : node.typeName.right.text;
}

function wordsOf(node: ts.TypeNode): ReadonlySet<string> | undefined {
  const parts = ts.isUnionTypeNode(node) ? node.types : [node];
  const words = new Set<string>();
  for (const part of parts) {
    if (!ts.isLiteralTypeNode(part) || !ts.isStringLiteral(part.literal)) return undefined;
    words.add(part.literal.text);
  }
  return words;
}
