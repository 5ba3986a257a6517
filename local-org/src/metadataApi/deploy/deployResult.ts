import type { DeployMessage } from './deployMessage.ts';
import { runsTests } from './deployOptions.ts';
import { type DeployRecord, isDone } from './deployRecord.ts';

export interface DeployDetails {
  readonly componentFailures: readonly DeployMessage[];
  readonly componentSuccesses: readonly DeployMessage[];
  readonly runTestResult: { readonly numFailures: number; readonly numTestsRun: number; readonly totalTime: number };
}

/** Undefined members are left out. */
export type DeployResult = ReturnType<typeof deployResult>;

/** Metadata API Developer Guide, "DeployResult", members in the WSDL's order; the REST API has the same in JSON. */
export function deployResult(record: DeployRecord, details: DeployDetails | undefined) {
  const { options } = record;
  return {
    canceledBy: record.canceledBy,
    canceledByName: record.canceledByName,
    checkOnly: options.checkOnly,
    completedDate: record.completedDate,
    createdBy: record.createdBy,
    createdByName: record.createdByName,
    createdDate: record.createdDate,
    details,
    done: isDone(record),
    errorMessage: record.errorMessage,
    errorStatusCode: record.errorStatusCode,
    id: record.id,
    ignoreWarnings: options.ignoreWarnings,
    lastModifiedDate: record.lastModifiedDate,
    numberComponentErrors: record.numberComponentErrors,
    numberComponentsDeployed: record.numberComponentsDeployed,
    numberComponentsTotal: record.numberComponentsTotal,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    rollbackOnError: options.rollbackOnError,
    runTestsEnabled: runsTests(options),
    startDate: record.startDate,
    stateDetail: record.stateDetail,
    status: record.status,
    success: record.status === 'Succeeded' || record.status === 'SucceededPartial',
  };
}

/** What became of each component; there are no tests to tell of. */
export function deployDetails({ failures, successes }: DeployRecord): DeployDetails {
  return {
    componentFailures: failures,
    componentSuccesses: successes,
    runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 },
  };
}
