import type { OrgDatabase } from '../storage/database.ts';
import { ID_COLUMN, type CompiledChildren, type CompiledSelect } from './compile.ts';
import { aggregatesOf, allRows, eachRow, recordsOf, type ChildPaging, type Row } from './runSelect.ts';
import type { RunContext } from './sqlBuilder.ts';
import type { QueryCursor, QueryRecord } from './types.ts';

/** Characters of an id. */
const ID_LENGTH = 18;
/** Records fetched by one statement. */
const PART = 500;

/** What a cursor runs its statements with. */
export interface CursorRun {
  readonly database: OrgDatabase;
  readonly context: RunContext;
  /** To be called before statements run: formulas see the moment and the user of the cursor. */
  readonly enter: () => void;
  /** Rows of a child subquery that come with its parent. */
  readonly childRows: number | undefined;
}

/** A list of ids, 18 bytes each; ids of another length, such as those of FieldDefinition, are kept beside. */
class IdList {
  readonly #others = new Map<number, string>();
  #bytes = Buffer.alloc(ID_LENGTH * 64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(id: string): void {
    const at = this.#length * ID_LENGTH;
    if (at === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    if (id.length === ID_LENGTH) this.#bytes.write(id, at, 'latin1');
    else this.#others.set(this.#length, id);
    this.#length += 1;
  }

  slice(from: number, to: number): readonly string[] {
    const end = Math.min(to, this.#length);
    return Array.from({ length: Math.max(0, end - from) }, (_, index) => {
      const at = (from + index) * ID_LENGTH;
      return this.#others.get(from + index) ?? this.#bytes.toString('latin1', at, at + ID_LENGTH);
    });
  }
}

/** A result of records: their ids are found at once, their values with each part. */
export class RecordCursor implements QueryCursor {
  readonly object: string;
  readonly #run: CursorRun;
  readonly #select: CompiledSelect;
  readonly #ids = new IdList();

  constructor(select: CompiledSelect, run: CursorRun) {
    this.object = select.object;
    this.#run = run;
    this.#select = select;
    run.enter();
    const { idsSql = select.sql, parameters } = select;
    for (const row of eachRow(run.database, idsSql, parameters, run.context)) this.#ids.push(String(row[ID_COLUMN]));
  }

  get totalSize(): number {
    return this.#ids.length;
  }

  read(from: number, count: number): readonly QueryRecord[] {
    const records: QueryRecord[] = [];
    const end = Math.min(from + count, this.#ids.length);
    for (let start = from; start < end; start += PART) records.push(...this.#part(this.#ids.slice(start, Math.min(start + PART, end))));
    return records;
  }

  #part(ids: readonly string[]): readonly QueryRecord[] {
    const { database, context, enter } = this.#run;
    enter();
    const { byIds } = this.#select;
    if (byIds === undefined) throw new Error('only records can be fetched by their ids');
    const byId = new Map<string, Row>();
    const inner = { ...context, recordIds: JSON.stringify(ids) };
    for (const row of allRows(database, byIds.sql, byIds.parameters, inner)) byId.set(String(row[ID_COLUMN]), row);
    const rows: Row[] = [];
    for (const id of ids) {
      const row = byId.get(id);
      if (row !== undefined) rows.push(row);
    }
    return recordsOf(database, this.#select, rows, context, childPaging(this.#run));
  }
}

/** Groups: there are few, so they are kept. */
export class AggregateCursor implements QueryCursor {
  readonly object: string;
  readonly #records: readonly QueryRecord[];

  constructor(select: CompiledSelect, run: CursorRun) {
    this.object = select.object;
    run.enter();
    this.#records = aggregatesOf(select, allRows(run.database, select.sql, select.parameters, run.context), run.context);
  }

  get totalSize(): number {
    return this.#records.length;
  }

  read(from: number, count: number): readonly QueryRecord[] {
    return this.#records.slice(from, from + count);
  }
}

/** The children of one parent, found by running the subquery for it alone. */
class ChildCursor implements QueryCursor {
  readonly object: string;
  readonly totalSize: number;
  readonly #run: CursorRun;
  readonly #select: CompiledSelect;
  readonly #parentId: string;

  constructor({ select }: CompiledChildren, parentId: string, totalSize: number, run: CursorRun) {
    this.object = select.object;
    this.totalSize = totalSize;
    this.#run = run;
    this.#select = select;
    this.#parentId = parentId;
  }

  read(from: number, count: number): readonly QueryRecord[] {
    const { database, context, enter } = this.#run;
    enter();
    const inner = { ...context, parentIds: JSON.stringify([this.#parentId]) };
    const rows: Row[] = [];
    let position = 0;
    for (const row of eachRow(database, this.#select.sql, this.#select.parameters, inner)) {
      if (position >= from) rows.push(row);
      position += 1;
      if (rows.length >= count) break;
    }
    return recordsOf(database, this.#select, rows, context, childPaging(this.#run));
  }
}

function childPaging(run: CursorRun): ChildPaging | undefined {
  if (run.childRows === undefined) return undefined;
  return { rows: run.childRows, open: (children, parentId, totalSize) => new ChildCursor(children, parentId, totalSize, run) };
}
