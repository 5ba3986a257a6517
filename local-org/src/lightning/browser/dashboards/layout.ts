import type { WireLayout } from '../reports/wire.ts';

/** A component and where it stands. */
export interface PlacedTile {
  /** Index among the dashboard's components. */
  readonly index: number;
  /** CSS of its place on a screen that is wide enough. */
  readonly style: string;
}

/** Where the components of a dashboard stand, in the order in which they are read: row by row, or column by column. */
export function placedTiles(layout: WireLayout, count: number): readonly PlacedTile[] {
  const { components, columns } = layout;
  if (components !== undefined && components.length > 0) {
    return components
      .slice(0, count)
      .map((place, index) => ({ place, index }))
      .sort((one, other) => one.place.row - other.place.row || one.place.column - other.place.column)
      .map(({ place, index }) => ({ index, style: gridStyle(place) }));
  }
  const filled = (columns ?? []).filter((column) => column.components.length > 0);
  const share = Math.max(1, Math.floor(12 / Math.max(1, filled.length)));
  const placed = filled.flatMap((column, at) =>
    column.components.map((index, row) => ({ index, style: gridStyle({ column: at * share, row: row * 8, colspan: share, rowspan: 8 }) })),
  );
  return placed.length > 0
    ? placed
    : Array.from({ length: count }, (_, index) => ({ index, style: 'grid-column: span 6; grid-row: span 8' }));
}

/** Columns that the grid has. */
export function gridColumns({ numColumns, components }: WireLayout): number {
  return components === undefined || components.length === 0 ? 12 : (numColumns ?? 12);
}

function gridStyle({
  column,
  row,
  colspan,
  rowspan,
}: {
  readonly column: number;
  readonly row: number;
  readonly colspan: number;
  readonly rowspan: number;
}): string {
  return `grid-column: ${String(column + 1)} / span ${String(colspan)}; grid-row: ${String(row + 1)} / span ${String(rowspan)}`;
}
