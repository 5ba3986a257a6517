import { SalesforceError } from '../../errors.ts';
import { isJsonObject, ok, type ApiRequest, type ApiResponse } from '../apiMessages.ts';
import { apiTarget } from '../apiTarget.ts';
import type { ResourceContext, Route } from '../route.ts';
import { jsonBody, parserError } from './shared.ts';

const mostSubrequests = 25;

/** `/composite/batch`: up to 25 independent calls. */
export const batchRoutes: readonly Route[] = [
  { pattern: 'composite/batch', methods: { POST: (context, request) => batch(context, request) } },
];

function batch(context: ResourceContext, request: ApiRequest): ApiResponse {
  const { batchRequests, haltOnError = false } = jsonBody(request);
  if (!Array.isArray(batchRequests)) throw parserError("The batch request needs an array 'batchRequests'");
  if (batchRequests.length > mostSubrequests) {
    throw new SalesforceError(
      'LIMIT_EXCEEDED',
      `The batch request has ${batchRequests.length} subrequests. The maximum is ${mostSubrequests}.`,
    );
  }
  const results: { statusCode: number; result: unknown }[] = [];
  for (const subrequest of batchRequests as readonly unknown[]) {
    const halted = haltOnError === true && results.some(({ statusCode }) => statusCode >= 400);
    results.push(halted ? haltedResult : runOne(context, request, subrequest));
  }
  return ok({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
}

const haltedResult = {
  statusCode: 412,
  result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing was halted since an error was encountered' }],
};

function runOne({ dispatch }: ResourceContext, request: ApiRequest, json: unknown): { statusCode: number; result: unknown } {
  if (!isJsonObject(json) || typeof json['method'] !== 'string' || typeof json['url'] !== 'string') {
    throw parserError('Each subrequest needs method and url');
  }
  const { url } = json;
  // The url may be written with or without `/services/data/`.
  const target = apiTarget(url.startsWith('/services/') ? url : `/services/data/${url.replace(/^\/+/u, '')}`);
  if (target === undefined) {
    return { statusCode: 404, result: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] };
  }
  const { status, body } = dispatch({ ...request, ...target, method: json['method'].toUpperCase(), body: json['richInput'] });
  return { statusCode: status, result: body ?? null };
}
