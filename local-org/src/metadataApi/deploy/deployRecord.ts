import type { DeployMessage } from './deployMessage.ts';
import type { DeployOptions } from './deployOptions.ts';

export type DeployStatus = 'Pending' | 'InProgress' | 'Succeeded' | 'SucceededPartial' | 'Failed' | 'Canceling' | 'Canceled';

/** A deployment as it is kept: what `checkDeployStatus` tells of it. */
export interface DeployRecord {
  /** 18 characters, `0Af...`. */
  readonly id: string;
  readonly status: DeployStatus;
  readonly options: DeployOptions;
  readonly createdBy: string;
  readonly createdByName: string;
  /** Dates are ISO 8601. */
  readonly createdDate: string;
  readonly startDate?: string;
  readonly completedDate?: string;
  readonly lastModifiedDate: string;
  readonly canceledBy?: string;
  readonly canceledByName?: string;
  readonly errorMessage?: string;
  readonly errorStatusCode?: string;
  readonly stateDetail?: string;
  readonly numberComponentErrors: number;
  readonly numberComponentsDeployed: number;
  readonly numberComponentsTotal: number;
  readonly successes: readonly DeployMessage[];
  readonly failures: readonly DeployMessage[];
}

const ends: ReadonlySet<DeployStatus> = new Set(['Succeeded', 'SucceededPartial', 'Failed', 'Canceled']);

export function isDone({ status }: DeployRecord): boolean {
  return ends.has(status);
}
