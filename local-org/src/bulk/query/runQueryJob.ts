import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { csvLine } from '../csv/csvText.ts';
import { CsvError } from '../csv/csvError.ts';
import type { JobContext } from '../jobContext.ts';
import type { QueryJob } from '../jobs/jobTypes.ts';
import { ResultColumns } from './resultColumns.ts';

/** Records read before other requests get their turn. */
const slice = 1000;

/**
 * Writes a query's records to the job's file, a slice at a time, yielding after
 * each. A job that was interrupted, by a restart or a deployment, begins again.
 */
export function* runQueryJob(context: JobContext, job: QueryJob): Generator<undefined, void> {
  for (;;) {
    const { schema } = context.org;
    yield* writeResult(context, job, () => context.org.schema === schema);
    if (context.org.schema === schema) return;
  }
}

function* writeResult({ org, jobs, files }: JobContext, job: QueryJob, isSameOrg: () => boolean): Generator<undefined, void> {
  const user = org.user(job.createdById);
  if (user === undefined) throw new CsvError(`InvalidUser : the user ${job.createdById} who made the job is not active`);
  const options = { allRows: job.operation === 'queryAll' };
  const columns = new ResultColumns(org.queries.columns(job.soql, user, options).columns);
  const started = performance.now();
  const cursor = org.queries.open(job.soql, user, options);
  const file = openSync(files.result(job), 'w', 0o600);
  try {
    let record = 0;
    let position = writeAll(file, csvLine(columns.header, job));
    const note = (): void => jobs.addPlace(job, { record, position, milliseconds: performance.now() - started });
    jobs.beginResult(job);
    note();
    for (let from = 0; from < cursor.totalSize; from += slice) {
      const records = cursor.read(from, slice);
      position += writeAll(file, records.map((one) => csvLine(columns.textsOf(one), job)).join(''));
      record += records.length;
      note();
      yield undefined;
      if (!isSameOrg()) return;
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** @returns how many bytes the text has */
function writeAll(file: number, text: string): number {
  const data = Buffer.from(text);
  for (let written = 0; written < data.length;) written += writeSync(file, data, written);
  return data.length;
}
