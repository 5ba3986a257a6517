import type { SharingCriterion, SharingRule } from '../../schema/sharingRules.ts';
import { quoteName, type SqlValue } from '../../storage/columns.ts';
import { fold, foldSql } from '../../storage/fold.ts';

type BindValue = (value: SqlValue) => string;

/** The criteria of a sharing rule as an SQL condition, never null. */
export function criteriaSql({ criteria, booleanFilter }: SharingRule, alias: string, bind: BindValue): string {
  const tests = criteria.map((criterion) => `(${criterionSql(criterion, alias, bind)})`);
  if (booleanFilter === undefined) return `(${tests.join(' AND ')})`;
  // The filter was checked when it was deployed: numbers, parentheses and these words.
  const logic = booleanFilter.toUpperCase().replaceAll(/\d+/gu, (number) => tests[Number(number) - 1] ?? '0');
  return `(${logic})`;
}

function criterionSql({ field, operation, value }: SharingCriterion, alias: string, bind: BindValue): string {
  const stored = `${alias}.${quoteName(field.name)}`;
  const column = isText(field) ? foldSql(stored) : stored;
  const wanted = alternatives(field, value).map((text) => comparable(field, text));
  const anyOf = (test: (placeholder: string, bound: SqlValue) => string): string => {
    const tests = wanted.filter((bound) => bound !== null).map((bound) => test(bind(bound), bound));
    return tests.length === 0 ? '0' : `coalesce(${tests.join(' OR ')}, 0)`;
  };
  const equals = (): string => wanted.map((bound) => (bound === null ? `${column} IS NULL` : `${column} IS ${bind(bound)}`)).join(' OR ');
  const contains = (): string => anyOf((placeholder) => `instr(${column}, ${placeholder}) > 0`);
  const includes = (): string => anyOf((placeholder) => `instr(';' || ${column} || ';', ';' || ${placeholder} || ';') > 0`);
  switch (operation) {
    case 'equals':
      return equals();
    case 'notEqual':
      return `NOT (${equals()})`;
    case 'lessThan':
      return anyOf((placeholder) => `${column} < ${placeholder}`);
    case 'greaterThan':
      return anyOf((placeholder) => `${column} > ${placeholder}`);
    case 'lessOrEqual':
      return anyOf((placeholder) => `${column} <= ${placeholder}`);
    case 'greaterOrEqual':
      return anyOf((placeholder) => `${column} >= ${placeholder}`);
    case 'contains':
      return contains();
    case 'notContain':
      return `NOT ${contains()}`;
    case 'startsWith':
      return anyOf((placeholder) => `instr(${column}, ${placeholder}) = 1`);
    case 'includes':
      return includes();
    case 'excludes':
      return `NOT ${includes()}`;
  }
}

type CriterionField = SharingCriterion['field'];

const numbers: ReadonlySet<CriterionField['type']> = new Set(['int', 'double', 'currency', 'percent']);

function isText({ type }: CriterionField): boolean {
  return !numbers.has(type) && !['boolean', 'date', 'datetime', 'reference', 'id'].includes(type);
}

/** A comma separates alternatives of texts, as in every filter of the platform. */
function alternatives(field: CriterionField, value: string): readonly string[] {
  return isText(field) ? value.split(',').map((text) => text.trim()) : [value.trim()];
}

/** A value as its column holds it; null for blank, and for a text that is no such value. */
function comparable(field: CriterionField, text: string): SqlValue {
  if (text === '') return null;
  if (field.type === 'boolean') return ['true', '1'].includes(text.toLowerCase()) ? 1 : 0;
  if (numbers.has(field.type)) return Number.isFinite(Number(text)) ? Number(text) : null;
  if (field.type === 'datetime') return Number.isNaN(Date.parse(text)) ? null : Date.parse(text);
  return isText(field) ? fold(text) : text;
}
