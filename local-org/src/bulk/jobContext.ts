import type { Org } from '../org.ts';
import type { JobFiles } from './jobs/jobFiles.ts';
import type { JobStore } from './jobs/jobStore.ts';

/** What jobs are worked on with. */
export interface JobContext {
  /** Shows the org after its last deployment: its parts are taken anew for each batch. */
  readonly org: Org;
  readonly jobs: JobStore;
  readonly files: JobFiles;
}
