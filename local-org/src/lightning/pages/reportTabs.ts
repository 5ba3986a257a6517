import type { RequestUser } from '../../requestUser.ts';
import type { Schema } from '../../schema/types.ts';
import type { TextName } from '../texts/en.ts';
import type { Texts } from '../texts/fillText.ts';

/** What the platform calls the two, and where they stand. */
export type ReportObject = 'Report' | 'Dashboard';

const tabNames: Readonly<Record<string, ReportObject>> = { 'standard-report': 'Report', 'standard-dashboard': 'Dashboard' };
/** The words for several of them. */
export const reportLabels: Readonly<Record<ReportObject, TextName>> = { Report: 'reports', Dashboard: 'dashboards' };

/** Whether a user may run reports at all; the org itself may. */
export function mayRunReports(user: RequestUser | undefined): boolean {
  return user?.access?.system('RunReports') !== false;
}

/** Address of the page that lists them. */
export function reportsUrl(of: ReportObject): string {
  return `/lightning/o/${of}/home`;
}

/** What a tab of reports or of dashboards opens; undefined for other tabs, and for who has neither. */
export function reportTab(
  name: string,
  { schema, texts, user }: { readonly schema: Schema; readonly texts: Texts; readonly user: RequestUser | undefined },
): { readonly label: string; readonly url: string } | undefined {
  const of = tabNames[name.toLowerCase()];
  return of === undefined || schema.object(of) === undefined || !mayRunReports(user)
    ? undefined
    : { label: texts[reportLabels[of]], url: reportsUrl(of) };
}

/** The icon of a page of reports or dashboards, by its address. */
export function reportIcon(url: string): string | undefined {
  const of = Object.keys(reportLabels).find((name) => url === `/lightning/o/${name}/home`);
  return of === undefined ? undefined : `standard:${of.toLowerCase()}`;
}
