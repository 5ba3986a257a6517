import type { FastifyInstance } from 'fastify';
import { sendAnswer } from '../rest/sendAnswer.ts';
import type { AnalyticsOrg } from './analyticsOrg.ts';
import { baseOf, type AnalyticsState, type VersionParams } from './analyticsState.ts';
import { DashboardCache } from './dashboards/dashboardCache.ts';
import { registerDashboardRoutes } from './dashboards/dashboardRoutes.ts';
import { registerInstanceRoutes } from './reports/instanceRoutes.ts';
import { ReportInstances } from './reports/instances.ts';
import { registerReportRoutes } from './reports/reportRoutes.ts';
import { registerStoredReportRoutes } from './reports/storedReportRoutes.ts';
import { registerReportTypeRoutes } from './reports/reportTypeRoutes.ts';
import { Viewed } from './viewed.ts';

/** Every version answers alike. */
const BASE = '/services/data/:version(^v\\d+\\.0$)/analytics';

/**
 * The Reports and Dashboards REST API. Expects `request.user` on everything
 * below `/services/data`, and an error handler that answers a SalesforceError
 * in the API's form.
 */
export function registerAnalyticsRoutes(app: FastifyInstance, org: AnalyticsOrg): void {
  const state: AnalyticsState = {
    org,
    instances: new ReportInstances(() => org.clock.now()),
    viewed: new Viewed(org.database),
    dashboards: new DashboardCache(),
  };
  app.get<{ Params: VersionParams }>(BASE, (request, reply) => {
    const base = baseOf(request);
    const body = { dashboards: `${base}/dashboards`, reportTypes: `${base}/reportTypes`, reports: `${base}/reports` };
    return sendAnswer(request, reply, { status: 200, body });
  });
  registerReportRoutes(app, BASE, state);
  registerStoredReportRoutes(app, BASE, state);
  registerInstanceRoutes(app, BASE, state);
  registerReportTypeRoutes(app, BASE, state);
  registerDashboardRoutes(app, BASE, state);
}
