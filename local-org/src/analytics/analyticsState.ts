import type { RequestUser } from '../requestUser.ts';
import type { AnalyticsOrg } from './analyticsOrg.ts';
import type { DashboardCache } from './dashboards/dashboardCache.ts';
import type { ComponentData } from './dashboards/dashboardService.ts';
import type { ReportInstances } from './reports/instances.ts';
import type { ReportContext } from './reports/reportService.ts';
import type { Viewed } from './viewed.ts';

/** What the routes share. */
export interface AnalyticsState {
  readonly org: AnalyticsOrg;
  readonly instances: ReportInstances;
  readonly viewed: Viewed;
  readonly dashboards: DashboardCache<readonly ComponentData[]>;
}

export interface VersionParams {
  /** As in the address: `v66.0`. */
  readonly version: string;
}

/** As much of a request as the routes' helpers read. */
interface AnalyticsRequest {
  readonly user: RequestUser;
}

export function contextOf({ org }: AnalyticsState, { user }: AnalyticsRequest): ReportContext {
  return { org, user };
}

/** `/services/data/v66.0/analytics`, for the addresses in answers. */
export function baseOf({ params }: { readonly params: VersionParams }): string {
  return `/services/data/${params.version}/analytics`;
}

/** A parameter of the address that says yes or no; undefined when it is not there. */
export function flag(query: unknown, name: string): boolean | undefined {
  const value = parameter(query, name)?.toLowerCase();
  return value === undefined ? undefined : value === 'true' || value === '1';
}

export function parameter(query: unknown, name: string): string | undefined {
  const value: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, name) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
