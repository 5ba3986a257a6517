import { closeSync, openSync, readSync } from 'node:fs';
import { csvErrors } from './csvError.ts';
import { columnDelimiters, type ColumnDelimiter } from './delimiters.ts';

/** One line of a CSV file. */
export interface CsvRecord {
  readonly values: readonly string[];
  /** Whether it ended with carriage return and line feed; undefined for a last line without an end. */
  readonly crlf: boolean | undefined;
}

export interface CsvReaderOptions {
  readonly delimiter: ColumnDelimiter;
  /** Byte at which to begin; the start of a line. */
  readonly start?: number;
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const chunkSize = 256 * 1024;
/** Bulk API's 400,000 characters a record, in UTF-8. */
export const longestRecord = 1_600_000;

/**
 * Reads a CSV file (RFC 4180, UTF-8) line by line and knows at which byte it
 * is, so that a job goes on where it was. It reads synchronously: 200 rows are
 * read and saved in one go, and never more than one piece of the file is in memory.
 */
export class CsvReader {
  readonly #file: number;
  readonly #delimiter: string;
  readonly #delimiterByte: number;
  #buffer: Buffer = Buffer.alloc(0);
  /** Where in the file the buffer begins. */
  #base: number;
  #at = 0;
  #ended = false;
  /** The next quote in the buffer, at or behind `#at`; -1 when there is none. */
  #nextQuote = -1;

  constructor(file: string, { delimiter, start = 0 }: CsvReaderOptions) {
    this.#file = openSync(file, 'r');
    this.#delimiter = columnDelimiters[delimiter];
    this.#delimiterByte = this.#delimiter.charCodeAt(0);
    this.#base = start;
  }

  /** The byte behind the record that was read last. */
  get position(): number {
    return this.#base + this.#at;
  }

  close(): void {
    closeSync(this.#file);
  }

  /**
   * The next line that is not empty; undefined at the end.
   * @throws CsvError when it is not one
   */
  next(): CsvRecord | undefined {
    for (;;) {
      const record = this.#record();
      if (record === undefined) return undefined;
      if (record.values.length > 1 || record.values[0] !== '') return record;
    }
  }

  #record(): CsvRecord | undefined {
    const end = this.#findLineEnd();
    if (end === undefined) return undefined;
    if (this.#nextQuote !== -1 && this.#nextQuote < this.#at) this.#nextQuote = this.#buffer.indexOf(quote, this.#at);
    if (this.#nextQuote !== -1 && this.#nextQuote < end) return this.#quotedRecord();
    const crlf = this.#endsWithCrlf(end);
    const line = this.#buffer.toString('utf8', this.#at, crlf === true ? end - 1 : end);
    this.#at = crlf === undefined ? end : end + 1;
    return { values: line.split(this.#delimiter), crlf };
  }

  /** Where the line feed of this line is, or the end of the file; undefined behind the last line. */
  #findLineEnd(): number | undefined {
    let from = this.#at;
    for (;;) {
      const end = this.#buffer.indexOf(lineFeed, from);
      if (end !== -1) return end;
      if (this.#ended) return this.#at < this.#buffer.length ? this.#buffer.length : undefined;
      from = this.#buffer.length - this.#at;
      this.#fill();
    }
  }

  #endsWithCrlf(end: number): boolean | undefined {
    if (end === this.#buffer.length) return undefined;
    return end > this.#at && this.#buffer[end - 1] === carriageReturn;
  }

  /** A line in which at least one value is quoted. Begins again when the line goes on behind the buffer. */
  #quotedRecord(): CsvRecord {
    const values: string[] = [];
    let position = this.#at;
    for (;;) {
      const field = this.#buffer[position] === quote ? this.#quotedField(position) : this.#plainField(position);
      if (field === undefined) {
        this.#fill();
        values.length = 0;
        position = this.#at;
        continue;
      }
      values.push(field.value);
      if (this.#buffer[field.end] === this.#delimiterByte) {
        position = field.end + 1;
        continue;
      }
      const crlf = this.#buffer[field.end] === carriageReturn;
      const isLast = field.end >= this.#buffer.length;
      this.#at = isLast ? field.end : field.end + (crlf ? 2 : 1);
      return { values, crlf: isLast ? undefined : crlf };
    }
  }

  /** A value in quotes from its opening one; `end` is what follows it. Undefined when the buffer ends before. */
  #quotedField(start: number): { value: string; end: number } | undefined {
    let escaped = false;
    let from = start + 1;
    for (;;) {
      const close = this.#buffer.indexOf(quote, from);
      if (close === -1 && this.#ended) throw csvErrors.openQuote();
      if (close === -1) return undefined;
      const after = this.#buffer[close + 1];
      // The byte behind tells whether the quote closes, and for a carriage return the one behind that.
      if (close + 2 >= this.#buffer.length && !this.#ended) return undefined;
      if (after === quote) {
        escaped = true;
        from = close + 2;
        continue;
      }
      const closes =
        after === undefined ||
        after === this.#delimiterByte ||
        after === lineFeed ||
        (after === carriageReturn && this.#buffer[close + 2] === lineFeed);
      if (!closes) throw csvErrors.unescapedQuote();
      const text = this.#buffer.toString('utf8', start + 1, close);
      return { value: escaped ? text.replaceAll('""', '"') : text, end: close + 1 };
    }
  }

  #plainField(start: number): { value: string; end: number } | undefined {
    for (let position = start; ; position += 1) {
      const byte = this.#buffer[position];
      if (byte === undefined && !this.#ended) return undefined;
      if (byte === quote) throw csvErrors.unescapedQuote();
      if (byte !== undefined && byte !== this.#delimiterByte && byte !== lineFeed) continue;
      const crlf = byte === lineFeed && position > start && this.#buffer[position - 1] === carriageReturn;
      const end = crlf ? position - 1 : position;
      return { value: this.#buffer.toString('utf8', start, end), end };
    }
  }

  /** Drops what was read and reads on; the more a line has, the larger the piece. */
  #fill(): void {
    const rest = this.#buffer.subarray(this.#at);
    if (rest.length > longestRecord) throw csvErrors.recordTooLong(longestRecord);
    const piece = Buffer.allocUnsafe(rest.length + Math.max(chunkSize, rest.length));
    rest.copy(piece);
    const read = readSync(this.#file, piece, rest.length, piece.length - rest.length, this.#base + this.#at + rest.length);
    this.#base += this.#at;
    this.#at = 0;
    this.#buffer = piece.subarray(0, rest.length + read);
    this.#ended = read === 0;
    this.#nextQuote = this.#buffer.indexOf(quote);
  }
}
