import type { MetadataProblem } from '../errors.ts';

/** A name or value in a flow that cannot be accepted; the element at hand reports it. */
export class FlowProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FlowProblem';
  }
}

/** Collects what is wrong with one flow, so that its author sees all of it at once. */
export class FlowProblems {
  readonly found: MetadataProblem[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(element: string, message: string, line?: number): void {
    this.found.push(line === undefined ? { file: this.#file, element, message } : { file: this.#file, element, line, message });
  }

  /** Runs `work`; a FlowProblem in it becomes a problem of this element, and the result undefined. */
  within<Result>(element: string, line: number | undefined, work: () => Result): Result | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof FlowProblem)) throw error;
      this.add(element, error.message, line);
      return undefined;
    }
  }
}
