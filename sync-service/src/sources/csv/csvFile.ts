import { statSync } from 'node:fs';
import { asError, SetupError, SourceError } from '../../errors.ts';
import type { RowSource, SourceRow } from './rowSource.ts';
import { bytesOf } from './bytes.ts';
import { RecordParser, type CsvRecord } from './recordParser.ts';
import { detectEncoding, type TextEncoding } from './textEncoding.ts';

/** More columns than any export has. */
const mostColumns = 10_000;

/**
 * Opens a CSV file of any size; it is read as a stream, never whole.
 * @param delimiter the mapping's; without one the header tells (comma, semicolon or tab)
 * @throws SetupError when the file is not there; SourceError when it has no header
 */
export async function openCsvFile(file: string, delimiter?: string): Promise<RowSource> {
  const size = sizeOf(file);
  const encoding = await detectEncoding(file);
  const reading = new CsvReading(file, encoding, delimiter);
  const header = await reading.header();
  return {
    header,
    encoding: encoding.name,
    notes: encoding.notes,
    size,
    bytesRead: () => reading.bytesRead,
    batches: () => reading.batches(),
  };
}

function sizeOf(file: string): number {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw new SetupError(`${file} is not a file.`);
    return stat.size;
  } catch (thrown) {
    if (thrown instanceof SetupError) throw thrown;
    throw new SetupError(`The file ${file} cannot be read: ${asError(thrown).message}`);
  }
}

class CsvReading {
  readonly #file: string;
  readonly #records: AsyncGenerator<readonly CsvRecord[]>;
  #first: readonly CsvRecord[] = [];
  bytesRead = 0;

  constructor(file: string, encoding: TextEncoding, delimiter: string | undefined) {
    this.#file = file;
    this.#records = this.#parse(encoding, delimiter);
  }

  async header(): Promise<readonly string[]> {
    for (;;) {
      const next = await this.#records.next();
      if (next.done === true) throw new SourceError(`${this.#file} is empty: its first line should name the columns.`);
      const [header, ...rest] = next.value;
      if (header === undefined) continue;
      this.#first = rest;
      if (header.cells.length > mostColumns)
        throw new SourceError(`${this.#file} has ${header.cells.length} columns; at most ${mostColumns} are read. Is it CSV?`);
      return header.cells.map((cell) => cell.trim());
    }
  }

  async *batches(): AsyncGenerator<readonly SourceRow[]> {
    let row = 0;
    const numbered = (record: CsvRecord): SourceRow => ({ row: ++row, line: record.line, cells: record.cells });
    if (this.#first.length > 0) yield this.#first.map(numbered);
    for await (const records of this.#records) if (records.length > 0) yield records.map(numbered);
  }

  /** Yields whatever was recognised first and throws afterwards, so that nothing before a broken place is lost. */
  async *#parse(encoding: TextEncoding, delimiter: string | undefined): AsyncGenerator<readonly CsvRecord[]> {
    const decoder = new TextDecoder(encoding.label);
    let parser: RecordParser | undefined;
    for await (const bytes of bytesOf(this.#file)) {
      this.bytesRead += bytes.length;
      const text = decoder.decode(bytes, { stream: true });
      parser ??= new RecordParser(delimiter ?? delimiterOf(text));
      yield await parser.write(text);
      const failure = parser.failure();
      if (failure !== undefined) throw failure;
    }
    if (parser === undefined) return;
    yield await parser.write(decoder.decode());
    yield await parser.end();
    const failure = parser.failure();
    if (failure !== undefined) throw failure;
  }
}

/** The delimiter that occurs most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const header = (text.split(/\r\n|\r|\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}
