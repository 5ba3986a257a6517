import type { ReportGroup, ReportResult } from '../../reports/types.ts';
import { sheetCell, type SheetCell } from './csvText.ts';

/** "Details only": a row for each row of the report, its groups in columns before it. */
export function detailsSheet(result: ReportResult): readonly (readonly SheetCell[])[] {
  const groupings = [...result.groupingsDown, ...result.groupingsAcross];
  const header = [...groupings, ...result.detailColumns].map(({ label }) => ({ text: label }));
  const rows: (readonly SheetCell[])[] = [];
  for (const [downKey, down] of innermost(result.down)) {
    for (const [acrossKey, across] of innermost(result.across)) {
      const groups = [...down, ...across].map(({ label, value }): SheetCell => ({ text: value === null ? '' : label }));
      for (const row of result.factMap.get(`${downKey}!${acrossKey}`)?.rows ?? []) {
        rows.push([
          ...groups,
          ...row.map(({ value, label }, place) => sheetCell(result.detailColumns[place]?.type ?? 'string', value, label)),
        ]);
      }
    }
  }
  return [header, ...rows];
}

/** Each innermost group's key with the groups around it and itself; the total alone where there are none. */
function innermost(
  groups: readonly ReportGroup[],
  around: readonly ReportGroup[] = [],
): readonly (readonly [string, readonly ReportGroup[]])[] {
  if (groups.length === 0) return [[around.at(-1)?.key ?? 'T', around]];
  return groups.flatMap((group) => innermost(group.groups, [...around, group]));
}
