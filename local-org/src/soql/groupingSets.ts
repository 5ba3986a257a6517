import type { GroupBy } from './ast.ts';
import { groupingMark } from './calls.ts';
import { comparable, type Expression } from './expressions.ts';
import type { OrderKey } from './ordering.ts';

/** The parts of a grouped statement. */
export interface GroupedParts {
  readonly columns: readonly string[];
  readonly groups: readonly Expression[];
  /** Tables, joins and WHERE. */
  readonly from: string;
  readonly having: string;
  readonly order: readonly OrderKey[];
}

/**
 * A grouped statement. ROLLUP adds a row for each shorter list of its fields,
 * CUBE one for each subset; SQLite has neither, so they are a union of plain
 * groupings in which the fields that are summed up are null.
 */
export function groupedSql(parts: GroupedParts, kind: GroupBy['kind']): string {
  if (kind === 'plain') return plainSql(parts);
  const selects = groupingSets(parts.groups, kind).map((set) => setSql(parts, set));
  const order = parts.order.map(({ direction }, index) => `o${index} ${direction}`).join(', ');
  const columns = parts.columns.map((_, index) => `c${index}`).join(', ');
  return `SELECT ${columns} FROM (${selects.join(' UNION ALL ')})${order === '' ? '' : ` ORDER BY ${order}`}`;
}

function plainSql({ columns, groups, from, having, order }: GroupedParts): string {
  const keys = order.map(({ key, direction }) => `${key} ${direction}`).join(', ');
  return `SELECT ${columns.join(', ')} FROM ${from}${groupBy(groups)}${having}${keys === '' ? '' : ` ORDER BY ${keys}`}`;
}

function setSql({ columns, groups, from, having, order }: GroupedParts, set: readonly Expression[]): string {
  const summedUp = (sql: string): boolean => groups.some((group) => group.sql === sql) && !set.some((group) => group.sql === sql);
  const column = (sql: string): string => {
    const marked = groups.find((group) => groupingMark(group.sql) === sql);
    if (marked !== undefined) return summedUp(marked.sql) ? '1' : '0';
    return summedUp(sql) ? 'NULL' : sql;
  };
  const named = columns.map((sql, index) => `${column(sql)} AS c${index}`);
  const keys = order.map(({ key, expression }, index) => `${column(expression) === expression ? key : column(expression)} AS o${index}`);
  return `SELECT ${[...named, ...keys].join(', ')} FROM ${from}${groupBy(set)}${havingOf(having, groups, summedUp)}`;
}

/** HAVING as one set sees it: fields that are summed up are null, and GROUPING tells which they are. */
function havingOf(having: string, groups: readonly Expression[], summedUp: (sql: string) => boolean): string {
  let sql = having;
  for (const group of groups) {
    sql = sql.replaceAll(groupingMark(group.sql), summedUp(group.sql) ? '1' : '0');
    if (summedUp(group.sql)) sql = sql.replaceAll(group.sql, 'NULL');
  }
  return sql;
}

function groupBy(groups: readonly Expression[]): string {
  return groups.length === 0 ? '' : ` GROUP BY ${groups.map(comparable).join(', ')}`;
}

function groupingSets(groups: readonly Expression[], kind: 'rollup' | 'cube'): readonly (readonly Expression[])[] {
  if (kind === 'rollup') return Array.from({ length: groups.length + 1 }, (_, left) => groups.slice(0, groups.length - left));
  const subsets = Array.from({ length: 2 ** groups.length }, (_, mask) => groups.filter((_group, index) => (mask & (1 << index)) !== 0));
  return subsets.reverse();
}
