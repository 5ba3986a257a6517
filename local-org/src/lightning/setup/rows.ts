import type { OrgDatabase } from '../../storage/database.ts';

/** A row of a statement by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows of a statement; none while the org has no such table yet: parts of it make theirs when they are first used. */
export function rowsOf(database: OrgDatabase, table: string, sql: string, ...parameters: (string | number)[]): readonly Row[] {
  const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table);
  return known === undefined ? [] : database.prepare(sql).all(...parameters);
}

export function textOf(row: Row, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : '';
}

export function numberOf(row: Row, name: string): number {
  const value = row[name];
  return typeof value === 'number' ? value : Number(value ?? 0);
}

/** A moment that may be absent. */
export function momentOf(row: Row, name: string): number | undefined {
  const value = row[name];
  return typeof value === 'number' ? value : undefined;
}

/** What a LIKE finds that contains these words anywhere. */
export function containing(text: string): string {
  return `%${text.toLowerCase().replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
}
