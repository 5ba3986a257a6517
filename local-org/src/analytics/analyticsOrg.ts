import type { Org } from '../org.ts';
import type { ReportEngine } from '../reports/types.ts';

/** What the Analytics API needs of an org. A deployment exchanges its parts: read them anew at each request. */
export interface AnalyticsOrg extends Pick<Org, 'queries' | 'store' | 'database' | 'schema' | 'clock' | 'user' | 'source' | 'deployments'> {
  readonly reports: ReportEngine;
}
