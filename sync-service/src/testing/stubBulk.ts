import { parse } from 'csv-parse/sync';
import { csvLine } from '../salesforce/bulk/csv.ts';
import type { StubRecord, StubRecords } from './stubRecords.ts';

type Row = Readonly<Record<string, string>>;

interface StubJob {
  readonly id: string;
  readonly object: string;
  readonly operation: string;
  readonly externalIdFieldName?: string;
  state: string;
  content: string | undefined;
  rows: readonly Row[];
  processed: number;
  readonly saved: { row: Row; id: string; created: boolean }[];
  readonly failed: { row: Row; error: string }[];
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Bulk API 2.0 as far as this service uses it. A job is done when it is started; a test may let it end otherwise. */
export class StubBulk {
  readonly #records: StubRecords;
  readonly #jobs = new Map<string, StubJob>();
  #nextId = 1;
  /** Rows a job gets through before it fails as a whole. */
  failAfter: number | undefined;
  /** Asked when a job has been worked on: true lets it vanish. */
  vanishes: ((object: string) => boolean) | undefined;
  /** Looks at a job that find it in progress before it has ended. */
  looksUntilEnd = 0;

  constructor(records: StubRecords) {
    this.#records = records;
  }

  /** Objects and operations of the jobs that were started, in order. */
  readonly started: string[] = [];

  /** @returns undefined when the address is none of the Bulk API */
  handle(method: string, url: string, body: string): Reply | undefined {
    const [, id, part] = /\/jobs\/ingest(?:\/(\w+))?(?:\/(\w+))?$/.exec(url) ?? [];
    if (!/\/jobs\/ingest(\/|$)/.test(url)) return undefined;
    if (id === undefined) return { status: 200, body: this.#create(JSON.parse(body) as Pick<StubJob, 'object' | 'operation'>) };
    const job = this.#jobs.get(id);
    if (job === undefined) return { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] };
    if (method === 'PUT') return this.#upload(job, body);
    if (method === 'PATCH') return this.#change(job, (JSON.parse(body) as { state: string }).state);
    if (part === 'failedResults')
      return csv(
        ['sf__Id', 'sf__Error'],
        job.failed.map(({ row, error }) => ({ sf__Id: '', sf__Error: error, ...row })),
        job.rows,
      );
    if (part === 'successfulResults')
      return csv(
        ['sf__Id', 'sf__Created'],
        job.saved.map(({ row, id: saved, created }) => ({ sf__Id: saved, sf__Created: String(created), ...row })),
        job.rows,
      );
    return { status: 200, body: this.#info(job) };
  }

  #create(wanted: Pick<StubJob, 'object' | 'operation'>): unknown {
    const id = `750${this.#nextId++}`;
    const job: StubJob = { ...wanted, id, state: 'Open', content: undefined, rows: [], processed: 0, saved: [], failed: [] };
    this.#jobs.set(id, job);
    return this.#info(job);
  }

  #upload(job: StubJob, body: string): Reply {
    if (job.state !== 'Open' || job.content !== undefined)
      return { status: 400, body: [{ errorCode: 'INVALIDJOBSTATE', message: 'data can be added once' }] };
    job.content = body;
    return { status: 201, body: '' };
  }

  #change(job: StubJob, state: string): Reply {
    if (job.state !== 'Open') return { status: 400, body: [{ errorCode: 'INVALIDJOBSTATE', message: `already ${job.state}` }] };
    job.state = state;
    if (state === 'UploadComplete') this.#work(job);
    return { status: 200, body: this.#info(job) };
  }

  #work(job: StubJob): void {
    this.started.push(`${job.operation} ${job.object}`);
    job.rows = parse(job.content ?? '', { columns: true, bom: true });
    for (const [index, row] of job.rows.entries()) {
      if (this.failAfter !== undefined && index >= this.failAfter) {
        job.state = 'Failed';
        return;
      }
      const record: StubRecord = { attributes: { type: job.object }, ...asWire(row) };
      const result =
        job.operation === 'insert' ? this.#records.create(record) : this.#records.upsert(job.externalIdFieldName ?? '', record);
      job.processed++;
      const [error] = result.errors;
      if (error === undefined) job.saved.push({ row, id: result.id ?? '', created: result.created ?? false });
      else job.failed.push({ row, error: `${error.statusCode}:${error.message}:Rating__c --` });
    }
    job.state = 'JobComplete';
    if (this.vanishes?.(job.object) === true) this.#jobs.delete(job.id);
  }

  #info(job: StubJob): unknown {
    const isBusy = job.state === 'JobComplete' && this.looksUntilEnd-- > 0;
    return {
      id: job.id,
      object: job.object,
      operation: job.operation,
      state: isBusy ? 'InProgress' : job.state,
      numberRecordsProcessed: isBusy ? Math.floor(job.processed / 2) : job.processed,
      numberRecordsFailed: job.failed.length,
    };
  }
}

function csv(first: readonly string[], rows: readonly Row[], all: readonly Row[]): Reply {
  const columns = [...first, ...Object.keys(all[0] ?? {})];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return { status: 200, headers: { 'content-type': 'text/csv' }, body: `${lines.map(csvLine).join('\n')}\n` };
}

/** Cells as the fields of a record: an empty one says nothing, `#N/A` empties the field. */
function asWire(row: Row): StubRecord {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, text]) => {
      if (text === '') return [];
      const [name = '', parentField] = column.split('.');
      const value = text === '#N/A' ? null : name === 'Rating__c' ? Number(text) : text;
      return [[name, parentField === undefined ? value : { [parentField]: text }]];
    }),
  );
}
