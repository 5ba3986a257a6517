import { statSync } from 'node:fs';
import { asError, SetupError, SourceError } from '../errors.ts';
import type { Mapping } from '../mapping/mappingSchema.ts';
import { namedColumns } from '../mapping/canonicalMapping.ts';
import { defaultSource, rowMapper, type MappedRow } from '../mapping/rowMapper.ts';
import { shown } from '../mapping/shown.ts';
import { bytesOf } from '../sources/csv/bytes.ts';
import { jsonIn } from '../sources/http/replies.ts';
import { readCanonical } from '../sources/generic/canonical.ts';
import type { AnswerFile, ReadRow } from './answerFile.ts';
import { cellAt } from './jsonCells.ts';

/** Longest line: an answer with every field filled to its limit is well below it. */
const longestLine = 1_000_000;

/** Opens a file with a JSON object on each line, in the service's own format or with a mapping from dotted names to fields. */
export function openNdjsonFile(file: string, mapping: Mapping | undefined): AnswerFile {
  const size = sizeOf(file);
  const columns = mapping === undefined ? [] : namedColumns(mapping);
  const everSeen = new Set<string>();
  const read = mapping === undefined ? canonicalAnswer : mappedAnswer(mapping, columns, everSeen);
  let bytesRead = 0;
  let rowsRead = 0;

  async function* rows(): AsyncGenerator<readonly ReadRow[]> {
    let line = 0;
    for await (const lines of linesOf(file, (bytes) => (bytesRead += bytes))) {
      const batch: ReadRow[] = [];
      for (const text of lines) {
        line++;
        if (text.trim() === '') continue;
        if (rowsRead === 0 && text.trimStart().startsWith('[')) throw new SourceError(listInstead(file));
        rowsRead++;
        batch.push({ row: rowsRead, line, mapped: parsed(text, read) });
      }
      if (batch.length > 0) yield batch;
    }
  }

  return {
    ...{ encoding: 'UTF-8', size, rows },
    bytesRead: () => bytesRead,
    notes: () => (rowsRead === 0 ? [] : notesOn(columns.filter((column) => !everSeen.has(column)))),
  };
}

type ReadObject = (json: Readonly<Record<string, unknown>>) => MappedRow;

function parsed(text: string, read: ReadObject): MappedRow {
  const json = jsonIn(text);
  if (json === undefined) return { problems: ['is not JSON'], responseId: '' };
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { problems: ['is not a JSON object'], responseId: '' };
  return read({ ...json });
}

function canonicalAnswer(json: Readonly<Record<string, unknown>>): MappedRow {
  const { source: named, response_id: id } = json;
  const source = typeof named === 'string' && named.trim() !== '' ? named.trim() : defaultSource;
  const responseId = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
  if (source.includes(':') || source.length > 80)
    return { problems: [`source ${shown(source)} must have at most 80 characters and no colon`], responseId };
  const composed = readCanonical(json, { name: source, anonymous: false, surveys: {} });
  return 'answer' in composed ? composed : { problems: [composed.problem], responseId };
}

function mappedAnswer(mapping: Mapping, columns: readonly string[], everSeen: Set<string>): ReadObject {
  const mapRow = rowMapper(mapping, columns);
  return (json) =>
    mapRow(
      columns.map((column) => {
        const cell = cellAt(json, column);
        if (cell !== undefined) everSeen.add(column);
        return cell ?? '';
      }),
    );
}

function notesOn(neverSeen: readonly string[]): readonly string[] {
  return neverSeen.length === 0 ? [] : [`The mapping names what no line of the file has: ${neverSeen.join(', ')}.`];
}

/** The lines of a file, some at a time; invalid UTF-8 ends it. */
async function* linesOf(file: string, read: (bytes: number) => void): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let line = 0;
  const decoded = (bytes?: Buffer): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new SourceError(`${file} is no text in UTF-8, from about line ${line + 1} on. Save it as UTF-8.`);
    }
  };
  for await (const bytes of bytesOf(file)) {
    read(bytes.length);
    const lines = (rest + decoded(bytes)).split('\n');
    rest = lines.pop() ?? '';
    line += lines.length;
    if (lines.length > 0) yield lines;
    if (rest.length > longestLine)
      throw new SourceError(`Line ${line + 1} of ${file} is longer than ${longestLine} characters: is it NDJSON, one answer a line?`);
  }
  rest += decoded();
  if (rest !== '') yield [rest];
}

function listInstead(file: string): string {
  return `${file} is one JSON list. It should have one answer a line (NDJSON); jq -c '.[]' makes it so.`;
}

function sizeOf(file: string): number {
  try {
    const stat = statSync(file);
    if (stat.isFile()) return stat.size;
  } catch (thrown) {
    throw new SetupError(`The file ${file} cannot be read: ${asError(thrown).message}`);
  }
  throw new SetupError(`${file} is not a file.`);
}
