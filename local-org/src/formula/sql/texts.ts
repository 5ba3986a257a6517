import { asText } from '../runtime/values.ts';
import type { TypedCallNode, TypedNode } from '../typedTree.ts';
import { matchedBranches } from './branches.ts';
import { emitDate } from './dates.ts';
import { emitNumber } from './numbers.ts';
import { argument, NotExact, wholeLiteral, type SqlEmitter, type SqlNumber } from './sqlEmitter.ts';

/** Characters of the longest text. */
const LONGEST_TEXT = 131_072;

/** A part of a formula that is a text, an id or a picklist's value: null when blank, never ''. @throws NotExact */
export function emitText(emitter: SqlEmitter, node: TypedNode): string {
  return emitter.deeper(() => {
    switch (node.kind) {
      case 'literal': {
        const value = asText(node.value);
        return value === null ? 'NULL' : emitter.binding.bind(value);
      }
      case 'reference': {
        const source = emitter.source(node);
        return source.kind === 'column' ? source.sql : emitter.inside(source, () => emitText(emitter, source.tree));
      }
      case 'call':
        return emitter.made(callText(emitter, node));
    }
  });
}

function callText(emitter: SqlEmitter, node: TypedCallNode): string {
  const { name } = node.definition;
  switch (name) {
    case '&':
    case '+':
      return joined(emitter, node);
    case 'TEXT':
      return textOf(emitter, argument(node, 0));
    case 'BR':
      return emitter.binding.bind('\n');
    case 'IF':
    case 'CASE': {
      const { cases, otherwise } = matchedBranches(emitter, node);
      const whens = cases.map(({ when, then }) => `WHEN ${when} THEN ${emitText(emitter, then)}`);
      return `CASE ${whens.join(' ')} ELSE ${emitText(emitter, otherwise)} END`;
    }
    case 'BLANKVALUE':
      return `coalesce(${emitText(emitter, argument(node, 0))}, ${emitText(emitter, argument(node, 1))})`;
    case 'NULLVALUE':
      // A text is never null.
      return emitText(emitter, argument(node, 0));
    case 'LEFT':
    case 'RIGHT':
    case 'MID':
      return cut(emitter, node);
    case 'UPPER':
    case 'LOWER':
      if (node.args.length > 1) throw new NotExact(name);
      return `${name.toLowerCase()}(${plainColumn(emitter, argument(node, 0))})`;
    default:
      throw new NotExact(name);
  }
}

/** `a & b & c`: a blank side adds nothing. */
function joined(emitter: SqlEmitter, node: TypedCallNode): string {
  const parts: string[] = [];
  const add = (part: TypedNode): void => {
    if (part.kind === 'call' && (part.definition.name === '&' || part.definition.name === '+')) part.args.forEach(add);
    else parts.push(`coalesce(${emitText(emitter, part)}, '')`);
  };
  add(node);
  return `nullif(${parts.join(' || ')}, '')`;
}

function textOf(emitter: SqlEmitter, node: TypedNode): string {
  if (node.type === 'picklist') return emitText(emitter, node);
  if (node.type === 'date') return emitDate(emitter, node);
  if (node.type !== 'number') throw new NotExact('TEXT');
  const number = emitNumber(emitter, node);
  if (number.scale > 0) throw new NotExact('TEXT');
  return `CAST(${number.sql} AS TEXT)`;
}

/** A column of ASCII, whose characters SQLite counts and changes as JavaScript does. */
function plainColumn(emitter: SqlEmitter, node: TypedNode): string {
  const source = node.kind === 'reference' ? emitter.source(node) : undefined;
  if (source?.kind !== 'column') throw new NotExact('characters');
  emitter.guard(`(${source.sql} IS NULL OR octet_length(${source.sql}) = length(${source.sql}))`);
  return source.sql;
}

/** LEFT, RIGHT and MID with counts that are known. */
function cut(emitter: SqlEmitter, node: TypedCallNode): string {
  const counts = node.args.slice(1).map(wholeLiteral);
  const [first, second] = counts;
  if (first === undefined || counts.includes(undefined) || counts.some((count) => Math.abs(count ?? 0) > LONGEST_TEXT)) {
    throw new NotExact(node.definition.name);
  }
  const text = plainColumn(emitter, argument(node, 0));
  switch (node.definition.name) {
    case 'LEFT':
      return `nullif(substr(${text}, 1, ${Math.max(0, first)}), '')`;
    case 'RIGHT':
      return first <= 0 ? 'NULL' : `substr(${text}, -${first})`;
    default:
      return `nullif(substr(${text}, ${Math.max(1, first)}, ${Math.max(0, second ?? 0)}), '')`;
  }
}

/** LEN: 0 for a blank text. */
export function textLength(emitter: SqlEmitter, node: TypedCallNode): SqlNumber {
  return { sql: `coalesce(length(${plainColumn(emitter, argument(node, 0))}), 0)`, scale: 0, bound: LONGEST_TEXT };
}

/** FIND from the beginning: 0 when there is nothing to find or to search. */
export function textPosition(emitter: SqlEmitter, node: TypedCallNode): SqlNumber {
  if (node.args.length > 2) throw new NotExact('FIND');
  const part = emitText(emitter, argument(node, 0));
  return { sql: `coalesce(instr(${plainColumn(emitter, argument(node, 1))}, ${part}), 0)`, scale: 0, bound: LONGEST_TEXT };
}

/** CONTAINS: every text contains the blank one, and a blank text contains no other. */
export function contains(emitter: SqlEmitter, node: TypedCallNode): string {
  return found(emitter, node, '> 0');
}

export function beginsWith(emitter: SqlEmitter, node: TypedCallNode): string {
  return found(emitter, node, '= 1');
}

function found(emitter: SqlEmitter, node: TypedCallNode, where: string): string {
  const text = emitText(emitter, argument(node, 0));
  const part = emitText(emitter, argument(node, 1));
  return `(${part} IS NULL OR coalesce(instr(${text}, ${part}) ${where}, 0))`;
}

/** INCLUDES(multi-select, a constant): one of the values that are joined by semicolons. */
export function includesValue(emitter: SqlEmitter, node: TypedCallNode): string {
  const wanted = argument(node, 1);
  const value = wanted.kind === 'literal' ? asText(wanted.value) : undefined;
  if (value === undefined) throw new NotExact('INCLUDES');
  if (value === null || value.includes(';')) return '0';
  const list = emitText(emitter, argument(node, 0));
  return `coalesce(instr(';' || ${list} || ';', ${emitter.binding.bind(`;${value};`)}) > 0, 0)`;
}
