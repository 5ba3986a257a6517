import type { Field, LookupFilter } from '../schema/types.ts';
import type { FormulaEnvironment } from './formulaRecord.ts';
import type { RecordFormula } from './recordFormulas.ts';
import { healthy, type SaveBatch } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import type { SaveRow } from './saveRow.ts';

/** A required lookup filter, ready to run. */
export interface CompiledFilter {
  readonly field: Field;
  readonly filter: LookupFilter;
  /** True when the record pointed at may be chosen. */
  readonly holds: RecordFormula;
  /** Fields of the record itself that the filter reads. */
  readonly sources: readonly string[];
}

/** Filters of lookups that are enforced, with the formula of each compiled by `compile`. */
export function requiredFilters(
  fields: readonly Field[],
  compile: (field: Field, source: string) => RecordFormula | undefined,
): CompiledFilter[] {
  return fields.flatMap((field) => {
    const filter = field.lookupFilter;
    if (filter === undefined || !filter.active || filter.optional) return [];
    const holds = compile(field, filter.formula);
    return holds === undefined ? [] : [{ field, filter, holds, sources: sourcesOf(filter) }];
  });
}

function sourcesOf({ items }: LookupFilter): readonly string[] {
  return items.flatMap(({ field, valueField }) => [field, valueField ?? '']).flatMap((path) => /^\$Source\.(\w+)/iu.exec(path)?.[1] ?? []);
}

/** Refuses rows whose lookups point at records that their filters exclude; looked at when the lookup or what the filter reads changes. */
export function checkLookupFilters(batch: SaveBatch, environment: FormulaEnvironment): void {
  for (const { field, filter, holds, sources } of batch.plan.lookupFilters) {
    for (const row of healthy(batch.rows)) {
      if (row.values[field.name] === null || !isTouched(row, [field.name, ...sources])) continue;
      if (holds.evaluate({ values: row.values, prior: row.prior }, environment) === true) continue;
      row.fail(saveErrors.lookupFiltered(field, filter.errorMessage));
    }
  }
}

function isTouched(row: SaveRow, names: readonly string[]): boolean {
  return names.some((name) => row.changes(name));
}
