import type { AnalyticsMetadata } from '../../../metadata/reports/analyticsMetadata.ts';
import type { Report } from '../../../metadata/reports/reportTypes.ts';
import type { ReportType } from '../../../metadata/reports/reportTypeTypes.ts';
import type { Tell } from '../../../metadata/tell.ts';
import type { Schema } from '../../../schema/types.ts';
import { createReportChecker } from '../../../reports/checkReport.ts';
import { ReportFigures } from './figures.ts';
import { checkDescription, checkLength, checkUniqueNames } from './names.ts';
import { checkReportChart } from './reportChart.ts';

const LONGEST_NAME = 40;
/** Help, "Reports and Dashboards Limits and Allocations". */
const limits: readonly (readonly [what: string, most: number, count: (report: Report) => number])[] = [
  ['aggregates', 5, ({ aggregates }) => aggregates.length],
  ['customDetailFormulas', 1, ({ customDetailFormulas }) => customDetailFormulas.length],
  ['columns', 100, ({ columns }) => columns.length],
];

/** Checks what holds for reports whatever they are about; the engine tells what it cannot run. */
export function checkReports({ reports, reportTypes }: AnalyticsMetadata, schema: Schema, tell: Tell): void {
  checkUniqueNames('report', reports.values(), tell);
  const checker = createReportChecker(schema, reportTypes);
  try {
    for (const report of reports.values()) for (const problem of checker.check(report)) tell({ file: report.file, ...problem });
  } finally {
    checker.close();
  }
  for (const report of reports.values()) {
    checkLength(report, 'name', report.name, LONGEST_NAME, tell);
    checkDescription(report, tell);
    checkLimits(report, tell);
    checkRowFormulas(report, reportTypes.get(report.reportType.toLowerCase()), tell);
    checkReportChart(new ReportFigures(report, schema, reportTypes), tell);
  }
}

function checkLimits(report: Report, tell: Tell): void {
  for (const [element, most, count] of limits) {
    const number = count(report);
    if (number > most)
      tell({ file: report.file, line: report.line, element, message: `A report has at most ${most} ${element}, this one ${number}` });
  }
  for (const name of doubles(report.columns.map(({ field }) => field.toLowerCase()))) {
    const column = report.columns.findLast(({ field }) => field.toLowerCase() === name);
    tell({
      file: report.file,
      line: column?.line ?? report.line,
      element: 'columns',
      message: `The column ${column?.field ?? name} stands twice`,
    });
  }
}

/** Help, "Row-Level Formula Limits": fields that one reads at most. */
const MOST_FIELDS = 5;

/**
 * Help, "Row-Level Formula Limits": they go with no cross filter, and with no report type of records that may have
 * none; buckets and summary formulas read none.
 */
function checkRowFormulas(report: Report, type: ReportType | undefined, tell: Tell): void {
  const { file, crossFilters } = report;
  const [formula] = report.customDetailFormulas;
  if (formula === undefined) return;
  const { calculatedFormula, developerName } = formula;
  const at = { file, line: formula.line, element: `customDetailFormulas ${developerName}` };
  if (crossFilters.length > 0) tell({ ...at, message: 'A report with a row-level formula has no cross filters' });
  if (fieldsOf(calculatedFormula).size > MOST_FIELDS)
    tell({ ...at, message: `A row-level formula reads at most ${MOST_FIELDS} fields, this one ${fieldsOf(calculatedFormula).size}` });
  for (const { line, developerName: name } of readersOf(report, developerName.toLowerCase()))
    tell({ file, line, element: name, message: `The row-level formula ${developerName} can be read by no bucket and no summary formula` });
  if (type !== undefined && hasOuterJoin(type)) {
    tell({ ...at, message: `A report of "${type.label}" has no row-level formula: its records may or may not have related ones` });
  }
}

/** Names in a formula, apart from its texts and functions. */
function fieldsOf(formula: string): ReadonlySet<string> {
  const withoutTexts = formula.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""');
  return new Set([...withoutTexts.matchAll(/[A-Za-z_]\w*(?:\.\w+)+/gu)].map(([name]) => name.toLowerCase()));
}

/** Buckets and summary formulas that read the row-level formula. */
function readersOf({ aggregates, buckets }: Report, formula: string): readonly { readonly line: number; readonly developerName: string }[] {
  const summed = (text: string): readonly string[] => [...text.matchAll(/[\w.]+(?=:)/gu)].map(([name]) => name.toLowerCase());
  return [
    ...buckets.filter(({ sourceColumnName }) => sourceColumnName.toLowerCase() === formula),
    ...aggregates.filter(({ calculatedFormula }) => summed(calculatedFormula).includes(formula)),
  ];
}

function hasOuterJoin({ join }: Pick<ReportType, 'join'>): boolean {
  return join !== undefined && (join.outerJoin || hasOuterJoin(join));
}

function doubles(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}
