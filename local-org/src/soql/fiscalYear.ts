import type { DateTime } from 'luxon';
import type { Schema } from '../schema/types.ts';
import type { OrgDatabase } from '../storage/database.ts';

/** The org's standard fiscal year: whole months from a first one. Custom fiscal years are not run. */
export interface FiscalYear {
  /** 1 (January) to 12. */
  readonly startMonth: number;
  /** Called by the calendar year in which it starts, rather than ends. */
  readonly namedByStart: boolean;
}

export const CALENDAR_YEAR: FiscalYear = { startMonth: 1, namedByStart: false };

/** The fiscal year that the Organization record tells. */
export function readFiscalYear(database: OrgDatabase, schema: Schema): FiscalYear {
  const fields = schema.object('Organization')?.fields;
  if (fields?.has('fiscalyearstartmonth') !== true) return CALENDAR_YEAR;
  const named = fields.has('usesstartdateasfiscalyearname') ? '"UsesStartDateAsFiscalYearName"' : '0';
  const row = database.prepare(`SELECT "FiscalYearStartMonth" AS month, ${named} AS named FROM "Organization" ORDER BY "Id" LIMIT 1`).get();
  const month = row?.['month'];
  const valid = typeof month === 'number' && Number.isInteger(month) && month >= 1 && month <= 12;
  return { startMonth: valid ? month : 1, namedByStart: row?.['named'] === 1 };
}

/** The first day of the fiscal year that a moment falls into. */
export function startOfFiscalYear(moment: DateTime, { startMonth }: FiscalYear): DateTime {
  return moment.startOf('month').minus({ months: (moment.month - startMonth + 12) % 12 });
}

/** 1 to 12, counted from the first month of the fiscal year. */
export function fiscalMonth(moment: DateTime, { startMonth }: FiscalYear): number {
  return ((moment.month - startMonth + 12) % 12) + 1;
}

/** The number by which a fiscal year is called. */
export function fiscalYearOf(moment: DateTime, fiscal: FiscalYear): number {
  const started = startOfFiscalYear(moment, fiscal).year;
  return fiscal.startMonth === 1 || fiscal.namedByStart ? started : started + 1;
}
