import { createReadStream } from 'node:fs';
import { CsvReader } from '../csv/csvReader.ts';
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

/** Places in a result's file that are known, so that a page is not looked for from the beginning. */
export class PagePlaces {
  readonly #places = new Map<string, number>();

  known(job: QueryJob, record: number): number | undefined {
    return this.#places.get(`${job.serial} ${record}`);
  }

  keep(job: QueryJob, record: number, place: number): void {
    if (this.#places.size > 10_000) this.#places.clear();
    this.#places.set(`${job.serial} ${record}`, place);
  }
}

/** @param first number of the page's first record, from 0 */
export function findPage(file: string, job: QueryJob, first: number, most: number, places: PagePlaces): ResultPage {
  const headerEnd = behind(file, job, 0, 1).place;
  const start = places.known(job, first) ?? behind(file, job, headerEnd, first).place;
  const { place: end, count } = behind(file, job, start, most);
  const next = first + count < job.processed ? first + count : undefined;
  if (next !== undefined) places.keep(job, next, end);
  return { headerEnd, start, end, records: count, next };
}

/** The byte behind so many lines, and how many there were. */
function behind(file: string, job: QueryJob, start: number, lines: number): { place: number; count: number } {
  const reader = new CsvReader(file, { delimiter: job.columnDelimiter, start });
  try {
    let count = 0;
    while (count < lines && reader.next() !== undefined) count += 1;
    return { place: reader.position, count };
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
