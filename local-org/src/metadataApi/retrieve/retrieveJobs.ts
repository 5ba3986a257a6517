import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { idFromSerial } from '../../storage/ids.ts';
import { ArchiveError } from '../archive/archiveError.ts';
import { retrieve, type Retrieved } from './retrieve.ts';
import type { RetrieveRequest } from './retrieveRequest.ts';

/** A retrieve that has ended: it is done at once, and asked for afterwards because the API has it so. */
export type RetrieveJob = { readonly id: string } & (
  | ({ readonly status: 'Succeeded' } & Retrieved)
  | { readonly status: 'Failed'; readonly errorStatusCode: string; readonly errorMessage: string }
);

/** Results that are kept: clients fetch theirs within seconds, and an archive may be large. */
const kept = 20;

/** The results of the last retrieves. They do not survive a restart; nothing asks for one that late. */
export class RetrieveJobs {
  readonly #org: Org;
  readonly #newestVersion: string;
  readonly #jobs = new Map<string, RetrieveJob>();
  /** Starts where no earlier start of the server has been: an old id must not find a new result. */
  #serial = Math.floor(Date.now() / 1000);

  constructor(org: Org, newestVersion: string) {
    this.#org = org;
    this.#newestVersion = newestVersion;
  }

  start(request: RetrieveRequest): RetrieveJob {
    this.#serial += 1;
    const id = idFromSerial('09S', this.#serial);
    const job = this.#retrieved(id, request);
    this.#jobs.set(id, job);
    const [oldest] = this.#jobs.keys();
    if (this.#jobs.size > kept && oldest !== undefined) this.#jobs.delete(oldest);
    return job;
  }

  /** @throws SalesforceError INVALID_CROSS_REFERENCE_KEY */
  get(id: string): RetrieveJob {
    const job = this.#jobs.get(id) ?? [...this.#jobs.values()].find((candidate) => candidate.id.slice(0, 15) === id);
    if (job === undefined) throw new SalesforceError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    return job;
  }

  #retrieved(id: string, request: RetrieveRequest): RetrieveJob {
    try {
      return { id, status: 'Succeeded', ...retrieve(this.#org, request, this.#newestVersion) };
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      return { id, status: 'Failed', errorStatusCode: error.statusCode, errorMessage: error.message };
    }
  }
}
