import type { FormulaEnvironment } from './formulaRecord.ts';
import { healthy, type SaveBatch } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';

/** The object's validation rules: a row whose formula is true is refused, with the rule's own text. */
export function checkValidationRules(batch: SaveBatch, environment: FormulaEnvironment): void {
  const { plan } = batch;
  const rows = healthy(batch.rows);
  if (plan.rules.length === 0 || rows.length === 0) return;
  for (const lookup of plan.ruleLookups) loadParents(batch, environment, lookup.name);
  for (const row of rows) {
    for (const rule of plan.rules) {
      const violated = rule.isViolated.evaluate({ values: row.values, prior: row.prior }, environment) === true;
      if (violated) row.fail(saveErrors.customValidation(rule.message(batch.user.language), rule.errorField));
    }
  }
}

function loadParents(batch: SaveBatch, environment: FormulaEnvironment, fieldName: string): void {
  const ids = new Set(
    batch.rows.flatMap((row) => {
      const id = row.values[fieldName];
      return typeof id === 'string' ? [id] : [];
    }),
  );
  environment.loadAll([...ids]);
}
