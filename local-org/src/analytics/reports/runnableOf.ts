import { developerNameOf } from '../../metadata/reports/analyticsMetadata.ts';
import { definitionOf } from '../../reports/definitionOf.ts';
import type { StoredReport } from '../catalogue.ts';
import type { RunnableReport } from '../runnableReport.ts';

/** A stored report, ready to be run. */
export function runnableOf({ id, folderId, item: report }: StoredReport): RunnableReport {
  return {
    id,
    fullName: report.fullName,
    name: report.name,
    developerName: developerNameOf(report.fullName),
    description: report.description ?? null,
    folderId,
    definition: definitionOf(report),
    unlocked: report.filter?.criteriaItems.map(({ isUnlocked }) => isUnlocked) ?? [],
    ...(report.chart === undefined ? {} : { chart: report.chart }),
    currency: report.currency ?? null,
  };
}
