import type { FieldValues } from '../schema/types.ts';

/** Rows that are remembered of one table, and of all. */
const mostOfTable = 2000;
const mostOfAll = 20_000;

interface CachedTable {
  /** The columns that the rows have, as text. */
  readonly layout: string;
  readonly rows: Map<string, FieldValues>;
}

/**
 * Records that were read lately, by object and id: parents are read again with
 * every batch that touches them. Only rows outside the recycle bin are here.
 * Whoever writes to a record's table past the record store must `clear` it.
 */
export class RowCache {
  readonly #tables = new Map<string, CachedTable>();
  /** Ids of rows that were read once: most are never read again, and remembering them would only fill the memory. */
  readonly #readOnce = new Set<string>();
  #size = 0;

  /** The remembered rows of an object whose columns are these; not to be changed but by the record store. */
  rowsOf(objectName: string, layout: string): ReadonlyMap<string, FieldValues> {
    return this.#table(objectName, layout).rows;
  }

  /** Remembers a row that is read for the second time, which its reader must not change any more. */
  keep(objectName: string, layout: string, id: string, values: FieldValues): void {
    if (!this.#readOnce.delete(id)) {
      if (this.#readOnce.size >= mostOfAll) this.#readOnce.clear();
      this.#readOnce.add(id);
      return;
    }
    if (this.#size >= mostOfAll) this.clear();
    const { rows } = this.#table(objectName, layout);
    if (rows.size >= mostOfTable) {
      this.#size -= rows.size;
      rows.clear();
    }
    if (!rows.has(id)) this.#size += 1;
    rows.set(id, values);
  }

  forget(objectName: string, id: string): void {
    if (this.#tables.get(objectName)?.rows.delete(id) === true) this.#size -= 1;
  }

  /** Forgets all: something was undone, or written past the record store. */
  clear(): void {
    this.#tables.clear();
    this.#size = 0;
  }

  #table(objectName: string, layout: string): CachedTable {
    const known = this.#tables.get(objectName);
    if (known?.layout === layout) return known;
    this.#size -= known?.rows.size ?? 0;
    const table: CachedTable = { layout, rows: new Map() };
    this.#tables.set(objectName, table);
    return table;
  }
}
