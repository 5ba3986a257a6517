import { aggregateColumn, groupingLabel, groupsAcross, groupsDown, groupUrl } from './facts.ts';
import { figures, type ReportTable, type TableHead, type TableRow, type TableWords, textHead, totalRow } from './tableModel.ts';
import type { WireGroup, WireResult } from './wire.ts';

/** A column of a matrix: a group across, the sum of one, or the sum of all; each holds all figures. */
interface AcrossColumn {
  readonly key: string;
  readonly label: string;
  readonly level: number;
}

/** The table of a report with groups down and across. @param closed keys of groups down that are closed */
export function matrixTable(result: WireResult, closed: ReadonlySet<string>, words: TableWords): ReportTable {
  const { showGrandTotal = true } = result.reportMetadata;
  const across = acrossColumns(result, words);
  const cellsOf = (down: string): TableRow['cells'] => across.flatMap(({ key }) => figures(result, down, key));
  const rowsOf = (groups: readonly WireGroup[], level: number): TableRow[] =>
    groups.flatMap((group): TableRow[] => {
      const isOpen = !closed.has(group.key);
      const url = groupUrl(group);
      const row: TableRow = {
        id: group.key,
        kind: 'group',
        level,
        head: { text: group.label, isNumber: false, ...(url === undefined ? {} : { url }) },
        cells: cellsOf(group.key),
        ...(group.groupings.length === 0 ? {} : { isOpen }),
      };
      return isOpen ? [row, ...rowsOf(group.groupings, level + 1)] : [row];
    });
  const total = showGrandTotal ? [totalRow(words.total, cellsOf('T'))] : [];
  return { heads: headRows(result, across, words), rows: [...rowsOf(groupsDown(result), 0), ...total] };
}

function acrossColumns(result: WireResult, words: TableWords): readonly AcrossColumn[] {
  const { showGrandTotal = true, showSubtotals = true } = result.reportMetadata;
  const leaves = groupsAcross(result).flatMap((group): AcrossColumn[] => {
    const inside = group.groupings.map(({ key, label }) => ({ key, label, level: 1 }));
    if (inside.length === 0) return [{ key: group.key, label: group.label, level: 0 }];
    return showSubtotals ? [...inside, { key: group.key, label: words.subtotal, level: 1 }] : inside;
  });
  return showGrandTotal ? [...leaves, { key: 'T', label: words.total, level: 0 }] : leaves;
}

/** A row of headings for each level across, and one for the figures where there are several. */
function headRows(result: WireResult, across: readonly AcrossColumn[], words: TableWords): readonly (readonly TableHead[])[] {
  const { aggregates, groupingsDown, groupingsAcross } = result.reportMetadata;
  const perColumn = aggregates.length;
  const hasFigureRow = perColumn > 1;
  const levels = groupingsAcross.length;
  const depth = levels + (hasFigureRow ? 1 : 0);
  const trail = groupingsDown.map(({ name }) => groupingLabel(result, name)).join(' › ');
  const corner: TableHead = { ...textHead('group', trail), rows: depth, sortBy: { kind: 'group' } };
  const top = groupsAcross(result).map((group): TableHead => {
    const own = across.filter(({ key, level }) => key === group.key || (level === 1 && key.startsWith(`${group.key}_`))).length;
    return {
      ...textHead(group.key, group.label),
      isNumber: true,
      columns: own * perColumn,
      rows: levels > 1 && group.groupings.length === 0 ? 2 : 1,
    };
  });
  const last = across.some(({ key }) => key === 'T')
    ? [{ ...textHead('T', words.total), isNumber: true, columns: perColumn, rows: levels }]
    : [];
  const second = across
    .filter(({ level }) => level === 1)
    .map(({ key, label }): TableHead => ({ ...textHead(`second ${key}`, label), isNumber: true, columns: perColumn }));
  const figureRow = across.flatMap(({ key }) =>
    aggregates.map((name): TableHead => ({ ...textHead(`${key} ${name}`, aggregateColumn(result, name).label), isNumber: true })),
  );
  return [[corner, ...top, ...last], ...(levels > 1 ? [second] : []), ...(hasFigureRow ? [figureRow] : [])];
}
