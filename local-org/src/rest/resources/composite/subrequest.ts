import { SalesforceError } from '../../../errors.ts';
import { isJsonObject, type ApiRequest, type ApiResponse } from '../../apiMessages.ts';
import { apiTarget, type ApiTarget } from '../../apiTarget.ts';
import type { ResourceContext } from '../../route.ts';
import { MissingReference, withReferences, withReferencesInUrl } from '../../wire/references.ts';
import { errorResponse } from '../../wire/resultToJson.ts';
import { parserError } from '../shared.ts';

/** One call within a composite. */
export interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly referenceId: string;
  readonly response: ApiResponse;
}

/** Headers that belong to the composite as a whole. */
const forbiddenHeaders = new Set(['accept', 'authorization', 'content-type']);

/** @throws SalesforceError JSON_PARSER_ERROR, INVALID_INPUT */
export function readSubrequests(json: unknown, where: string): Subrequest[] {
  if (!Array.isArray(json)) throw parserError(`${where} needs an array 'compositeRequest'`);
  const subrequests = json.map(readSubrequest);
  const names = new Set<string>();
  for (const { referenceId } of subrequests) {
    if (names.has(referenceId))
      throw new SalesforceError('INVALID_INPUT', `Duplicate reference id '${referenceId}' in the composite request`);
    names.add(referenceId);
  }
  return subrequests;
}

function readSubrequest(json: unknown): Subrequest {
  if (!isJsonObject(json)) throw parserError('Each subrequest must be a JSON object');
  const { method, url, referenceId, body, httpHeaders } = json;
  if (typeof method !== 'string' || typeof url !== 'string' || typeof referenceId !== 'string') {
    throw parserError('Each subrequest needs method, url and referenceId');
  }
  if (!/^[A-Za-z0-9]\w*$/u.test(referenceId)) {
    throw new SalesforceError(
      'INVALID_INPUT',
      `Invalid reference id '${referenceId}': letters, digits and underscores, starting with a letter or digit`,
    );
  }
  return { method: method.toUpperCase(), url, referenceId, body, headers: readHeaders(httpHeaders) };
}

function readHeaders(json: unknown): Readonly<Record<string, string>> {
  if (json === undefined || json === null) return {};
  if (!isJsonObject(json)) throw parserError("'httpHeaders' must be a JSON object");
  const headers = Object.entries(json).map(
    ([name, value]) => [name.toLowerCase(), typeof value === 'string' ? value : JSON.stringify(value)] as const,
  );
  const forbidden = headers.find(([name]) => forbiddenHeaders.has(name));
  if (forbidden !== undefined) {
    throw new SalesforceError('INVALID_INPUT', `The header ${forbidden[0]} can be given for the composite request only`);
  }
  return Object.fromEntries(headers);
}

/**
 * Runs a subrequest with what earlier ones answered. What goes wrong is its answer.
 * @param allows why the resource cannot be used here; undefined when it can
 */
export function runSubrequest(
  { dispatch }: ResourceContext,
  request: ApiRequest,
  subrequest: Subrequest,
  answers: ReadonlyMap<string, ApiResponse>,
  allows: (target: ApiTarget, method: string) => string | undefined,
): Outcome {
  const { referenceId, method, headers } = subrequest;
  try {
    const target = apiTarget(withReferencesInUrl(subrequest.url, answers));
    const problem = allows(target, method);
    if (problem !== undefined) throw new SalesforceError('INVALID_INPUT', problem);
    const body = withReferences(subrequest.body, answers);
    const response = dispatch({ ...request, ...target, method, headers: { ...request.headers, ...headers }, body, bodyText: undefined });
    return { referenceId, response };
  } catch (error) {
    if (error instanceof MissingReference) return { referenceId, response: halted(error.message) };
    if (error instanceof SalesforceError) return { referenceId, response: errorResponse(error) };
    throw error;
  }
}

export function halted(message: string): ApiResponse {
  return { status: 400, body: [{ errorCode: 'PROCESSING_HALTED', message }] };
}

const rolledBackText = 'The transaction was rolled back since another operation in the same transaction failed.';

/** What the subrequests of an undone transaction answer: the failures as they were, the others that they were rolled back. */
export function rolledBack(subrequests: readonly Subrequest[], done: ReadonlyMap<string, Outcome>): Outcome[] {
  return subrequests.map(({ referenceId }) => {
    const outcome = done.get(referenceId);
    return outcome !== undefined && isFailure(outcome) ? outcome : { referenceId, response: halted(rolledBackText) };
  });
}

/** A collection answers 200 with failed entries in it. */
export function isFailure({ response: { status, body } }: Outcome): boolean {
  return status >= 400 || (Array.isArray(body) && body.some((entry) => isJsonObject(entry) && entry['success'] === false));
}

export function outcomeToJson({ referenceId, response }: Outcome): Record<string, unknown> {
  return { body: response.body ?? null, httpHeaders: response.headers ?? {}, httpStatusCode: response.status, referenceId };
}
