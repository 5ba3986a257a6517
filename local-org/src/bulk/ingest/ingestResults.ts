import { createReadStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvReader } from '../csv/csvReader.ts';
import { csvLine } from '../csv/csvText.ts';
import type { JobContext } from '../jobContext.ts';
import type { IngestJob, RowResult } from '../jobs/jobTypes.ts';
import { readHeader } from './checkData.ts';

export type ResultKind = 'successfulResults' | 'failedResults';

/** The rows that were saved, or that were not: what became of them, and the row as it was uploaded. A piece for each batch. */
export function ingestResults(context: JobContext, job: IngestJob, kind: ResultKind): Readable {
  return Readable.from(resultLines(context, job, kind));
}

function* resultLines({ jobs, files }: JobContext, job: IngestJob, kind: ResultKind): Generator<string, void> {
  const added = kind === 'successfulResults' ? ['sf__Id', 'sf__Created'] : ['sf__Id', 'sf__Error'];
  const file = files.content(job);
  const header = job.position > 0 ? readHeader(file, job) : undefined;
  yield csvLine([...added, ...(header?.names ?? [])], job);
  if (header === undefined) return;
  const reader = new CsvReader(file, { delimiter: job.columnDelimiter, start: header.end });
  try {
    for (let number = 0; ; number += 1) {
      const results = jobs.batchResults(job, number);
      if (results === undefined) return;
      yield results.map((result) => resultLine(job, kind, result, reader.next()?.values ?? [])).join('');
    }
  } finally {
    reader.close();
  }
}

/** Blank for a row that is of the other kind. */
function resultLine(job: IngestJob, kind: ResultKind, result: RowResult, values: readonly string[]): string {
  if ('error' in result) return kind === 'failedResults' ? csvLine([result.id, result.error, ...values], job) : '';
  return kind === 'successfulResults' ? csvLine([result.id, String(result.created), ...values], job) : '';
}

/** The rows that the job did not come to, as they were uploaded. */
export async function* unprocessedRecords({ files }: JobContext, job: IngestJob): AsyncGenerator<Buffer | string, void> {
  const file = files.content(job);
  if (!job.hasContent || !existsSync(file)) return;
  if (job.position === 0) {
    yield* pieces(file, 0);
    return;
  }
  const header = readHeader(file, job);
  if (header === undefined) return;
  yield* pieces(file, 0, header.end);
  if (job.state !== 'JobComplete') yield* pieces(file, job.position);
}

/** @param end byte behind the last one; to the end of the file when absent */
async function* pieces(file: string, start: number, end?: number): AsyncGenerator<Buffer, void> {
  if (end === start) return;
  for await (const piece of createReadStream(file, end === undefined ? { start } : { start, end: end - 1 })) {
    if (Buffer.isBuffer(piece)) yield piece;
  }
}
