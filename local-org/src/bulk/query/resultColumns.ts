import type { QueryColumn } from '../../soql/columnMetadata.ts';
import type { QueryField, QueryRecord } from '../../soql/types.ts';
import { csvValue } from '../csv/csvValue.ts';

/** Names from the queried record to a value: `['Account', 'Owner', 'Name']`. */
type ColumnPath = readonly string[];

/** The columns of a query's result, parents' fields by their dotted names. */
export class ResultColumns {
  readonly #paths: readonly ColumnPath[];

  constructor(columns: readonly QueryColumn[]) {
    this.#paths = columns.flatMap((column) => pathsOf(column));
  }

  get header(): readonly string[] {
    return this.#paths.map((path) => path.join('.'));
  }

  textsOf(record: QueryRecord): string[] {
    return this.#paths.map((path) => textAt(record, path));
  }
}

function pathsOf(column: QueryColumn): ColumnPath[] {
  if (column.foreignKeyName === null) return [[column.columnName]];
  return column.joinColumns.flatMap(pathsOf).map((path) => [column.columnName, ...path]);
}

function textAt(record: QueryRecord, path: ColumnPath): string {
  let current = record;
  for (const name of path) {
    const found: QueryField | undefined = current.fields.get(name);
    if (found?.kind === 'value') return csvValue(found.type, found.value);
    if (found?.kind !== 'parent' || found.record === null) return '';
    current = found.record;
  }
  return '';
}
