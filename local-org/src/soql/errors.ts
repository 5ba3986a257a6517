import { SalesforceError } from '../errors.ts';

/** How much of the query the platform shows around the place of an error. */
const CONTEXT = 40;

/** A query's text and where its parts stand, for errors that point at the place. */
export interface QueryText {
  readonly text: string;
  /** Offset of a part of the tree (a path, a call, a literal) in the text. */
  positionOf(part: object): number | undefined;
}

/** A tree that nobody wrote as text: errors point nowhere. */
export const NO_TEXT: QueryText = { text: '', positionOf: () => undefined };

/**
 * An error in the platform's form: the part of the query around it, a caret
 * under the place, row and column, and the message. Without a place: the message.
 */
export function queryError(errorCode: string, message: string, query: QueryText, position: number | undefined): SalesforceError {
  return new SalesforceError(errorCode, position === undefined ? message : `${place(query.text, position)}\n${message}`);
}

/** The same for a part of the tree. */
export function errorAt(errorCode: string, message: string, query: QueryText, part: object): SalesforceError {
  return queryError(errorCode, message, query, query.positionOf(part));
}

/** Something that SOQL's grammar allows and local-org does not run. */
export function notRun(what: string, query: QueryText, part: object): SalesforceError {
  return errorAt('MALFORMED_QUERY', `${what} is not run by local-org`, query, part);
}

function place(text: string, position: number): string {
  const before = text.slice(0, position);
  const row = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  const start = wordStart(text, Math.max(0, position - CONTEXT));
  const end = wordEnd(text, Math.min(text.length, position + CONTEXT));
  const excerpt = text.slice(start, end).replace(/[\r\n\t]/gu, ' ');
  return `\n${excerpt}\n${' '.repeat(position - start)}^\nERROR at Row:${row}:Column:${column}`;
}

function wordStart(text: string, position: number): number {
  let start = position;
  while (start > 0 && !/\s/u.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function wordEnd(text: string, position: number): number {
  let end = position;
  while (end < text.length && !/\s/u.test(text.charAt(end))) end += 1;
  return end;
}
