import { createReadStream } from 'node:fs';
import { CsvReader } from '../csv/csvReader.ts';
import type { JobContext } from '../jobContext.ts';
import type { QueryJob } from '../jobs/jobTypes.ts';

/** A page of a result: where in the file its records are. */
export interface ResultPage {
  /** Bytes of the header, which every page begins with. */
  readonly headerEnd: number;
  /** Of the first record, and behind the last one. */
  readonly start: number;
  readonly end: number;
  readonly records: number;
  /** Number of the record at which the next page begins; undefined on the last one. */
  readonly next: number | undefined;
}

/** @param first number of the page's first record, from 0 */
export function findPage(context: JobContext, job: QueryJob, first: number, most: number): ResultPage {
  const behind = Math.min(first + most, job.processed);
  return {
    headerEnd: placeOf(context, job, 0),
    start: placeOf(context, job, first),
    end: placeOf(context, job, behind),
    records: behind - first,
    next: behind < job.processed ? behind : undefined,
  };
}

/** The byte at which a record begins: from the place that was noted before it, a few lines on. */
function placeOf({ jobs, files }: JobContext, job: QueryJob, record: number): number {
  const noted = jobs.placeBefore(job, record);
  const reader = new CsvReader(files.result(job), { delimiter: job.columnDelimiter, start: noted.position });
  try {
    for (let at = noted.record; at < record; at += 1) reader.next();
    return reader.position;
  } finally {
    reader.close();
  }
}

/** The page as CSV, header first, piece by piece. */
export async function* pageText(file: string, { headerEnd, start, end }: ResultPage): AsyncGenerator<Buffer, void> {
  yield* bytes(file, 0, headerEnd);
  yield* bytes(file, start, end);
}

async function* bytes(file: string, start: number, end: number): AsyncGenerator<Buffer, void> {
  if (end <= start) return;
  for await (const piece of createReadStream(file, { start, end: end - 1 })) if (Buffer.isBuffer(piece)) yield piece;
}
