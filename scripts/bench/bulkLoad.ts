import type { BenchOrg } from './benchOrg';
import { needed } from '../orgConnection';

/** How a Bulk API 2.0 job ended. */
export interface BulkLoad {
  /** From creating the job to its end, the upload included. */
  readonly seconds: number;
  readonly jobs: number;
}

interface JobInfo {
  readonly id: string;
  readonly state: string;
  readonly numberRecordsProcessed?: number;
  readonly numberRecordsFailed?: number;
  readonly errorMessage?: string;
}

/** Records a job: about 30 MB of answers, well below the platform's 150 MB. */
const RECORDS_A_JOB = 100_000;
const POLL_MS = 250;

/**
 * Inserts records by Bulk API 2.0, one job after another.
 * @param lineOf the n-th record as a line of CSV
 * @throws Error when a job fails or refuses a record
 */
export async function bulkInsert(
  org: BenchOrg,
  object: string,
  header: string,
  count: number,
  lineOf: (index: number) => string,
): Promise<BulkLoad> {
  const startedAt = performance.now();
  let jobs = 0;
  for (let start = 0; start < count; start += RECORDS_A_JOB) {
    const size = Math.min(RECORDS_A_JOB, count - start);
    const lines = Array.from({ length: size }, (_, index) => lineOf(start + index));
    await runJob(org, object, `${header}\n${lines.join('\n')}\n`, size);
    jobs += 1;
  }
  return { seconds: (performance.now() - startedAt) / 1000, jobs };
}

async function runJob(org: BenchOrg, object: string, csv: string, size: number): Promise<void> {
  const created = await call<JobInfo>(
    org,
    '',
    'POST',
    JSON.stringify({ object, operation: 'insert', contentType: 'CSV', lineEnding: 'LF' }),
  );
  await call(org, `/${created.id}/batches`, 'PUT', csv, 'text/csv');
  await call(org, `/${created.id}`, 'PATCH', JSON.stringify({ state: 'UploadComplete' }));
  for (;;) {
    const job = await call<JobInfo>(org, `/${created.id}`, 'GET');
    if (job.state === 'JobComplete' && job.numberRecordsFailed === 0 && job.numberRecordsProcessed === size) return;
    if (job.state === 'JobComplete' || job.state === 'Failed' || job.state === 'Aborted')
      throw new Error(
        `Bulk job ${job.id} ended as ${job.state}, ${String(job.numberRecordsFailed)} of ${String(size)} records failed. ${job.errorMessage ?? ''}`,
      );
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function call<Answer>(org: BenchOrg, path: string, method: string, body?: string, type = 'application/json'): Promise<Answer> {
  const response = await fetch(`${org.url}/services/data/v${needed(org.env, 'SALESFORCE_API_VERSION')}/jobs/ingest${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${needed(org.env, 'SALESFORCE_ACCESS_TOKEN')}`,
      ...(body === undefined ? {} : { 'Content-Type': type }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} jobs/ingest${path} answered ${String(response.status)}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}
