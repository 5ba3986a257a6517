import { SalesforceError } from '../../../errors.ts';
import { isJsonObject, ok, type ApiRequest, type ApiResponse } from '../../apiMessages.ts';
import { apiTarget } from '../../apiTarget.ts';
import type { ResourceContext, Route } from '../../route.ts';
import { errorResponse } from '../../wire/resultToJson.ts';
import { jsonBody, parserError } from '../shared.ts';

const mostSubrequests = 25;

/** `/composite/batch`: up to 25 independent calls. */
export const batchRoutes: readonly Route[] = [
  { pattern: 'composite/batch', methods: { POST: (context, request) => batch(context, request) } },
];

interface BatchResult {
  readonly statusCode: number;
  readonly result: unknown;
}

function batch(context: ResourceContext, request: ApiRequest): ApiResponse {
  const { batchRequests, haltOnError = false } = jsonBody(request);
  if (!Array.isArray(batchRequests)) throw parserError("The batch request needs an array 'batchRequests'");
  if (batchRequests.length > mostSubrequests) {
    throw new SalesforceError(
      'LIMIT_EXCEEDED',
      `The batch request has ${batchRequests.length} subrequests. The maximum is ${mostSubrequests}.`,
    );
  }
  const results: BatchResult[] = [];
  for (const subrequest of batchRequests as readonly unknown[]) {
    const halted = haltOnError === true && results.some(isError);
    results.push(halted ? haltedResult : runOne(context, request, subrequest));
  }
  return ok({ hasErrors: results.some(isError), results });
}

function isError({ statusCode }: BatchResult): boolean {
  return statusCode >= 400;
}

const haltedResult: BatchResult = {
  statusCode: 412,
  result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing was halted since an error was encountered' }],
};

function runOne(context: ResourceContext, request: ApiRequest, json: unknown): BatchResult {
  if (!isJsonObject(json) || typeof json['method'] !== 'string' || typeof json['url'] !== 'string') {
    throw parserError('Each subrequest needs method and url');
  }
  const { status, body } = answerOf(context, request, json['method'].toUpperCase(), json['url'], json['richInput']);
  return { statusCode: status, result: body ?? null };
}

function answerOf({ dispatch }: ResourceContext, request: ApiRequest, method: string, url: string, body: unknown): ApiResponse {
  try {
    // The url may be written with or without `/services/data/`.
    const target = apiTarget(url.startsWith('/services/') ? url : `/services/data/${url.replace(/^\/+/u, '')}`);
    const [first, second] = target.path;
    if (first?.toLowerCase() === 'composite' && second?.toLowerCase() === 'batch') {
      throw new SalesforceError('INVALID_INPUT', 'A batch request cannot carry another one');
    }
    return dispatch({ ...request, ...target, method, body, bodyText: undefined });
  } catch (error) {
    if (error instanceof SalesforceError) return errorResponse(error);
    throw error;
  }
}
