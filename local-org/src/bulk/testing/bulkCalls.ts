import assert from 'node:assert/strict';
import { isJsonObject, type JsonObject } from '../../rest/apiMessages.ts';
import type { Answer, RunningOrg } from '../../rest/testing/runningOrg.ts';

/** Calls of Bulk API 2.0 as a client makes them. */
export interface BulkCalls {
  create(body: unknown): Promise<JsonObject>;
  upload(id: unknown, csv: string): Promise<Answer>;
  close(id: unknown): Promise<Answer>;
  info(id: unknown): Promise<JsonObject>;
  text(id: unknown, resource: string): Promise<string>;
  /** Creates, uploads, closes and waits. @returns what the job says of itself at the end */
  run(body: unknown, csv: string): Promise<JsonObject>;
  /** The job's information once it is over. */
  ended(id: unknown): Promise<JsonObject>;
}

export function bulkCalls(org: RunningOrg): BulkCalls {
  const json = async (answer: Promise<Answer>): Promise<JsonObject> => {
    const { status, body } = await answer;
    assert.ok(status === 200 && isJsonObject(body), `${status} ${JSON.stringify(body)}`);
    return body;
  };
  const at = (id: unknown, rest = ''): string => `/jobs/ingest/${String(id)}${rest}`;
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
        if (['JobComplete', 'Failed', 'Aborted'].includes(String(info['state']))) return info;
      }
    },
  };
  return calls;
}
