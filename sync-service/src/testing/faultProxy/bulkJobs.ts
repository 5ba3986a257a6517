import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { csvReply, jsonReply, refusal, type ProxiedReply, type ProxiedRequest } from './exchange.ts';
import type { RecordJudge } from './refusedRecords.ts';
import { jobOf, type RequestKind } from './requestKind.ts';

type Forward = (request: ProxiedRequest) => Promise<ProxiedReply>;
type Row = readonly string[];

interface Job {
  header: Row;
  /** All rows as they were uploaded. */
  uploaded: readonly Row[];
  refused: { readonly row: Row; readonly code: string }[];
  end: 'as the org says' | 'vanished' | 'failed';
}

const rowsOf = z.array(z.array(z.string()));
const jobState = z.looseObject({ numberRecordsFailed: z.number().optional(), numberRecordsProcessed: z.number().optional() });

/** Bulk API 2.0 jobs on their way through the proxy: rows that are refused, jobs that vanish or fail. */
export class BulkJobs {
  readonly #jobs = new Map<string, Job>();

  /** @returns the reply of a job that is gone or failed; undefined when the org shall answer */
  ownReply(kind: RequestKind, { path }: ProxiedRequest): ProxiedReply | undefined {
    const job = this.#jobs.get(jobOf(path) ?? '');
    if (job?.end === 'vanished') return refusal(404, 'NOT_FOUND');
    if (job?.end !== 'failed') return undefined;
    if (kind === 'job state') return jsonReply(200, { id: jobOf(path), ...failedState });
    if (kind !== 'job results') return undefined;
    if (/unprocessed/i.test(path)) return csvReply(csvText([job.header, ...job.uploaded]));
    const added = /failed/i.test(path) ? ['sf__Id', 'sf__Error'] : ['sf__Id', 'sf__Created'];
    return csvReply(csvText([[...added, ...job.header]]));
  }

  /** Uploads the rows that the judge lets pass; the others fail when the job has run. */
  async upload(judge: RecordJudge | undefined, request: ProxiedRequest, forward: Forward): Promise<ProxiedReply> {
    const [header = [], ...rows] = rowsOf.parse(parse(request.body, { bom: true }));
    const codes = rows.map((row) => judge?.(Object.fromEntries(header.map((name, column) => [name, row[column]]))));
    const refused = rows.flatMap((row, index) => {
      const code = codes[index];
      return code === undefined ? [] : [{ row, code }];
    });
    this.#jobs.set(jobOf(request.path) ?? '', { header, uploaded: rows, refused, end: 'as the org says' });
    if (refused.length === 0) return forward(request);
    const kept = rows.filter((_, index) => codes[index] === undefined);
    return forward({ ...request, body: Buffer.from(csvText([header, ...kept])) });
  }

  /** From now on the job is gone, or ends without having done anything. */
  end(path: string, end: 'vanished' | 'failed'): void {
    const id = jobOf(path) ?? '';
    this.#jobs.set(id, { ...(this.#jobs.get(id) ?? { header: [], uploaded: [], refused: [] }), end });
  }

  /** Counts and lists the refused rows in what the org says of their job. */
  completed(kind: RequestKind, { path }: ProxiedRequest, reply: ProxiedReply): ProxiedReply {
    const job = this.#jobs.get(jobOf(path) ?? '');
    if (job === undefined || job.refused.length === 0 || reply.status !== 200) return reply;
    const more = job.refused.length;
    if (kind === 'job state') {
      const state = jobState.parse(JSON.parse(reply.body.toString('utf8')));
      const counted = {
        numberRecordsFailed: (state.numberRecordsFailed ?? 0) + more,
        numberRecordsProcessed: (state.numberRecordsProcessed ?? 0) + more,
      };
      return jsonReply(200, { ...state, ...counted });
    }
    if (kind !== 'job results' || !/failed/i.test(path)) return reply;
    const lines = job.refused.map(({ row, code }) => ['', `${code}:${code}: by the fault proxy:--`, ...row]);
    const before = reply.body.length === 0 ? csvText([['sf__Id', 'sf__Error', ...job.header]]) : reply.body.toString('utf8');
    return { ...reply, body: Buffer.from(before + csvText(lines)) };
  }
}

const failedState = {
  operation: 'upsert',
  state: 'Failed',
  contentType: 'CSV',
  jobType: 'V2Ingest',
  errorMessage: 'InternalServerError : by the fault proxy',
  numberRecordsProcessed: 0,
  numberRecordsFailed: 0,
};

function csvText(rows: readonly Row[]): string {
  return rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');
}
