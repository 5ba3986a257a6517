import type { ReportType } from '../metadata/reports/reportTypeTypes.ts';
import type { Report } from '../metadata/reports/reportTypes.ts';
import type { Schema } from '../schema/types.ts';
import { CALENDAR_YEAR } from '../soql/fiscalYear.ts';
import { FormulaFields } from '../soql/formulaFields.ts';
import { collationOf } from '../soql/textOrder.ts';
import { OrgDatabase } from '../storage/database.ts';
import { definitionProblems } from './checkDefinition.ts';
import type { ReportDefinition } from './definition.ts';
import { definitionOf } from './definitionOf.ts';
import { reportLimits, type PlacedProblem } from './reportLimits.ts';
import type { ReportEnvironment } from './reportRows.ts';
import { reportShape, ShapeError } from './reportShape.ts';
import { RowFormulas } from './rowFormulas.ts';

/** Tells of reports whether they can be run in an org with this schema, before there is one. */
export interface ReportChecker {
  /** Everything that keeps the report from being run, with the line of its file; empty: it can be run. */
  check(report: Report): readonly PlacedProblem[];
  /** To be called when all are checked. */
  close(): void;
}

/** @param reportTypes by the lower-cased names that reports have for them, `responses__c` */
export function createReportChecker(schema: Schema, reportTypes: ReadonlyMap<string, ReportType>): ReportChecker {
  // Formulas may become functions of a connection: of one that nobody else has, because the org still runs the old ones.
  const database = new OrgDatabase(':memory:');
  const environment: ReportEnvironment = {
    schema,
    formulaSchema: schema,
    formulas: new FormulaFields(database, schema),
    rowFormulas: new RowFormulas(database),
    collation: collationOf('en_US'),
    periods: { zone: 'UTC', locale: 'en_US', fiscalYear: CALENDAR_YEAR, weekStart: 7 },
  };
  return {
    check: (report) => {
      const limits = reportLimits(report);
      return limits.length > 0 ? limits : placed(report, problemsIn(environment, reportTypes, definitionOf(report)));
    },
    close: () => {
      database.close();
    },
  };
}

function problemsIn(
  environment: ReportEnvironment,
  reportTypes: ReadonlyMap<string, ReportType>,
  definition: ReportDefinition,
): ReturnType<typeof definitionProblems> {
  try {
    return definitionProblems(environment, reportShape(environment.formulaSchema, reportTypes, definition.reportType), definition);
  } catch (error) {
    if (error instanceof ShapeError) return [{ element: 'reportType', message: error.message }];
    throw error;
  }
}

/** The line of each element that problems name. */
function placed(report: Report, problems: ReturnType<typeof definitionProblems>): readonly PlacedProblem[] {
  const lines = new Map<string, number>();
  for (const { field, line } of report.columns) lines.set(`columns ${field}`, line);
  for (const { developerName, line } of report.aggregates) lines.set(`aggregates ${developerName}`, line);
  for (const { developerName, line } of report.buckets) lines.set(`buckets ${developerName}`, line);
  for (const { developerName, line } of report.customDetailFormulas) lines.set(`customDetailFormulas ${developerName}`, line);
  const numbered = {
    groupingsDown: report.groupingsDown,
    groupingsAcross: report.groupingsAcross,
    crossFilters: report.crossFilters,
    filter: report.filter?.criteriaItems ?? [],
  };
  for (const [element, list] of Object.entries(numbered)) {
    for (const [index, { line }] of list.entries()) lines.set(`${element} ${String(index + 1)}`, line);
  }
  if (report.filter !== undefined) lines.set('booleanFilter', report.filter.line);
  if (report.timeFrameFilter !== undefined) lines.set('timeFrameFilter', report.timeFrameFilter.line);
  return problems.map(({ element, message }) => ({ element, message, line: lines.get(element) ?? report.line }));
}
