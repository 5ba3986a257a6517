/** What is wrong in one metadata file, and where. */
export interface Problem {
  /** Path as given to the check. */
  readonly file: string;
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number;
  readonly message: string;
}

/** One line for a terminal or a log: `file:line: what is wrong`. */
export function formatProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${String(problem.line)}`;
  return `${place}: ${problem.message}`;
}
