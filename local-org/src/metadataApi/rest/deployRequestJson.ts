import type { DeployRecord } from '../deploy/deployRecord.ts';
import { deployDetails, deployResult } from '../deploy/deployResult.ts';

/** Metadata API Developer Guide, "Deploy Metadata with Apex Testing Using REST". */
export function acceptedJson(record: DeployRecord): unknown {
  const { id, options } = record;
  const { checkOnly, ignoreWarnings, rollbackOnError, runTestsEnabled, status, done, success } = deployResult(record, undefined);
  const result = { id, success, checkOnly, ignoreWarnings, rollbackOnError, status, runTestsEnabled, done };
  return { id, validatedDeployRequestId: null, deployOptions: options, deployResult: result };
}

/** @param url of the deploy request itself */
export function statusJson(record: DeployRecord, url: string, includeDetails: boolean): unknown {
  const { id, options } = record;
  return { id, url, deployOptions: options, deployResult: deployResult(record, includeDetails ? deployDetails(record) : undefined) };
}
