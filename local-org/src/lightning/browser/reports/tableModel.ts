import { aggregateColumn, aggregatesAt, cellUrl, detailColumn, groupingLabel, groupsDown, groupUrl, isNumeric, rowsAt } from './facts.ts';
import type { WireCell, WireGroup, WireResult } from './wire.ts';

/** One heading of a table. */
export interface TableHead {
  readonly key: string;
  readonly label: string;
  readonly isNumber: boolean;
  /** Columns and rows that it stands over, in tables with several rows of headings. */
  readonly columns: number;
  readonly rows: number;
  /** What the org sorts by when this column is chosen; absent: cannot be sorted. */
  readonly sortBy?: SortColumn;
}

/** What a table can be sorted by. */
export type SortColumn =
  { readonly kind: 'group' } | { readonly kind: 'aggregate'; readonly name: string } | { readonly kind: 'detail'; readonly name: string };

/** One cell of a table. */
export interface TableCell {
  readonly text: string;
  readonly isNumber: boolean;
  /** A day or a moment: stays on one line. */
  readonly isShort?: boolean;
  readonly url?: string;
}

/** One row: of a group, of a record, or of a total. */
export interface TableRow {
  readonly id: string;
  readonly kind: 'group' | 'detail' | 'total';
  /** 0 for the outermost groups. */
  readonly level: number;
  readonly head: TableCell;
  readonly cells: readonly TableCell[];
  /** Whether what is in the group is shown; undefined where nothing is in it. */
  readonly isOpen?: boolean;
}

/** A table as it is drawn: rows of headings, and rows. The first column heads its rows. */
export interface ReportTable {
  readonly heads: readonly (readonly TableHead[])[];
  readonly rows: readonly TableRow[];
}

/** Words that the table needs of the shell. */
export interface TableWords {
  readonly total: string;
  readonly subtotal: string;
  readonly yes: string;
  readonly no: string;
}

/**
 * The table of a report without groups across: groups as a tree in the first column, the figures of each, and its rows where they came.
 * @param closed keys of groups that are closed
 */
export function groupTable(result: WireResult, closed: ReadonlySet<string>, words: TableWords): ReportTable {
  const { aggregates, detailColumns, groupingsDown, showGrandTotal = true } = result.reportMetadata;
  const details = result.hasDetailRows ? detailColumns : [];
  if (groupingsDown.length === 0) return rowTable(result, details, words);
  const [first, ...others] = details;
  const trail = [...groupingsDown.map(({ name }) => groupingLabel(result, name)), ...labelsOf(result, first)];
  const heads: TableHead[] = [
    { key: 'group', label: trail.join(' › '), isNumber: false, columns: 1, rows: 1, sortBy: { kind: 'group' } },
    ...aggregates.map((name) => aggregateHead(result, name)),
    ...others.map((name) => detailHead(result, name)),
  ];
  const blank = others.map((): TableCell => ({ text: '', isNumber: false }));
  const groupRow = (group: WireGroup, level: number, isOpen: boolean | undefined): TableRow => ({
    id: group.key,
    kind: 'group',
    level,
    head: withUrl({ text: group.label, isNumber: false }, groupUrl(group)),
    cells: [...figures(result, group.key, 'T'), ...blank],
    ...(isOpen === undefined ? {} : { isOpen }),
  });
  const rowsOf = (groups: readonly WireGroup[], level: number): TableRow[] =>
    groups.flatMap((group) => {
      const records = rowsAt(result, group.key, 'T');
      const hasInside = group.groupings.length > 0 || records.length > 0;
      const isOpen = !closed.has(group.key);
      const head = groupRow(group, level, hasInside ? isOpen : undefined);
      if (!hasInside || !isOpen) return [head];
      const inside = records.map((cells, index) =>
        recordRow(result, `${group.key}.${String(index)}`, cells, { details, level: level + 1, words }),
      );
      return [
        head,
        ...rowsOf(group.groupings, level + 1),
        ...inside.map((row) => ({ ...row, cells: [...noFigures(aggregates), ...row.cells] })),
      ];
    });
  const total: TableRow[] =
    showGrandTotal && aggregates.length > 0 ? [totalRow(words.total, [...figures(result, 'T', 'T'), ...blank])] : [];
  return { heads: [heads], rows: [...rowsOf(groupsDown(result), 0), ...total] };
}

/** A plain list of records, with what its columns come to. */
function rowTable(result: WireResult, details: readonly string[], words: TableWords): ReportTable {
  const { aggregates } = result.reportMetadata;
  if (details.length === 0) {
    const heads = [textHead('group', ''), ...aggregates.map((name) => ({ ...aggregateHead(result, name), sortBy: undefined }))].map(
      withoutSort,
    );
    return { heads: [heads], rows: [totalRow(words.total, figures(result, 'T', 'T'))] };
  }
  return {
    heads: [details.map((name) => detailHead(result, name))],
    rows: rowsAt(result, 'T', 'T').map((cells, index) => recordRow(result, String(index), cells, { details, level: 0, words })),
  };
}

/** The records of a report whose groups go down and across, each with the groups it is in. */
export function recordTable(result: WireResult, words: TableWords): ReportTable {
  const { detailColumns, groupingsDown, groupingsAcross } = result.reportMetadata;
  const names = [...groupingsDown, ...groupingsAcross].map(({ name }) => name);
  const down = leavesOf(groupsDown(result), groupingsDown.length);
  const across = leavesOf(result.groupingsAcross?.groupings ?? [], groupingsAcross.length);
  const rows = down.flatMap((one) =>
    across.flatMap((other) =>
      rowsAt(result, one.key, other.key).map((cells, index): TableRow => {
        const { head, cells: rest } = recordRow(result, '', cells, { details: detailColumns, level: 0, words });
        const groups = [...one.labels, ...other.labels].map((text): TableCell => ({ text, isNumber: false }));
        return { id: `${one.key}!${other.key}.${String(index)}`, kind: 'detail', level: 0, head, cells: [...rest, ...groups] };
      }),
    ),
  );
  const heads = [
    ...detailColumns.map((name) => detailHead(result, name)),
    ...names.map((name) => textHead(`group ${name}`, groupingLabel(result, name))),
  ];
  return { heads: [heads], rows };
}

interface Leaf {
  readonly key: string;
  readonly labels: readonly string[];
}

/** The innermost groups, with the labels on the way to them; where there are no groups, all is one. */
function leavesOf(groups: readonly WireGroup[], levels: number, labels: readonly string[] = []): readonly Leaf[] {
  if (levels === 0) return [{ key: 'T', labels: [] }];
  return groups.flatMap((group) => {
    const here = [...labels, group.label];
    return group.groupings.length === 0 ? [{ key: group.key, labels: here }] : leavesOf(group.groupings, levels - 1, here);
  });
}

function labelsOf(result: WireResult, column: string | undefined): readonly string[] {
  return column === undefined ? [] : [detailColumn(result, column).label];
}

function recordRow(
  result: WireResult,
  id: string,
  cells: readonly WireCell[],
  { details, level, words }: { readonly details: readonly string[]; readonly level: number; readonly words: TableWords },
): TableRow {
  const [head, ...rest] = cells.map((cell, index) => recordCell(cell, detailColumn(result, details[index] ?? '').dataType, words));
  return { id, kind: 'detail', level, head: head ?? { text: '', isNumber: false }, cells: rest };
}

function recordCell(cell: WireCell, dataType: string, words: TableWords): TableCell {
  const text =
    typeof cell.value === 'boolean' ? (cell.value ? words.yes : words.no) : cell.value === null || cell.value === '' ? '' : cell.label;
  return withUrl({ text, isNumber: isNumeric(dataType), isShort: dataType.startsWith('date') }, cellUrl(cell));
}

/** The figures of a group as cells. */
export function figures(result: WireResult, down: string, across: string): readonly TableCell[] {
  const found = aggregatesAt(result, down, across);
  return result.reportMetadata.aggregates.map((_name, index) => ({ text: found[index]?.label ?? '', isNumber: true }));
}

function noFigures(aggregates: readonly string[]): readonly TableCell[] {
  return aggregates.map(() => ({ text: '', isNumber: true }));
}

/** The row that sums up. */
export function totalRow(text: string, cells: readonly TableCell[]): TableRow {
  return { id: 'T', kind: 'total', level: 0, head: { text, isNumber: false }, cells };
}

export function aggregateHead(result: WireResult, name: string): TableHead {
  const { label } = aggregateColumn(result, name);
  return { key: name, label, isNumber: true, columns: 1, rows: 1, sortBy: { kind: 'aggregate', name } };
}

function detailHead(result: WireResult, name: string): TableHead {
  const { label, dataType } = detailColumn(result, name);
  return { key: name, label, isNumber: isNumeric(dataType), columns: 1, rows: 1, sortBy: { kind: 'detail', name } };
}

/** A heading that nothing is sorted by. */
export function textHead(key: string, label: string): TableHead {
  return { key, label, isNumber: false, columns: 1, rows: 1 };
}

function withoutSort({ key, label, isNumber }: Omit<TableHead, 'sortBy'>): TableHead {
  return { key, label, isNumber, columns: 1, rows: 1 };
}

function withUrl(cell: TableCell, url: string | undefined): TableCell {
  return url === undefined ? cell : { ...cell, url };
}
