import { SalesforceError } from '../../errors.ts';
import { child } from '../../metadata/xmlTree.ts';
import type { RetrieveJob } from '../retrieve/retrieveJobs.ts';
import { readRetrieveRequest } from '../retrieve/retrieveRequest.ts';
import type { MetadataApi, MetadataCall } from './metadataCall.ts';
import { parameterElement, parameterText } from './parameters.ts';
import { soapMembers, type SoapContent } from './soapXml.ts';

/** Metadata API Developer Guide, "retrieve()". */
export function retrieve({ retrieveJobs }: MetadataApi, { body }: MetadataCall): SoapContent {
  const request = parameterElement(body, 'retrieveRequest') ?? child(body, 'request');
  if (request === undefined) throw new SalesforceError('INVALID_OPERATION', 'The retrieveRequest parameter is missing');
  return { done: false, id: retrieveJobs.start(readRetrieveRequest(request)).id, state: 'Queued' };
}

export function checkRetrieveStatus({ retrieveJobs }: MetadataApi, { body }: MetadataCall): SoapContent {
  const job = retrieveJobs.get(parameterText(body, 'asyncProcessId'));
  // The archive comes along unless the call says that it is not wanted.
  return retrieveResult(job, parameterText(body, 'includeZip') !== 'false');
}

/** Metadata API Developer Guide, "RetrieveResult". */
function retrieveResult(job: RetrieveJob, includeZip: boolean): SoapContent {
  if (job.status === 'Failed') {
    const { errorMessage, errorStatusCode, id, status } = job;
    return { done: true, errorMessage, errorStatusCode, id, status, success: false };
  }
  return {
    done: true,
    fileProperties: job.fileProperties.map(soapMembers),
    id: job.id,
    messages: job.messages.map(soapMembers),
    status: job.status,
    success: true,
    ...(includeZip ? { zipFile: Buffer.from(job.zip.buffer, job.zip.byteOffset, job.zip.byteLength).toString('base64') } : {}),
  };
}
