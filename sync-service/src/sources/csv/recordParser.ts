import { parse, type Parser } from 'csv-parse';
import { SourceError } from '../../errors.ts';

/** A record with the line it begins on. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/** A record longer than this is not a row but a file whose quote was never closed. */
const longestRecord = 2_000_000;

/** A line longer than this is none of a table. The parser counts characters of values alone: a line of commas would fill the memory. */
const longestLine = 1_000_000;

/**
 * Parses CSV text piece by piece, strictly (RFC 4180 with any line ends). Records are collected as they are recognised, so that those
 * before a broken place are never lost: csv-parse as a stream would discard what it has buffered when it meets an error.
 */
export class RecordParser {
  readonly #parser: Parser;
  #records: CsvRecord[] = [];
  #lastLine = 0;
  #emptyLines = 0;
  #failure: Error | undefined;
  /** Characters since the last line break. */
  #lineLength = 0;

  constructor(delimiter: string) {
    this.#parser = parse({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestRecord,
      on_record: (cells: string[], context) => {
        const line = this.#firstLineAfter(context.empty_lines);
        this.#records.push({ cells, line });
        this.#lastLine = line + cells.reduce((breaks, cell) => breaks + lineBreaks(cell), 0);
        this.#emptyLines = context.empty_lines;
        return null;
      },
    });
    this.#parser.on('error', (error) => (this.#failure = error));
    this.#parser.resume();
  }

  /** The records completed by this piece. A failure is kept for `failure()`. */
  async write(text: string): Promise<readonly CsvRecord[]> {
    this.#checkLine(text);
    if (this.#failure === undefined) await new Promise<void>((done) => this.#parser.write(text, () => done()));
    return this.#take();
  }

  #checkLine(text: string): void {
    const firstBreak = text.search(/[\r\n]/);
    this.#lineLength += firstBreak < 0 ? text.length : firstBreak;
    if (this.#lineLength > longestLine) this.#failure ??= Object.assign(new Error('a line without end'), { code: tooLongLine });
    if (firstBreak >= 0) this.#lineLength = text.length - 1 - Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  }

  /** The last records, after all text has been written. */
  async end(): Promise<readonly CsvRecord[]> {
    if (this.#failure === undefined) {
      await new Promise<void>((done) => {
        this.#parser.once('error', () => done());
        this.#parser.once('end', () => done());
        this.#parser.end();
      });
    }
    return this.#take();
  }

  /** Why the text cannot be read further, in words, or `undefined`. */
  failure(): SourceError | undefined {
    if (this.#failure === undefined) return undefined;
    const code = 'code' in this.#failure ? String(this.#failure.code) : '';
    const line = this.#firstLineAfter('empty_lines' in this.#failure ? Number(this.#failure.empty_lines) : this.#emptyLines);
    return new SourceError(
      `${describe(code, line, this.#failure)} The rows before it are kept. Correct the file and run the same command again.`,
      {
        cause: this.#failure,
      },
    );
  }

  /** csv-parse's own count of lines takes a line break within quotes for two where it is CR LF. */
  #firstLineAfter(emptyLines: number): number {
    return this.#lastLine + emptyLines - this.#emptyLines + 1;
  }

  #take(): readonly CsvRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }
}

function lineBreaks(cell: string): number {
  return /[\r\n]/.test(cell) ? cell.split(/\r\n|\r|\n/).length - 1 : 0;
}

const tooLongLine = 'LINE_TOO_LONG';

function describe(code: string, line: number, failure: Error): string {
  if (code === tooLongLine) return `Line ${line} is longer than ${longestLine} characters: it is no row of a table.`;
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return `Line ${line}: a quote is opened in this row and never closed.`;
  if (code === 'INVALID_OPENING_QUOTE') return `Line ${line}: a quote stands in the middle of an unquoted value.`;
  if (code === 'CSV_INVALID_CLOSING_QUOTE') return `Line ${line}: something follows a closing quote in this row.`;
  return `Line ${line}: not valid CSV (${failure.message}).`;
}
