import { definitionOfType } from '../../reports/definition.ts';
import type { ReportDefinition, ReportTypeDescription } from '../../reports/types.ts';
import { durationDays } from '../durationDays.ts';
import type { RunnableReport } from '../runnableReport.ts';
import { ColumnNames } from '../wire/columnNames.ts';
import { definedColumns } from '../wire/definedColumns.ts';
import { extendedMetadata } from '../wire/extendedMetadata.ts';
import { reportMetadata } from '../wire/reportMetadata.ts';
import { reportTypeMetadata } from '../wire/reportTypeMetadata.ts';
import { typeOf, type ReportContext } from './reportService.ts';

/** The three parts that tell a report ("Describe"); nothing is run. */
export interface Description {
  readonly reportMetadata: unknown;
  readonly reportTypeMetadata: unknown;
  readonly reportExtendedMetadata: unknown;
}

export function describeReport(context: ReportContext, report: RunnableReport): Description {
  const type = typeOf(context, report);
  const names = new ColumnNames(type);
  const days = durationDays(context);
  const typeLabel = type?.label ?? report.definition.reportType;
  return {
    reportExtendedMetadata: extendedMetadata(definedColumns(report.definition, names), report.definition, names),
    reportMetadata: reportMetadata(report, { names, typeLabel, days, hasDetailRows: report.definition.showDetails }),
    reportTypeMetadata: reportTypeMetadata(type, report.definition, days),
  };
}

/** A report type is told as the report that a builder would begin with: a table of its columns. */
export function describeType(context: ReportContext, type: ReportTypeDescription): Description {
  return describeReport(context, {
    id: null,
    fullName: null,
    name: type.label,
    developerName: null,
    description: null,
    folderId: null,
    definition: plainDefinition(type),
    unlocked: [],
    currency: null,
  });
}

/** The columns of a type's first section, without groups, filters and limits. */
export function plainDefinition(type: ReportTypeDescription): ReportDefinition {
  return definitionOfType(type.name, { detailColumns: (type.sections[0]?.columns ?? []).map(({ name }) => name), showDetails: true });
}
