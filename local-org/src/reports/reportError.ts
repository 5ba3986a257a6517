import type { ReportProblem } from './types.ts';

/** A part of a definition that cannot be run. */
export class ReportPartError extends Error {
  readonly element: string;

  constructor(element: string, message: string) {
    super(message);
    this.name = 'ReportPartError';
    this.element = element;
  }

  toProblem(): ReportProblem {
    return { element: this.element, message: this.message };
  }
}

/** A part that the user may not see: it is left out, or the report refused. */
export class HiddenPartError extends Error {
  readonly column: string;

  constructor(column: string) {
    super(`${column} is hidden`);
    this.name = 'HiddenPartError';
    this.column = column;
  }
}
