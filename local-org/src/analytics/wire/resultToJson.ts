import type { DetailCell, FactCell, ReportColumn, ReportGroup, ReportResult } from '../../reports/types.ts';
import type { FieldType } from '../../schema/types.ts';
import { analyticsValue, isoMoment } from './wireValue.ts';

/** The parts of a report's answer that its rows make (Reports and Dashboards REST API, "Execute Sync"). */
export interface ResultJson {
  readonly allData: boolean;
  readonly factMap: Readonly<Record<string, FactJson>>;
  readonly groupingsAcross: GroupingsJson;
  readonly groupingsDown: GroupingsJson;
  readonly hasDetailRows: boolean;
  readonly hasExceededTabularRowLimit: boolean;
}

export interface GroupingsJson {
  readonly groupings: readonly GroupJson[];
}

export interface GroupJson {
  readonly key: string;
  readonly label: string;
  readonly value: unknown;
  readonly groupings: readonly GroupJson[];
  /** Addition of local-org, as in cells: the record that the group is. */
  readonly recordId?: string;
}

export interface FactJson {
  readonly aggregates: readonly AggregateJson[];
  readonly rows?: readonly { readonly dataCells: readonly CellJson[] }[];
}

export interface AggregateJson {
  readonly label: string;
  readonly value: number | string | null;
}

export interface CellJson {
  readonly label: string;
  readonly value: unknown;
  /** Addition of local-org: the record to which a name or lookup leads. */
  readonly recordId?: string;
}

/** The wire form of what a run gave. */
export function resultToJson(result: ReportResult): ResultJson {
  const facts = [...result.factMap].map(([key, cell]) => [key, factToJson(cell, result)] as const);
  return {
    allData: result.allData,
    factMap: Object.fromEntries(facts),
    groupingsAcross: { groupings: groupsToJson(result.across, result.groupingsAcross) },
    groupingsDown: { groupings: groupsToJson(result.down, result.groupingsDown) },
    hasDetailRows: result.hasDetailRows,
    hasExceededTabularRowLimit: result.hasDetailRows && !result.allData,
  };
}

function groupsToJson(groups: readonly ReportGroup[], columns: readonly ReportColumn[], level = 0): readonly GroupJson[] {
  const type = columns[level]?.type ?? 'string';
  return groups.map(({ key, label, value, recordId, groups: inner }) => ({
    groupings: groupsToJson(inner, columns, level + 1),
    key,
    label,
    // A period is told by its first day or its number, whatever the column holds.
    value: typeof value === 'string' || type === 'datetime' ? value : analyticsValue(type, value),
    ...(recordId === undefined ? {} : { recordId }),
  }));
}

function factToJson({ aggregates, rows }: FactCell, result: ReportResult): FactJson {
  const figures = aggregates.map(({ label, value }, place) => ({ label, value: figureOf(value, result.aggregates[place]?.type) }));
  if (!result.hasDetailRows) return { aggregates: figures };
  const types = result.detailColumns.map(({ type }) => type);
  return {
    aggregates: figures,
    rows: (rows ?? []).map((row) => ({ dataCells: row.map((cell, place) => cellToJson(cell, types[place])) })),
  };
}

function figureOf(value: number | string | null, type: string | undefined): number | string | null {
  return type === 'datetime' && typeof value === 'number' ? isoMoment(value) : value;
}

function cellToJson({ label, value, recordId }: DetailCell, type: FieldType = 'string'): CellJson {
  const link = recordId === undefined ? {} : { recordId };
  // A name or lookup is told by its record.
  return { label, value: recordId ?? analyticsValue(type, value), ...link };
}
