import type { AsyncPath, ScheduledPath } from './flowStartTypes.ts';
import { readConnector } from './flowValues.ts';
import type { ShapeReader } from './shapeReader.ts';

/** Most records of one path that run together, and the number when the flow names none. */
const largestBatch = 200;

/** What the platform allows nowhere on a path after the commit. */
const ofScheduledPaths = ['maxBatchSize', 'offsetNumber', 'offsetUnit', 'recordField', 'timeSource'];

/** `<scheduledPaths>`: those that run after the commit, and those that run at a time. */
export function readPaths(reader: ShapeReader): { asyncPaths: readonly AsyncPath[]; scheduledPaths: readonly ScheduledPath[] } {
  const paths = reader.each('scheduledPaths', readPath);
  const names = new Set<string>();
  for (const { path, line } of paths) {
    const name = path.name.toLowerCase();
    if (names.has(name)) reader.problem(`two scheduled paths are named ${path.name}`, line);
    names.add(name);
  }
  return {
    asyncPaths: paths.flatMap(({ kind, path }) => (kind === 'async' ? [path] : [])),
    scheduledPaths: paths.flatMap(({ kind, path }) => (kind === 'scheduled' ? [path] : [])),
  };
}

type Path =
  | { readonly kind: 'async'; readonly path: AsyncPath; readonly line: number }
  | { readonly kind: 'scheduled'; readonly path: ScheduledPath; readonly line: number };

function readPath(reader: ShapeReader): Path {
  reader.harmless('label', 'description', 'processMetadataValues', 'locationX', 'locationY');
  const { line } = reader;
  const connector = readConnector(reader);
  const name = reader.text('name');
  if (reader.oneOf('pathType', ['AsyncAfterCommit']) !== undefined) {
    for (const other of ofScheduledPaths) {
      if (reader.text(other) !== undefined) reader.problem(`<${other}> cannot stand beside the path type AsyncAfterCommit`);
    }
    return { kind: 'async', line, path: { name: name ?? 'AsyncAfterCommit', connector } };
  }
  if (name === undefined) reader.problem('<name> is missing');
  return { kind: 'scheduled', line, path: { name: name ?? '', connector, line, ...readTime(reader), batchSize: readBatchSize(reader) } };
}

function readTime(reader: ShapeReader): Pick<ScheduledPath, 'recordField' | 'offset' | 'unit'> {
  const source = reader.oneOf('timeSource', ['RecordField', 'RecordTriggerEvent']);
  if (source === undefined) reader.requiredText('timeSource');
  const recordField = reader.text('recordField');
  if (source === 'RecordField' && recordField === undefined) reader.problem('<recordField> is missing');
  if (source === 'RecordTriggerEvent' && recordField !== undefined) {
    reader.problem('<recordField> has a meaning only with the time source RecordField');
  }
  const offset = reader.number('offsetNumber') ?? 0;
  if (!Number.isInteger(offset)) reader.problem('<offsetNumber> must be a whole number');
  if (source === 'RecordTriggerEvent' && offset < 0) reader.problem('a path cannot run before the event that triggers it');
  const unit = reader.oneOf('offsetUnit', ['Minutes', 'Hours', 'Days', 'Months']);
  if (unit === undefined && offset !== 0) reader.problem('<offsetUnit> is missing');
  return { recordField, offset, unit: unit ?? 'Minutes' };
}

function readBatchSize(reader: ShapeReader): number {
  const size = reader.number('maxBatchSize') ?? largestBatch;
  if (!Number.isInteger(size) || size < 1 || size > largestBatch) reader.problem(`<maxBatchSize> must be from 1 to ${largestBatch}`);
  return size;
}
