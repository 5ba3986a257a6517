import type { WireCell, WireColumn, WireGroup, WireResult } from './wire.ts';

/** Types whose values stand at the end of their cell, so that they can be compared. */
const numeric: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent', 'long']);

/** Whether values of a type are figures. */
export function isNumeric(dataType: string | undefined): boolean {
  return numeric.has(dataType ?? '');
}

/** The figures of a group, in the order of the report's aggregates. `T` is all. */
export function aggregatesAt({ factMap }: WireResult, down: string, across: string): readonly WireCell[] {
  return factMap[`${down}!${across}`]?.aggregates ?? [];
}

/** The rows of a group. */
export function rowsAt({ factMap }: WireResult, down: string, across: string): readonly (readonly WireCell[])[] {
  return (factMap[`${down}!${across}`]?.rows ?? []).map(({ dataCells }) => dataCells);
}

export function groupsDown(result: WireResult): readonly WireGroup[] {
  return result.groupingsDown?.groupings ?? [];
}

export function groupsAcross(result: WireResult): readonly WireGroup[] {
  return result.groupingsAcross?.groupings ?? [];
}

/** Label and type of an aggregate. */
export function aggregateColumn({ reportExtendedMetadata }: WireResult, name: string): WireColumn {
  return reportExtendedMetadata.aggregateColumnInfo[name] ?? { label: name, dataType: 'double' };
}

export function detailColumn({ reportExtendedMetadata }: WireResult, name: string): WireColumn {
  return reportExtendedMetadata.detailColumnInfo[name] ?? { label: name, dataType: 'string' };
}

export function groupingLabel({ reportExtendedMetadata }: WireResult, name: string): string {
  return reportExtendedMetadata.groupingColumnInfo[name]?.label ?? name;
}

/** The number in a cell: money comes with its currency. Undefined where there is none. */
export function numberIn(cell: WireCell | undefined): number | undefined {
  const value = cell?.value;
  const amount: unknown = typeof value === 'object' && value !== null && 'amount' in value ? value.amount : value;
  return typeof amount === 'number' && Number.isFinite(amount) ? amount : undefined;
}

const recordId = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/u;

/** Address of the record that a cell names. */
export function cellUrl(cell: WireCell): string | undefined {
  return typeof cell.recordId === 'string' && recordId.test(cell.recordId) ? `/lightning/r/${cell.recordId}/view` : undefined;
}

/** Address of the record that a group is about: the value of a look-up is an id, and its label a name. */
export function groupUrl({ label, value }: WireGroup): string | undefined {
  return typeof value === 'string' && value !== label && /^[a-zA-Z0-9]{18}$/u.test(value) ? `/lightning/r/${value}/view` : undefined;
}

/** How many rows came with the result. */
export function rowCount(result: WireResult): number {
  return Object.values(result.factMap).reduce((sum, { rows = [] }) => sum + rows.length, 0);
}
