import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { requireCustomization } from '../metadataAccess.ts';
import type { RequestUser } from '../../requestUser.ts';
import { ArchiveError } from '../archive/archiveError.ts';
import type { DeployOptions } from './deployOptions.ts';
import { type DeployRecord, isDone } from './deployRecord.ts';
import { DeployStore } from './deployStore.ts';
import { runDeployment } from './runDeployment.ts';

interface RunningJob {
  record: DeployRecord;
  readonly zip: Uint8Array;
  readonly user: RequestUser;
  readonly cancel: AbortController;
}

/** What deployments work on; always the org as it is now. */
type OrgOfDeployments = Pick<Org, 'clock' | 'database' | 'deployments'>;

/** The org's deployments: asynchronous, one after another, in the order in which they came. */
export class DeployJobs {
  readonly #org: OrgOfDeployments;
  readonly #store: DeployStore;
  readonly #report: (error: unknown) => void;
  readonly #running = new Map<string, RunningJob>();
  #queue: Promise<void> = Promise.resolve();
  #stopped = false;

  /**
   * Deployments that a stop of the server cut off are told as failed.
   * @param report told of defects
   */
  constructor(org: OrgOfDeployments, report: (error: unknown) => void) {
    this.#org = org;
    this.#report = report;
    this.#store = new DeployStore(org.database);
    for (const record of this.#store.unfinished()) this.#store.save(this.#interrupted(record));
  }

  /** Takes a deployment; it runs after those before it. */
  start(zip: Uint8Array, options: DeployOptions, user: RequestUser): DeployRecord {
    requireCustomization(user);
    const now = this.#now();
    const record = this.#store.add({
      status: 'Pending',
      options,
      createdBy: user.id,
      createdByName: user.name,
      createdDate: now,
      lastModifiedDate: now,
      numberComponentErrors: 0,
      numberComponentsDeployed: 0,
      numberComponentsTotal: 0,
      successes: [],
      failures: [],
    });
    const job: RunningJob = { record, zip, user, cancel: new AbortController() };
    this.#running.set(record.id, job);
    this.#queue = this.#queue.then(nextTurn).then(() => this.#run(job));
    return record;
  }

  /**
   * Deploys what was validated before.
   * @throws SalesforceError INVALID_CROSS_REFERENCE_KEY when there is no such validation, or it is too old
   */
  startValidated(validationId: string, user: RequestUser): DeployRecord {
    const validated = this.get(validationId);
    const archive = this.#store.archive(validated.id);
    if (archive === undefined || !validated.options.checkOnly || validated.status !== 'Succeeded') {
      throw new SalesforceError('INVALID_CROSS_REFERENCE_KEY', `${validationId} is not a recent successful validation`);
    }
    return this.start(archive, { ...validated.options, checkOnly: false }, user);
  }

  /** @throws SalesforceError INVALID_CROSS_REFERENCE_KEY */
  get(id: string): DeployRecord {
    const stored = this.#store.get(id);
    if (stored === undefined) throw new SalesforceError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', { status: 404 });
    return this.#running.get(stored.id)?.record ?? stored;
  }

  /**
   * Cancels a deployment: one that waits at once, one that runs unless it is done before.
   * @throws SalesforceError INVALID_ID_FIELD when it has ended, INVALID_CROSS_REFERENCE_KEY
   */
  cancel(id: string, user: RequestUser): DeployRecord {
    const job = this.#running.get(this.get(id).id);
    if (job === undefined) throw new SalesforceError('INVALID_ID_FIELD', 'The deployment has already completed and cannot be canceled');
    job.cancel.abort();
    const waiting = job.record.status === 'Pending';
    this.#update(job, { status: waiting ? 'Canceled' : 'Canceling', canceledBy: user.id, canceledByName: user.name });
    if (waiting) this.#end(job);
    return job.record;
  }

  /** Resolves when no deployment waits or runs. */
  async idle(): Promise<void> {
    await this.#queue;
  }

  /** Lets the running deployment end; those that wait are told as failed at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#queue;
  }

  async #run(job: RunningJob): Promise<void> {
    if (this.#stopped || isDone(job.record)) return;
    this.#update(job, { status: 'InProgress', startDate: this.#now() });
    try {
      const result = await runDeployment(this.#org.deployments, {
        zip: job.zip,
        options: job.record.options,
        user: job.user,
        createdDate: this.#now(),
        signal: job.cancel.signal,
        onProgress: (done, total) => this.#progress(job, done, total),
      });
      this.#update(job, result);
    } catch (error) {
      this.#update(job, this.#failure(job, error));
    }
    this.#end(job);
    const { record } = job;
    if (record.options.checkOnly && record.status === 'Succeeded') this.#store.keepArchive(record.id, job.zip);
  }

  #failure(job: RunningJob, error: unknown): Partial<DeployRecord> {
    if (job.cancel.signal.aborted) return { status: 'Canceled' };
    if (error instanceof ArchiveError) {
      return { status: 'Failed', errorStatusCode: error.statusCode, errorMessage: `${error.statusCode}: ${error.message}` };
    }
    this.#report(error);
    const errorMessage = 'UNKNOWN_EXCEPTION: An unexpected error occurred; see the log of the local org';
    return { status: 'Failed', errorStatusCode: 'UNKNOWN_EXCEPTION', errorMessage };
  }

  #progress(job: RunningJob, done: number, total: number): void {
    job.record = { ...job.record, numberComponentsDeployed: done, numberComponentsTotal: total, lastModifiedDate: this.#now() };
  }

  #update(job: RunningJob, change: Partial<DeployRecord>): void {
    job.record = { ...job.record, ...change, lastModifiedDate: this.#now() };
    this.#store.save(job.record);
  }

  #end(job: RunningJob): void {
    this.#update(job, { completedDate: this.#now() });
    this.#running.delete(job.record.id);
  }

  #interrupted(record: DeployRecord): DeployRecord {
    const now = this.#now();
    const errorMessage = 'UNKNOWN_EXCEPTION: The org was stopped before the deployment ended; nothing of it was kept';
    return { ...record, status: 'Failed', errorStatusCode: 'UNKNOWN_EXCEPTION', errorMessage, completedDate: now, lastModifiedDate: now };
  }

  #now(): string {
    return new Date(this.#org.clock.now()).toISOString();
  }
}

/** Lets the request that started a deployment be answered first. */
async function nextTurn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
