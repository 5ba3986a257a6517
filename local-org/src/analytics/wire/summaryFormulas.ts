import type { RowFormula, SummaryFormula } from '../../reports/types.ts';
import type { ColumnNames } from './columnNames.ts';

const GRAND_SUMMARY = 'GRAND_SUMMARY';

/** Where a summary formula is shown, as `aggregateColumnInfo` tells it. */
export function contextToJson(context: string | undefined, names: ColumnNames): string {
  if (context === undefined) return 'ALL_SUMMARY_LEVELS';
  return isGrand(context) ? GRAND_SUMMARY : names.nameOf(context);
}

/** `customSummaryFormula`: the summary formulas by name. */
export function summaryFormulasToJson(formulas: readonly SummaryFormula[], names: ColumnNames): Record<string, unknown> {
  return Object.fromEntries(
    formulas.map(({ name, label, description, formula, dataType, scale, downContext, acrossContext }) => [
      name,
      {
        acrossGroup: groupOf(acrossContext, names),
        acrossGroupType: groupTypeOf(acrossContext),
        decimalPlaces: scale,
        description: description ?? null,
        downGroup: groupOf(downContext, names),
        downGroupType: groupTypeOf(downContext),
        formula,
        formulaType: dataType,
        label,
      },
    ]),
  );
}

/** `customDetailFormula`: the formulas of each row by name. */
export function rowFormulasToJson(formulas: readonly RowFormula[]): Record<string, unknown> {
  return Object.fromEntries(
    formulas.map(({ name, label, description, formula, dataType, scale }) => [
      name,
      {
        decimalPlaces: dataType === 'number' || dataType === 'currency' || dataType === 'percent' ? scale : null,
        description: description ?? null,
        formula,
        formulaType: dataType,
        label,
      },
    ]),
  );
}

function groupOf(context: string | undefined, names: ColumnNames): string | null {
  return context === undefined || isGrand(context) ? null : names.nameOf(context);
}

function groupTypeOf(context: string | undefined): 'all' | 'custom' | 'grand_total' {
  if (context === undefined) return 'all';
  return isGrand(context) ? 'grand_total' : 'custom';
}

function isGrand(context: string): boolean {
  return context.endsWith(GRAND_SUMMARY);
}
