import type { MetadataProblem } from '../errors.ts';

/** A name or value in a flow that cannot be accepted; the element at hand reports it. */
export class FlowProblem extends Error {
  /** True for what the platform runs and local-org does not. */
  readonly notRun: boolean;

  constructor(message: string, options: { notRun?: boolean } = {}) {
    super(message);
    this.name = 'FlowProblem';
    this.notRun = options.notRun ?? false;
  }
}

/** For what the platform runs and local-org does not. @param what names it, e.g. `operator HasError` */
export function notRunHere(what: string): FlowProblem {
  return new FlowProblem(`${what} is not run by local-org`, { notRun: true });
}

/** Collects what is wrong with one flow, so that its author sees all of it at once. */
export class FlowProblems {
  readonly found: MetadataProblem[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds a problem in the words in which the platform refuses a flow. */
  add(element: string, problem: FlowProblem | string, line?: number): void {
    const text = typeof problem === 'string' ? problem : problem.message;
    const notRun = typeof problem !== 'string' && problem.notRun;
    const message = notRun ? text : `field integrity exception: unknown (${text})`;
    // An element is looked at more than once; what is wrong with it is told once.
    if (this.found.some((problem) => problem.element === element && problem.line === line && problem.message === message)) return;
    this.found.push(line === undefined ? { file: this.#file, element, message } : { file: this.#file, element, line, message });
  }

  /** Adds something that does not stop the flow from running. */
  warn(element: string, message: string, line?: number): void {
    const problem = { file: this.#file, element, message, warning: true } as const;
    this.found.push(line === undefined ? problem : { ...problem, line });
  }

  /** Runs `work`; a FlowProblem in it becomes a problem of this element, and the result undefined. */
  within<Result>(element: string, line: number | undefined, work: () => Result): Result | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof FlowProblem)) throw error;
      this.add(element, error, line);
      return undefined;
    }
  }
}
