import { schemaFor } from '../../access/schemaFor.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { Schema } from '../../schema/types.ts';
import { CsvError } from '../csv/csvError.ts';
import { CsvReader } from '../csv/csvReader.ts';
import type { JobContext } from '../jobContext.ts';
import type { IngestJob } from '../jobs/jobTypes.ts';
import { checkData, readHeader, type DataHeader } from './checkData.ts';
import { columnsOf, type Column } from './columns.ts';
import { readRows, saveRows } from './ingestBatch.ts';

/**
 * Works through a job's data in batches of 200, yielding after each. The batch
 * and that it is done are one transaction: whatever is killed when, the job
 * goes on behind the last batch that was kept.
 * @throws CsvError, and whatever else makes the job fail
 */
export function* runIngestJob(context: JobContext, job: IngestJob): Generator<undefined, void> {
  const file = context.files.content(job);
  const header = job.hasContent ? readHeader(file, job) : undefined;
  if (header === undefined) return;
  const resumed = job.position > 0;
  if (!resumed) {
    columnsNow(schemaFor(context.org, userOf(context.org, job)), job, header);
    yield* checkData(file, job);
    context.jobs.setPosition(job, header.end);
  }
  yield* runBatches(context, job, header, resumed ? job.position : header.end);
}

function* runBatches(context: JobContext, job: IngestJob, header: DataHeader, start: number): Generator<undefined, void> {
  const { org, jobs, files } = context;
  const reader = new CsvReader(files.content(job), { delimiter: job.columnDelimiter, start });
  let columns: { readonly schema: Schema; readonly list: readonly Column[] } | undefined;
  try {
    for (let number = jobs.batchCount(job); ; number += 1) {
      // A deployment may have changed the object since the last batch, or somebody what the user may see of it.
      const user = userOf(org, job);
      const schema = schemaFor(org, user);
      if (columns?.schema !== schema) columns = { schema, list: columnsNow(schema, job, header) };
      const rows = readRows(reader, columns.list);
      if (rows.length === 0) return;
      const before = performance.now();
      org.database.transaction(() => {
        const results = saveRows(org, job, user, rows);
        jobs.addBatch(job, number, { results, position: reader.position, milliseconds: performance.now() - before });
      });
      yield undefined;
    }
  } finally {
    reader.close();
  }
}

function columnsNow(schema: Schema, job: IngestJob, header: DataHeader): readonly Column[] {
  const object = schema.object(job.object);
  if (object === undefined) throw new CsvError(`InvalidBatch : Unable to find object: ${job.object}`);
  return columnsOf(schema, object, job, header.names);
}

function userOf(org: Org, job: IngestJob): RequestUser {
  const user = org.user(job.createdById);
  if (user === undefined) throw new CsvError(`InvalidUser : the user ${job.createdById} who made the job is not active`);
  return user;
}
