/** What a statement takes: texts, whole numbers, nothing. Lists go in as JSON (`json`) and are unfolded by the dialect's fragments. */
export type SqlValue = string | number | null;

export type Row = Readonly<Record<string, unknown>>;

/** One transaction, or one statement by itself. Parameters are written `$1`, `$2`. */
export interface Sql {
  readonly dialect: Dialect;
  rows(text: string, ...values: readonly SqlValue[]): Promise<readonly Row[]>;
  /** @returns how many rows it changed */
  run(text: string, ...values: readonly SqlValue[]): Promise<number>;
  /** Runs a statement for many rows, all at once or one after the other, whatever is faster. @returns the rows it gave */
  rowsFor(columns: Columns, rows: readonly GivenRow[], statement: StatementFor, ...values: readonly SqlValue[]): Promise<readonly Row[]>;
  /** @returns how many rows it changed */
  runFor(columns: Columns, rows: readonly GivenRow[], statement: StatementFor, ...values: readonly SqlValue[]): Promise<number>;
}

export type Columns = Readonly<Record<string, ColumnType>>;

export type GivenRow = Readonly<Record<string, SqlValue>>;

/** Writes a statement over rows. `given` is a FROM item (give it an alias) with their columns, in their order; `parameter(1)` is the first of the other values, such as `$3`. */
export type StatementFor = (given: string, parameter: (index: number) => string) => string;

export type ColumnType = 'text' | 'integer';

/** Where the two databases differ in words. All else is written once. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** True where several processes work on the database: rows are locked and leases held. */
  readonly shared: boolean;
  /** Milliseconds since 1970 by the database's own clock. */
  readonly now: string;
  /** After a SELECT whose rows are going to be changed. */
  readonly forUpdate: string;
  /** LIKE that ignores the case of letters (SQLite: of A to Z). */
  readonly like: string;
  /** A FROM item (give it an alias): the rows of the JSON array of objects in that parameter, with their place as `ordinal`. */
  given(parameter: number, columns: Columns): string;
  /** A subquery of one column: the texts of the JSON array in that parameter. */
  texts(parameter: number): string;
  integers(parameter: number): string;
}

/** A database as the ports see it. */
export interface Database {
  readonly dialect: Dialect;
  /**
   * Runs one transaction; it is on disk when the promise resolves, and leaves nothing behind when it rejects. The work must wait for
   * nothing but its own statements, and may be run again from the start (a deadlock, a race for one key).
   * @throws StoreUnavailable when the machine or the database refuses
   */
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Reads outside a transaction. @throws StoreUnavailable */
  rows(text: string, ...values: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Takes what was deleted out of the database's own files, as far as that is in its hands. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

/** Thrown inside a transaction that lost a race and is to be run again from the start. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** A list as a parameter. What no database takes in a text (NUL, halves of surrogate pairs) becomes the replacement character. */
export function json(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes('\\u') ? JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part)) : text;
}

/** A text as every database can keep it. */
export function storable(text: string): string {
  return text.isWellFormed() && !text.includes('\0') ? text : text.toWellFormed().replaceAll('\0', '\uFFFD');
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A member that is there when the column has a value. */
export function optional<Name extends string>(name: Name, value: unknown): Partial<Record<Name, string>>;
export function optional(name: string, value: unknown): Record<string, string> {
  return typeof value === 'string' ? { [name]: value } : {};
}
