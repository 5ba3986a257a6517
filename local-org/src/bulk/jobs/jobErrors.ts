import { SalesforceError } from '../../errors.ts';

/** Refusals of Bulk API 2.0 (Developer Guide, "Errors"): its codes are in capitals over REST. */
export const jobErrors = {
  invalidJob: (message: string) => new SalesforceError('INVALIDJOB', message),
  invalidState: (message: string) => new SalesforceError('INVALIDJOBSTATE', message),
  unknownObject: (name: string) => new SalesforceError('INVALIDENTITY', `Unable to find object: ${name}`),
  notInBulk: (name: string) => new SalesforceError('INVALIDENTITY', `Entity '${name}' is not supported by the Bulk API.`),
  queryNotSupported: (message: string) => new SalesforceError('API_ERROR', message),
  secondContent: (id: string) =>
    new SalesforceError(
      'BULK_API_ERROR',
      `Found multipe contents for job: <${id.slice(0, 15)}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
    ),
  tooLarge: (most: number) =>
    new SalesforceError(
      'EXCEEDED_MAX_SIZE_REQUEST',
      `ClientInputError : the data of a job may have ${most} bytes once it is encoded in base64`,
      { status: 413 },
    ),
} as const;
