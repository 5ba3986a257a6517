import { SalesforceError } from '../../errors.ts';
import { deployOptionsFromXml } from '../deploy/deployOptions.ts';
import { type DeployRecord, isDone } from '../deploy/deployRecord.ts';
import { deployDetails, deployResult } from '../deploy/deployResult.ts';
import type { MetadataApi, MetadataCall } from './metadataCall.ts';
import { parameterElement, parameterFlag, parameterText } from './parameters.ts';
import { soapMembers, type SoapContent } from './soapXml.ts';

/** Takes a deployment: Metadata API Developer Guide, "deploy()". */
export function deploy({ deployJobs }: MetadataApi, { body, user }: MetadataCall): SoapContent {
  const zip = Buffer.from(parameterText(body, 'zipFile'), 'base64');
  if (zip.byteLength === 0) throw new SalesforceError('INVALID_OPERATION', 'The zipFile parameter is missing or empty');
  return asyncResult(deployJobs.start(zip, deployOptionsFromXml(parameterElement(body, 'deployOptions')), user));
}

/** Deploys a validation: "deployRecentValidation()". Its answer is the id alone. */
export function deployRecentValidation({ deployJobs }: MetadataApi, { body, user }: MetadataCall): SoapContent {
  return deployJobs.startValidated(parameterText(body, 'validationId'), user).id;
}

export function checkDeployStatus({ deployJobs }: MetadataApi, { body }: MetadataCall): SoapContent {
  const record = deployJobs.get(parameterText(body, 'asyncProcessId'));
  // Without details the element stands empty, as clients of the WSDL expect.
  const { details, ...members } = deployResult(record, parameterFlag(body, 'includeDetails') ? deployDetails(record) : undefined);
  return soapMembers({ ...members, details: details ?? {} });
}

export function cancelDeploy({ deployJobs }: MetadataApi, { body, user }: MetadataCall): SoapContent {
  const record = deployJobs.cancel(parameterText(body, 'string') || parameterText(body, 'id'), user);
  return { done: isDone(record), id: record.id };
}

/** The state of a deployment as it was told before there was checkDeployStatus. */
export function checkStatus({ deployJobs }: MetadataApi, { body }: MetadataCall): SoapContent {
  return asyncResult(deployJobs.get(parameterText(body, 'asyncProcessId')));
}

/** Metadata API Developer Guide, "AsyncResult": the states from before there were others. */
const asyncStates: Readonly<Record<DeployRecord['status'], string>> = {
  Pending: 'Queued',
  InProgress: 'InProgress',
  Canceling: 'InProgress',
  Succeeded: 'Completed',
  SucceededPartial: 'Completed',
  Failed: 'Error',
  Canceled: 'Error',
};

function asyncResult(record: DeployRecord): SoapContent {
  return { done: isDone(record), id: record.id, state: asyncStates[record.status] };
}
