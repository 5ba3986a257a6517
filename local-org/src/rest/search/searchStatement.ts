import { SalesforceError } from '../../errors.ts';
import { malformed, readSearchTerm, type SearchTerm } from './searchTerm.ts';

export const searchGroups = ['ALL', 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR'] as const;
/** Which fields are looked into. */
export type SearchGroup = (typeof searchGroups)[number];

/** What of an object is returned. */
export interface Returning {
  readonly object: string;
  /** As in a SOQL select: `Id, Name`. */
  readonly fields: string;
  /** The clauses behind, as in SOQL: ` WHERE ... ORDER BY ... LIMIT ...`. */
  readonly clauses: string;
}

/** A search. */
export interface SearchStatement {
  readonly term: SearchTerm;
  readonly group: SearchGroup;
  /** Empty: every object that can be searched, ids only. */
  readonly returning: readonly Returning[];
  readonly limit: number;
}

export const mostResults = 2000;

/**
 * Reads a SOSL statement: `FIND {term} IN NAME FIELDS RETURNING Account(Id, Name WHERE ...) LIMIT 10`.
 * @throws SalesforceError MALFORMED_SEARCH, or one that names what is not run
 */
export function readSearch(sosl: string): SearchStatement {
  const [head, braces] = /^\s*FIND\s*\{((?:\\.|[^\\}])*)\}/isu.exec(sosl) ?? [];
  if (head === undefined || braces === undefined) throw malformed('No search term found. The search term must be enclosed in braces.');
  let rest = sosl.slice(head.length);
  const take = (clause: RegExp): string | undefined => {
    const [matched, value] = clause.exec(rest) ?? [];
    if (matched !== undefined) rest = rest.slice(matched.length);
    return value;
  };
  const group = take(/^\s*IN\s+(\w+)\s+FIELDS\b/iu);
  const returning = /^\s*RETURNING\s+/iu.test(rest) ? takeReturning() : [];
  const limit = take(/^\s*LIMIT\s+(\d+)\b/iu);
  if (rest.trim() !== '') throw leftOver(rest.trim());
  return {
    term: readSearchTerm(braces),
    group: groupNamed(group ?? 'ALL'),
    returning,
    limit: Math.min(Number(limit ?? mostResults), mostResults),
  };

  function takeReturning(): Returning[] {
    take(/^\s*(RETURNING)\s+/iu);
    const list: Returning[] = [];
    do {
      const object = take(/^\s*(\w+)/u);
      if (object === undefined) throw malformed('an object is expected behind RETURNING');
      const inner = takeParentheses();
      list.push({ object, ...(inner === undefined ? { fields: 'Id', clauses: '' } : splitFields(inner)) });
    } while (take(/^\s*(,)/u) !== undefined);
    return list;
  }

  /** What stands in parentheses, with any texts and parentheses inside. */
  function takeParentheses(): string | undefined {
    const [start] = /^\s*\(/u.exec(rest) ?? [];
    if (start === undefined) return undefined;
    const end = closingParenthesis(rest, start.length);
    const inner = rest.slice(start.length, end);
    rest = rest.slice(end + 1);
    return inner;
  }
}

function closingParenthesis(text: string, from: number): number {
  let depth = 1;
  for (const { 0: part, index } of text.slice(from).matchAll(/'(?:\\.|[^'\\])*'|[()]/gsu)) {
    if (part === '(') depth += 1;
    if (part === ')') depth -= 1;
    if (depth === 0) return from + index;
  }
  throw malformed('missing a closing parenthesis');
}

function splitFields(inner: string): { fields: string; clauses: string } {
  const masked = inner.replace(/'(?:\\.|[^'\\])*'/gsu, (literal) => ' '.repeat(literal.length));
  if (/\bUSING\s+LISTVIEW\b/iu.test(masked)) throw notRun('USING ListView');
  const at = masked.search(/\b(?:WHERE|ORDER\s+BY|LIMIT|OFFSET)\b/iu);
  const fields = (at === -1 ? inner : inner.slice(0, at)).trim();
  if (fields === '') throw malformed('fields are expected in parentheses');
  return { fields, clauses: at === -1 ? '' : ` ${inner.slice(at)}` };
}

export function groupNamed(name: string): SearchGroup {
  const group = searchGroups.find((one) => one === name.toUpperCase());
  if (group === undefined) throw malformed(`unexpected token: ${name}`);
  return group;
}

function leftOver(rest: string): SalesforceError {
  const [clause] = /^(?:WITH\s+\w+|UPDATE\s+\w+|USING\s+\w+|OFFSET)/iu.exec(rest) ?? [];
  return clause === undefined ? malformed(`unexpected token: ${rest.split(/\s/u, 1)[0] ?? ''}`) : notRun(clause.toUpperCase());
}

function notRun(clause: string): SalesforceError {
  return new SalesforceError('MALFORMED_SEARCH', `${clause} is not run by local-org`);
}
