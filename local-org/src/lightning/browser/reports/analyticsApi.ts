import { apiVersion } from '../page/settings.ts';
import { uiApiRequest } from '../lds/uiApiRequest.ts';
import type { WireDashboard, WireDescribe, WireReportMetadata, WireResult } from './wire.ts';

/** What of a report is changed for one run. */
export type RunChanges = Partial<WireReportMetadata>;

/**
 * Runs a report.
 * @param changes for this run only
 * @throws FetchError
 */
export async function runReport(id: string, changes: RunChanges, includeDetails: boolean): Promise<WireResult> {
  const path = `/analytics/reports/${id}?includeDetails=${String(includeDetails)}`;
  const answer = await (isUnchanged(changes)
    ? uiApiRequest({ method: 'GET', path })
    : uiApiRequest({ method: 'POST', path, body: { reportMetadata: changes } }, true));
  // The org answers its own pages, in the shape that they were built with.
  return answer as WireResult;
}

/** What can be changed of a report. @throws FetchError */
export async function describeReport(id: string): Promise<WireDescribe> {
  return (await uiApiRequest({ method: 'GET', path: `/analytics/reports/${id}/describe` })) as WireDescribe;
}

/** A dashboard as it was refreshed last. @param filters id of the option chosen for each filter @throws FetchError */
export async function readDashboard(id: string, filters: readonly (string | undefined)[]): Promise<WireDashboard> {
  const query = filters.flatMap((option, index) => (option === undefined ? [] : [`filter${String(index + 1)}=${option}`])).join('&');
  return (await uiApiRequest({ method: 'GET', path: `/analytics/dashboards/${id}${query === '' ? '' : `?${query}`}` })) as WireDashboard;
}

/** Runs the reports of a dashboard anew. @throws FetchError */
export async function refreshDashboard(id: string, filters: readonly (string | undefined)[]): Promise<WireDashboard> {
  const query = filters.flatMap((option, index) => (option === undefined ? [] : [`filter${String(index + 1)}=${option}`])).join('&');
  await uiApiRequest({ method: 'PUT', path: `/analytics/dashboards/${id}${query === '' ? '' : `?${query}`}` });
  return readDashboard(id, filters);
}

/** Ids of what the user looked at, newest first. @throws FetchError */
export async function readRecent(what: 'reports' | 'dashboards'): Promise<readonly string[]> {
  const found = (await uiApiRequest({ method: 'GET', path: `/analytics/${what}` })) as readonly { readonly id: string }[];
  return found.map(({ id }) => id);
}

/** A report as a CSV file: its rows, or its table as it is drawn. @throws Error with what the org says */
export async function exportReport(id: string, changes: RunChanges, view: 'details' | 'formatted'): Promise<Blob> {
  const response = await fetch(`/services/data/v${apiVersion}/analytics/reports/${id}?export=csv&view=${view}`, {
    method: isUnchanged(changes) ? 'GET' : 'POST',
    headers: { 'X-Requested-With': 'customer-pulse', 'Content-Type': 'application/json' },
    credentials: 'same-origin',
    ...(isUnchanged(changes) ? {} : { body: JSON.stringify({ reportMetadata: changes }) }),
  });
  if (response.ok) return response.blob();
  const said: unknown = await response.json().catch(() => undefined);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- in the shape of every other failed call
  throw { ok: false, status: response.status, body: said };
}

function isUnchanged(changes: RunChanges): boolean {
  return Object.keys(changes).length === 0;
}
