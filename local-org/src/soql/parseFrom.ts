import type { FieldPath, ParentAlias, SelectStatement } from './ast.ts';
import { parsePath } from './parseExpression.ts';
import type { TokenReader } from './tokenReader.ts';

/** Words that start the next clause and so cannot be an alias. */
const CLAUSE_WORDS = new Set([
  'USING',
  'WHERE',
  'WITH',
  'GROUP',
  'HAVING',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'FOR',
  'UPDATE',
  'ALL',
  'FROM',
  'AS',
  'SET',
]);

/** FROM: the object (in a subquery the child relationship, which may be written from the parent: `Account.Contacts`), and named parents. */
export function parseFrom(reader: TokenReader): Pick<SelectStatement, 'from' | 'alias' | 'parents'> {
  const from = parsePath(reader).at(-1) ?? '';
  const alias = parseObjectAlias(reader);
  const parents: ParentAlias[] = [];
  while (reader.takeSymbol(',')) parents.push(parseParent(reader, [from, ...(alias === undefined ? [] : [alias])], parents));
  return { from, ...(alias === undefined ? {} : { alias }), ...(parents.length === 0 ? {} : { parents }) };
}

/** `c.Account a`: a relationship of the object, or of a parent that was named before it. */
function parseParent(reader: TokenReader, roots: readonly string[], named: readonly ParentAlias[]): ParentAlias {
  const { position } = reader.current;
  const [first = '', ...rest] = parsePath(reader);
  const alias = parseObjectAlias(reader);
  if (rest.length === 0 || alias === undefined) throw reader.unexpected();
  const is = (name: string): boolean => name.toLowerCase() === first.toLowerCase();
  const before = named.find((parent) => is(parent.alias));
  if (before === undefined && !roots.some(is)) throw reader.malformed(`unknown alias: ${first}`, position);
  const path: FieldPath = [...(before?.path ?? []), ...rest];
  return reader.mark({ alias, path }, position);
}

function parseObjectAlias(reader: TokenReader): string | undefined {
  return reader.takeWords('AS') ? reader.expectWord() : parseAlias(reader);
}

/** A name after a field or call; undefined when something else follows. */
export function parseAlias(reader: TokenReader): string | undefined {
  const token = reader.current;
  if (token.kind !== 'word' || CLAUSE_WORDS.has(token.text.toUpperCase())) return undefined;
  return reader.advance().text;
}
