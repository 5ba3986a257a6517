import { SalesforceError } from '../../errors.ts';
import { isJsonObject, ok, type ApiRequest, type ApiResponse, type JsonObject } from '../apiMessages.ts';
import type { ResourceContext, Route } from '../route.ts';
import { apiTarget } from '../apiTarget.ts';
import { MissingReference, withReferences } from '../wire/references.ts';
import { jsonBody, parserError } from './shared.ts';

const mostSubrequests = 25;
/** Of these, at most so many may be queries or collections. */
const mostCollections = 5;

/** `/composite`: up to 25 calls in one, later ones using what earlier ones answered. */
export const compositeRoutes: readonly Route[] = [
  { pattern: 'composite', methods: { POST: (context, request) => composite(context, request) } },
];

interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

interface Outcome {
  readonly referenceId: string;
  readonly response: ApiResponse;
}

/** Undoes a composite that was to be all or none. */
class Undo extends Error {}

function composite(context: ResourceContext, request: ApiRequest): ApiResponse {
  const body = jsonBody(request);
  const subrequests = readSubrequests(body);
  const allOrNone = body['allOrNone'] === true;
  if (!allOrNone) return answerWith(subrequests.reduce<Outcome[]>((done, next) => [...done, run(context, request, next, done)], []));
  const done: Outcome[] = [];
  try {
    context.org.database.transaction(() => {
      for (const next of subrequests) {
        const outcome = run(context, request, next, done);
        done.push(outcome);
        if (isFailure(outcome)) throw new Undo();
      }
    });
    return answerWith(done);
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
    return answerWith(
      subrequests.map(({ referenceId }, place): Outcome => {
        const outcome = done[place];
        return outcome !== undefined && isFailure(outcome) ? outcome : { referenceId, response: halted(rolledBackText) };
      }),
    );
  }
}

const rolledBackText = 'The transaction was rolled back since another operation in the same transaction failed.';

function readSubrequests({ compositeRequest }: JsonObject): Subrequest[] {
  if (!Array.isArray(compositeRequest)) throw parserError("The composite request needs an array 'compositeRequest'");
  const subrequests = compositeRequest.map(readSubrequest);
  if (subrequests.length > mostSubrequests) {
    throw new SalesforceError(
      'LIMIT_EXCEEDED',
      `The composite request has ${subrequests.length} subrequests. The maximum is ${mostSubrequests}.`,
    );
  }
  const collections = subrequests.filter(({ url }) => /\/(?:composite\/sobjects|query|queryAll)(?:[/?]|$)/u.test(url)).length;
  if (collections > mostCollections) {
    throw new SalesforceError(
      'LIMIT_EXCEEDED',
      `The composite request has ${collections} query or collection subrequests. The maximum is ${mostCollections}.`,
    );
  }
  const names = subrequests.map(({ referenceId }) => referenceId);
  const repeated = names.find((name, place) => names.indexOf(name) !== place);
  if (repeated !== undefined) throw new SalesforceError('INVALID_INPUT', `Duplicate reference id '${repeated}' in the composite request`);
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
  const headers = isJsonObject(httpHeaders)
    ? Object.fromEntries(
        Object.entries(httpHeaders).flatMap(([name, value]) => (typeof value === 'string' ? [[name.toLowerCase(), value] as const] : [])),
      )
    : {};
  return { method: method.toUpperCase(), url, referenceId, body, headers };
}

function run({ dispatch }: ResourceContext, request: ApiRequest, subrequest: Subrequest, done: readonly Outcome[]): Outcome {
  const { referenceId, method } = subrequest;
  try {
    const answers = new Map(done.map((outcome) => [outcome.referenceId, outcome.response] as const));
    const target = apiTarget(withReferences(subrequest.url, answers));
    if (target === undefined) return { referenceId, response: notFound };
    if (isNested(target.path)) return { referenceId, response: notAllowedHere(subrequest.url) };
    const body = withReferences(subrequest.body, answers);
    return {
      referenceId,
      response: dispatch({ ...request, ...target, method, headers: { ...request.headers, ...subrequest.headers }, body }),
    };
  } catch (error) {
    if (!(error instanceof MissingReference)) throw error;
    return { referenceId, response: halted(error.message) };
  }
}

const notFound: ApiResponse = { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] };

/** A composite within a composite: only collections may stand in one. */
function isNested([first, second]: readonly string[]): boolean {
  return first?.toLowerCase() === 'composite' && second?.toLowerCase() !== 'sobjects';
}

function notAllowedHere(url: string): ApiResponse {
  return { status: 400, body: [{ errorCode: 'INVALID_INPUT', message: `The resource ${url} cannot be used in a composite request` }] };
}

function halted(message: string): ApiResponse {
  return { status: 400, body: [{ errorCode: 'PROCESSING_HALTED', message }] };
}

function isFailure({ response }: Outcome): boolean {
  return response.status >= 400 || hasFailedRecord(response.body);
}

/** A collection answers 200 with failed entries in it. */
function hasFailedRecord(body: unknown): boolean {
  return Array.isArray(body) && body.some((entry) => isJsonObject(entry) && entry['success'] === false);
}

function answerWith(outcomes: readonly Outcome[]): ApiResponse {
  return ok({
    compositeResponse: outcomes.map(({ referenceId, response }) => ({
      body: response.body ?? null,
      httpHeaders: response.headers ?? {},
      httpStatusCode: response.status,
      referenceId,
    })),
  });
}
