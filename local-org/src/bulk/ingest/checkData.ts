import { csvErrors } from '../csv/csvError.ts';
import { CsvReader, type CsvRecord } from '../csv/csvReader.ts';
import { lineEndings } from '../csv/delimiters.ts';
import type { IngestJob } from '../jobs/jobTypes.ts';

/** The first line of a job's data. */
export interface DataHeader {
  readonly names: readonly string[];
  /** The byte behind it. */
  readonly end: number;
}

/** The header of a job's data; undefined when there is no line at all. @throws CsvError */
export function readHeader(file: string, job: IngestJob): DataHeader | undefined {
  const reader = new CsvReader(file, { delimiter: job.columnDelimiter });
  try {
    const record = reader.next();
    return record === undefined ? undefined : { names: record.values, end: reader.position };
  } finally {
    reader.close();
  }
}

/** Lines that are looked at before other requests get their turn. */
const slice = 5000;

/**
 * Reads a job's data through once before anything is saved, so that data that
 * is no CSV changes nothing. Yields now and then, for others to go on.
 * @throws CsvError
 */
export function* checkData(file: string, job: IngestJob): Generator<undefined, void> {
  const reader = new CsvReader(file, { delimiter: job.columnDelimiter });
  try {
    let lines = 0;
    for (let record = reader.next(); record !== undefined; record = reader.next()) {
      checkLineEnd(record, job);
      lines += 1;
      if (lines % slice === 0) yield undefined;
    }
  } finally {
    reader.close();
  }
}

function checkLineEnd({ crlf }: CsvRecord, { lineEnding }: IngestJob): void {
  const fits = crlf === undefined || crlf === (lineEndings[lineEnding] === '\r\n');
  if (!fits) throw csvErrors.lineEnding(lineEnding);
}
