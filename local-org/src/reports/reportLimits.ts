import type { Report, ReportGrouping } from '../metadata/reports/reportTypes.ts';
import { rowType } from './definitionOf.ts';

/** Something of a file that is not run, or is wrong: where it stands, and why. */
export interface PlacedProblem {
  readonly element: string;
  readonly line: number;
  readonly message: string;
}

const SCOPES = ['organization', 'org', 'orgall', 'user'];
const NOT_RUN_GRAINS = ['FiscalPeriod', 'FiscalWeek'];

/** What a report's file says and local-org does not run, so that it is refused when it is deployed. */
export function reportLimits(report: Report): readonly PlacedProblem[] {
  const problems: PlacedProblem[] = [];
  const refuse = (element: string, message: string, line = report.line): void => {
    problems.push({ element, line, message });
  };
  if (report.format === 'MultiBlock') refuse('format', 'joined reports are not run by local-org.');
  const scope = report.scope?.toLowerCase();
  if (scope !== undefined && !SCOPES.includes(scope))
    refuse('scope', `the scope ${report.scope ?? ''} is not run by local-org: organization and user are.`);
  for (const { aggregate, line } of report.aggregateFilters)
    refuse(`aggregateFilters ${aggregate}`, 'filters on the figures of groups are not run by local-org.', line);
  for (const { field, aggregateTypes, line } of report.columns) {
    if (aggregateTypes.includes('Median')) refuse(`columns ${field}`, 'medians are not run by local-org.', line);
  }
  for (const grouping of [...report.groupingsDown, ...report.groupingsAcross]) {
    const { field, dateGranularity, line, aggregateType } = grouping;
    if (NOT_RUN_GRAINS.includes(dateGranularity))
      refuse(`groupings ${field}`, `${dateGranularity} needs a custom fiscal year, which local-org does not run.`, line);
    if (aggregateType === 'Median') refuse(`groupings ${field}`, 'medians are not run by local-org.', line);
    const order = orderProblem(grouping);
    if (order !== undefined) refuse(`groupings ${field}`, order, line);
  }
  for (const { developerName, isCrossBlock, line } of report.aggregates) {
    if (isCrossBlock)
      refuse(`aggregates ${developerName}`, 'formulas across the blocks of a joined report are not run by local-org.', line);
  }
  for (const { developerName, dataType, line } of report.customDetailFormulas) {
    if (rowType(dataType) === undefined)
      refuse(`customDetailFormulas ${developerName}`, `there is no type ${dataType} of row-level formulas.`, line);
  }
  return problems;
}

function orderProblem({ aggregateType, field, sortByName, sortType }: ReportGrouping): string | undefined {
  const byFigure = sortType === 'CustomSummaryFormula' || (sortType === 'Aggregate' && aggregateType !== 'RowCount');
  if (byFigure && sortByName === undefined) return '<sortByName> is missing: the figure by which the groups are sorted.';
  if (sortType !== 'Column' || sortByName === undefined || sortByName.toLowerCase() === field.toLowerCase()) return undefined;
  return `sorting groups by ${sortByName} is not run by local-org: they are sorted by their own values or by a figure.`;
}
