import { definitionOfType } from '../../reports/definition.ts';
import type { ReportDefinition, ReportGroup, ReportGrouping, ReportResult } from '../../reports/types.ts';
import type { RunnableReport } from '../runnableReport.ts';

/** For tests: a definition without anything, and what differs. */
export function definitionWith(changes: Partial<ReportDefinition> = {}): ReportDefinition {
  return definitionOfType('Sales__c', { detailColumns: ['Sale__c$Name'], ...changes });
}

export function runnableWith(changes: Partial<ReportDefinition> = {}): RunnableReport {
  return {
    id: '00OLo0000000001AAA',
    fullName: 'Sales/ByCity',
    name: 'By city',
    developerName: 'ByCity',
    description: null,
    folderId: null,
    definition: definitionWith(changes),
    unlocked: (changes.filters ?? []).map(() => true),
    currency: null,
  };
}

export function groupingBy(column: string): ReportGrouping {
  return { column, granularity: 'Day', sortOrder: 'Asc' };
}

/** For tests: a run with groups of rows and columns, each cell told by numbers. */
export function resultWith(
  down: readonly string[],
  across: readonly string[],
  cells: Readonly<Record<string, readonly (number | null)[]>>,
): ReportResult {
  const groups = (labels: readonly string[]): readonly ReportGroup[] =>
    labels.map((label, place) => ({ key: String(place), value: label, label, groups: [] }));
  const column = (name: string): ReportResult['groupingsDown'][number] => ({
    name,
    token: name,
    label: name,
    type: 'string',
    kind: 'field',
    level: 0,
  });
  const figures = Object.values(cells)[0]?.length ?? 0;
  return {
    detailColumns: [],
    groupingsDown: down.length > 0 ? [column('City')] : [],
    groupingsAcross: across.length > 0 ? [column('Year')] : [],
    aggregates: Array.from({ length: figures }, (_none, place) => ({
      name: `F${place}`,
      label: `Figure ${place}`,
      type: 'double',
      scale: 0,
    })),
    down: groups(down),
    across: groups(across),
    factMap: new Map(
      Object.entries(cells).map(([key, values]) => [key, { aggregates: values.map((value) => ({ value, label: String(value ?? '-') })) }]),
    ),
    allData: true,
    hasDetailRows: false,
  };
}
