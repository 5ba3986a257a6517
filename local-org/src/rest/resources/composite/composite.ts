import { SalesforceError } from '../../../errors.ts';
import { ok, type ApiRequest, type ApiResponse } from '../../apiMessages.ts';
import type { ApiTarget } from '../../apiTarget.ts';
import type { ResourceContext, Route } from '../../route.ts';
import { jsonBody, parserError } from '../shared.ts';
import { isFailure, outcomeToJson, readSubrequests, rolledBack, runSubrequest, type Outcome, type Subrequest } from './subrequest.ts';

const mostSubrequests = 25;
/** Of these, at most so many may be queries or collections. */
const mostCollections = 5;

/** `/composite`: up to 25 calls in one, later ones using what earlier ones answered. */
export const compositeRoutes: readonly Route[] = [
  {
    pattern: 'composite',
    methods: {
      GET: (_context, request) => ok(resources(request.version)),
      POST: (context, request) => composite(context, request),
    },
  },
];

function resources(version: string): Record<string, string> {
  return Object.fromEntries(
    ['tree', 'batch', 'sobjects', 'graph'].map((name) => [name, `/services/data/${version}/composite/${name}`] as const),
  );
}

/** Undoes a composite that was to be all or none. */
class Undo extends Error {}

function composite(context: ResourceContext, request: ApiRequest): ApiResponse {
  const body = jsonBody(request);
  for (const name of ['allOrNone', 'collateSubrequests']) {
    if (!['boolean', 'undefined'].includes(typeof body[name])) throw parserError(`'${name}' must be true or false`);
  }
  const subrequests = readSubrequests(body['compositeRequest'], 'The composite request');
  refuseTooMany(subrequests);
  const outcomes = body['allOrNone'] === true ? allOrNone(context, request, subrequests) : eachForItself(context, request, subrequests);
  return ok({ compositeResponse: outcomes.map(outcomeToJson) });
}

function eachForItself(context: ResourceContext, request: ApiRequest, subrequests: readonly Subrequest[]): Outcome[] {
  const answers = new Map<string, ApiResponse>();
  return subrequests.map((subrequest) => {
    const outcome = runSubrequest(context, request, subrequest, answers, whyNotHere);
    answers.set(outcome.referenceId, outcome.response);
    return outcome;
  });
}

function allOrNone(context: ResourceContext, request: ApiRequest, subrequests: readonly Subrequest[]): Outcome[] {
  const answers = new Map<string, ApiResponse>();
  const done = new Map<string, Outcome>();
  try {
    context.org.database.transaction(() => {
      for (const subrequest of subrequests) {
        const outcome = runSubrequest(context, request, subrequest, answers, whyNotHere);
        done.set(outcome.referenceId, outcome);
        answers.set(outcome.referenceId, outcome.response);
        if (isFailure(outcome)) throw new Undo();
      }
    });
    return [...done.values()];
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
    return rolledBack(subrequests, done);
  }
}

function refuseTooMany(subrequests: readonly Subrequest[]): void {
  if (subrequests.length > mostSubrequests) {
    throw new SalesforceError(
      'LIMIT_EXCEEDED',
      `The composite request has ${subrequests.length} subrequests. The maximum is ${mostSubrequests}.`,
    );
  }
  const collections = subrequests.filter(({ url }) => /\/(?:composite\/sobjects|query|queryAll)(?:[/?]|$)/iu.test(url)).length;
  if (collections > mostCollections) {
    throw new SalesforceError(
      'LIMIT_EXCEEDED',
      `The composite request has ${collections} query or collection subrequests. The maximum is ${mostCollections}.`,
    );
  }
}

/** A composite within a composite: only collections may stand in one. */
function whyNotHere({ path: [first, second] }: ApiTarget): string | undefined {
  const nested = first?.toLowerCase() === 'composite' && second?.toLowerCase() !== 'sobjects';
  return nested ? `The resource ${[first, second].filter(Boolean).join('/')} cannot be used in a composite request` : undefined;
}
