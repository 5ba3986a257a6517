import { SalesforceError } from '../errors.ts';

/**
 * Refusals of the Analytics API, in its words (Reports and Dashboards REST API
 * Developer Guide, "Report Error Codes", "Dashboard and Component Error Codes").
 */

export function badRequest(message: string): SalesforceError {
  return new SalesforceError('BAD_REQUEST', message, { status: 400 });
}

export function forbidden(message: string): SalesforceError {
  return new SalesforceError('FORBIDDEN', message, { status: 403 });
}

export function unavailable(): SalesforceError {
  return new SalesforceError('NOT_FOUND', 'The data you’re trying to access is unavailable.', { status: 404 });
}

export function mayNotRun(): SalesforceError {
  return forbidden('You don’t have permission to run reports. Check that you have the Run Reports user permission.');
}

export function noPrivileges(): SalesforceError {
  return forbidden('You don’t have sufficient privileges to perform this operation.');
}

export function noMetadata(): SalesforceError {
  return badRequest('The request is invalid because there is no metadata. Specify metadata in the request body.');
}

/** Something that the API has and local-org has not. */
export function notRunHere(what: string): SalesforceError {
  return new SalesforceError('NOT_IMPLEMENTED', `${what} is not run by local-org`, { status: 501 });
}
