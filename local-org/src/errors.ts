/**
 * Errors in Salesforce's own shape. Whatever a client may see is one of these:
 * code and text as the platform documents them, and the HTTP status that goes
 * with the code on the REST API.
 */

/** One entry of the error array that the REST API answers with. */
export interface ApiError {
  readonly errorCode: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/** A refused request: becomes `[{errorCode, message, fields?}]` with `status`. */
export class SalesforceError extends Error {
  readonly errorCode: string;
  readonly status: number;
  readonly fields: readonly string[];

  constructor(errorCode: string, message: string, options: { status?: number; fields?: readonly string[]; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'SalesforceError';
    this.errorCode = errorCode;
    this.status = options.status ?? 400;
    this.fields = options.fields ?? [];
  }

  toApiError(): ApiError {
    return this.fields.length > 0
      ? { errorCode: this.errorCode, message: this.message, fields: this.fields }
      : { errorCode: this.errorCode, message: this.message };
  }
}

/** What is wrong with, or worth saying about, one metadata file: shown in a deploy result. */
export interface MetadataProblem {
  /** Path inside the package, e.g. `objects/PulseResponse__c/fields/Rating__c.field-meta.xml`. */
  readonly file: string;
  /** Element within the file, e.g. `decisions IsFresh` or `formula`. */
  readonly element?: string;
  readonly line?: number;
  readonly message: string;
  /** True for what does not stop a deployment, such as metadata that is stored and not run. */
  readonly warning?: true;
}

/** The package cannot run here; carries every problem found, not just the first. */
export class MetadataError extends Error {
  readonly problems: readonly MetadataProblem[];

  constructor(problems: readonly MetadataProblem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'MetadataError';
    this.problems = problems;
  }
}

/** `file:line element: message`, one line. */
export function describeProblem(problem: MetadataProblem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  return problem.element === undefined ? `${place}: ${problem.message}` : `${place} (${problem.element}): ${problem.message}`;
}
