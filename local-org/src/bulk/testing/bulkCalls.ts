import assert from 'node:assert/strict';
import type { Answer, RunningOrg } from '../../rest/testing/runningOrg.ts';

/** What a job says of itself. */
export interface JobInfo {
  readonly id: string;
  readonly state: string;
  readonly errorMessage?: string;
  readonly jobType: string;
  readonly numberRecordsProcessed: number;
  readonly numberRecordsFailed: number;
  readonly retries: number;
}

/** Calls of Bulk API 2.0 as a client makes them. */
export interface BulkCalls {
  create(body: unknown): Promise<JobInfo>;
  upload(id: string, csv: string): Promise<Answer>;
  close(id: string): Promise<Answer>;
  info(id: string): Promise<JobInfo>;
  text(id: string, resource: string): Promise<string>;
  /** Creates, uploads, closes and waits. @returns what the job says of itself at the end */
  run(body: unknown, csv: string): Promise<JobInfo>;
  /** The job's information once it is over. */
  ended(id: string): Promise<JobInfo>;
}

export function bulkCalls(org: RunningOrg): BulkCalls {
  const json = async (answer: Promise<Answer>): Promise<JobInfo> => {
    const { status, body } = await answer;
    assert.equal(status, 200, JSON.stringify(body));
    return body as JobInfo;
  };
  const at = (id: string, rest = ''): string => `/jobs/ingest/${id}${rest}`;
  const calls: BulkCalls = {
    create: (body) => json(org.call('POST', '/jobs/ingest', body)),
    upload: (id, csv) => org.call('PUT', at(id, '/batches'), csv, { 'content-type': 'text/csv' }),
    close: (id) => org.call('PATCH', at(id), { state: 'UploadComplete' }),
    info: (id) => json(org.call('GET', at(id))),
    text: async (id, resource) => String((await org.call('GET', at(id, `/${resource}`))).body),
    run: async (body, csv) => {
      const { id } = await calls.create(body);
      assert.equal((await calls.upload(id, csv)).status, 201);
      assert.equal((await calls.close(id)).status, 200);
      return calls.ended(id);
    },
    ended: async (id) => {
      for (;;) {
        const info = await calls.info(id);
        if (['JobComplete', 'Failed', 'Aborted'].includes(info.state)) return info;
      }
    },
  };
  return calls;
}
