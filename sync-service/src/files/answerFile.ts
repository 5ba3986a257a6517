import { canonicalMapping, usedColumns } from '../mapping/canonicalMapping.ts';
import { noteOnUnused } from '../mapping/columns.ts';
import type { Mapping } from '../mapping/mappingSchema.ts';
import { rowMapper, type MappedRow } from '../mapping/rowMapper.ts';
import { withoutIdentity } from '../sources/answers/anonymous.ts';
import { openCsvFile } from '../sources/csv/csvFile.ts';
import { openNdjsonFile } from './ndjsonFile.ts';

/** What a file of answers is written in: rows below a line of column names, or a JSON object a line. */
export type FileFormat = 'csv' | 'ndjson';

/** A row that was read: the answer in it, or why it is none. */
export interface ReadRow {
  /** 1 for the first row after the header. */
  readonly row: number;
  /** Line of the file on which it begins. */
  readonly line: number;
  readonly mapped: MappedRow;
}

/** A file of answers, opened. */
export interface AnswerFile {
  /** Such as `UTF-8`. */
  readonly encoding: string;
  /** Bytes of the whole file. */
  readonly size: number;
  bytesRead(): number;
  /** Things the user should know about the file, in sentences; complete when all rows were read. */
  notes(): readonly string[];
  /** @throws SourceError when the file cannot be read any further, after every row before that place has been given */
  rows(): AsyncGenerator<readonly ReadRow[]>;
}

export interface OpenOptions {
  /** Without one the file has the service's own names. */
  readonly mapping?: Mapping | undefined;
  /** Without one the file's name tells. */
  readonly format?: FileFormat | undefined;
}

/** The format that a file's name tells: NDJSON by `.ndjson`, `.jsonl` or `.json`, else CSV. */
export function formatOf(file: string): FileFormat {
  return /\.(ndjson|jsonl|json)$/i.test(file) ? 'ndjson' : 'csv';
}

/**
 * Opens a file of answers of any size; it is read as a stream, never whole.
 * @throws SetupError when the file is not there; SourceError when it lacks what its mapping names
 */
export async function openAnswerFile(file: string, { mapping, format = formatOf(file) }: OpenOptions): Promise<AnswerFile> {
  const opened = format === 'ndjson' ? openNdjsonFile(file, mapping) : await openCsv(file, mapping);
  return mapping?.anonymous === true ? { ...opened, rows: () => concealed(opened) } : opened;
}

async function openCsv(file: string, mapping: Mapping | undefined): Promise<AnswerFile> {
  const source = await openCsvFile(file, mapping?.delimiter);
  const { header } = source;
  const used = mapping ?? canonicalMapping(header);
  const mapRow = rowMapper(used, header);
  const notes = [...source.notes, ...(mapping === undefined ? noteOnUnused(header, usedColumns(used)) : [])];
  async function* rows(): AsyncGenerator<readonly ReadRow[]> {
    for await (const batch of source.batches()) {
      yield batch.map(({ row, line, cells }) => ({
        ...{ row, line },
        mapped: cells.length === header.length ? mapRow(cells) : wrongLength(cells.length, header.length),
      }));
    }
  }
  return { encoding: source.encoding, size: source.size, bytesRead: () => source.bytesRead(), notes: () => notes, rows };
}

async function* concealed(file: AnswerFile): AsyncGenerator<readonly ReadRow[]> {
  for await (const batch of file.rows()) {
    yield batch.map((read) => ('answer' in read.mapped ? { ...read, mapped: { answer: withoutIdentity(read.mapped.answer) } } : read));
  }
}

function wrongLength(cells: number, columns: number): MappedRow {
  return { problems: [`has ${cells} values where the header has ${columns}`], responseId: '' };
}
