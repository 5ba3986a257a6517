import { SalesforceError } from '../../errors.ts';
import type { SaveError, SaveResult } from '../../save/types.ts';
import type { ApiResponse } from '../apiMessages.ts';

/** One entry of a collections answer. */
export function collectionEntry(result: SaveResult, options: { withCreated: boolean }): Record<string, unknown> {
  const created = options.withCreated ? { created: result.created === true } : {};
  if (result.success) return { id: result.id, success: true, errors: [], ...created };
  const errors = result.errors.map(({ statusCode, message, fields }) => ({ statusCode, message, fields }));
  return { ...(result.id === undefined ? {} : { id: result.id }), success: false, errors, ...created };
}

/** Something of the REST API that local-org does not run. */
export function notRun(what: string): SalesforceError {
  return new SalesforceError('FUNCTIONALITY_NOT_ENABLED', `${what} is not run by local-org`, { status: 403 });
}

/** The error answer of a single record's save. */
export function refusal(errors: readonly SaveError[]): ApiResponse {
  return {
    status: errors.some(({ statusCode }) => notFound.has(statusCode)) ? 404 : 400,
    body: errors.map(({ statusCode, message, fields }) => ({ message, errorCode: statusCode, fields })),
  };
}

const notFound = new Set(['ENTITY_IS_DELETED', 'NOT_FOUND']);

/** The answer of a request that was refused as a whole. */
export function errorResponse(error: SalesforceError): ApiResponse {
  return { status: error.status, body: [error.toApiError()] };
}

export function resourceNotFound(): SalesforceError {
  return new SalesforceError('NOT_FOUND', 'The requested resource does not exist', { status: 404 });
}

export function methodNotAllowed(method: string, allowed: readonly string[]): SalesforceError {
  return new SalesforceError('METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`, {
    status: 405,
  });
}
