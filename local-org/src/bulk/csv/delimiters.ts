/** What separates the columns of a job's data, by the name that a job gives it. */
export const columnDelimiters = { BACKQUOTE: '`', CARET: '^', COMMA: ',', PIPE: '|', SEMICOLON: ';', TAB: '\t' } as const;

export type ColumnDelimiter = keyof typeof columnDelimiters;

/** What ends each line of a job's data, by the name that a job gives it. */
export const lineEndings = { LF: '\n', CRLF: '\r\n' } as const;

export type LineEnding = keyof typeof lineEndings;

export function isColumnDelimiter(name: unknown): name is ColumnDelimiter {
  return typeof name === 'string' && Object.hasOwn(columnDelimiters, name);
}

export function isLineEnding(name: unknown): name is LineEnding {
  return typeof name === 'string' && Object.hasOwn(lineEndings, name);
}
