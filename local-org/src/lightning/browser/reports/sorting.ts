import type { RunChanges } from './analyticsApi.ts';
import type { SortColumn } from './tableModel.ts';
import type { WireGrouping, WireReportMetadata } from './wire.ts';

/** How a table is sorted by a column now. */
export type Sorted = 'ascending' | 'descending' | 'none';

/** How a report is sorted by a column. */
export function sortedBy(metadata: WireReportMetadata, column: SortColumn): Sorted {
  const [first] = metadata.groupingsDown;
  if (column.kind === 'detail') {
    const found = metadata.sortBy?.[0];
    return found?.sortColumn === column.name ? directionOf(found.sortOrder) : 'none';
  }
  if (first === undefined) return 'none';
  const aggregate = first.sortAggregate ?? undefined;
  if (column.kind === 'group') return aggregate === undefined ? directionOf(first.sortOrder) : 'none';
  return aggregate === column.name ? directionOf(first.sortOrder) : 'none';
}

/** What to change of a run so that it is sorted by a column; a second time turns the order round. */
export function sortChanges(metadata: WireReportMetadata, column: SortColumn): RunChanges {
  const now = sortedBy(metadata, column);
  if (column.kind === 'detail') return { sortBy: [{ sortColumn: column.name, sortOrder: now === 'ascending' ? 'Desc' : 'Asc' }] };
  if (column.kind === 'group') {
    const sortOrder = now === 'ascending' ? 'Desc' : 'Asc';
    return {
      groupingsDown: metadata.groupingsDown.map((group, level) => (level === 0 ? { ...group, sortAggregate: null, sortOrder } : group)),
    };
  }
  // Figures are looked at from the highest.
  const sortOrder = now === 'descending' ? 'Asc' : 'Desc';
  return {
    groupingsDown: metadata.groupingsDown.map((group, level) =>
      level > 0 && isTime(group) ? group : { ...group, sortAggregate: column.name, sortOrder },
    ),
  };
}

/** Months inside a group stay in their order. */
function isTime({ dateGranularity }: WireGrouping): boolean {
  return dateGranularity !== undefined && dateGranularity !== null && dateGranularity !== 'None';
}

function directionOf(order: string | null | undefined): Sorted {
  return order?.toLowerCase() === 'desc' ? 'descending' : 'ascending';
}
