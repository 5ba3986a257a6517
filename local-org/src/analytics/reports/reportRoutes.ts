import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestUser } from '../../requestUser.ts';
import { sendAnswer } from '../../rest/sendAnswer.ts';
import { requireRunReports } from '../access.ts';
import { badRequest, noMetadata, unavailable } from '../analyticsErrors.ts';
import { baseOf, contextOf, flag, parameter, type AnalyticsState, type VersionParams } from '../analyticsState.ts';
import { listReports } from '../catalogue.ts';
import { refuseOtherMethods } from '../otherMethods.ts';
import { exportReport, isExport } from '../export/exportReport.ts';
import type { RunnableReport } from '../runnableReport.ts';
import { describeReport, plainDefinition } from './describe.ts';
import { readMetadataInput, type MetadataInput } from './metadataInput.ts';
import { reportAddresses, reportAttributes } from './reportAddresses.ts';
import { openReport, runReport, runToJson, type ReportContext } from './reportService.ts';

interface ReportParams extends VersionParams {
  readonly id: string;
}

/** Reports that the list of recent ones has at most. */
const MOST_RECENT = 200;

/** `reports`, `reports/query`, `reports/:id` and `reports/:id/describe`. */
export function registerReportRoutes(app: FastifyInstance, base: string, state: AnalyticsState): void {
  app.get<{ Params: VersionParams }>(`${base}/reports`, (request, reply) => {
    const { user } = request;
    requireRunReports(user);
    const recent = state.viewed.lastFirst(user.id, listReports(state.org, user)).slice(0, MOST_RECENT);
    const body = recent.map(({ id, item: { name } }) => {
      const { url, describeUrl, instancesUrl } = reportAddresses(baseOf(request), id);
      return { describeUrl, id, instancesUrl, name, url };
    });
    return sendAnswer(request, reply, { status: 200, body });
  });

  app.post<{ Params: VersionParams }>(`${base}/reports/query`, (request, reply) => {
    const context = contextOf(state, request);
    requireRunReports(request.user);
    const changes = readMetadataInput(request.body);
    if (changes === undefined) throw noMetadata();
    return sendRun(context, request, reply, unsavedReport(context, changes), changes);
  });

  const run = (
    request: FastifyRequest<{ Params: ReportParams }>,
    reply: FastifyReply,
    changes: MetadataInput | undefined,
  ): FastifyReply => {
    const context = contextOf(state, request);
    const report = openReport(context, request.params.id);
    noteRun(state, request.user, String(report.id));
    return sendRun(context, request, reply, report, changes);
  };
  app.get<{ Params: ReportParams }>(`${base}/reports/:id`, (request, reply) => run(request, reply, undefined));
  app.post<{ Params: ReportParams }>(`${base}/reports/:id`, (request, reply) => {
    const changes = readMetadataInput(request.body);
    if (changes === undefined) throw noMetadata();
    return run(request, reply, changes);
  });

  app.get<{ Params: ReportParams }>(`${base}/reports/:id/describe`, (request, reply) => {
    const context = contextOf(state, request);
    const report = openReport(context, request.params.id);
    const body = { attributes: reportAttributes(baseOf(request), report), ...describeReport(context, report) };
    return sendAnswer(request, reply, { status: 200, body });
  });

  refuseOtherMethods(app, `${base}/reports`, ['GET', 'POST']);
  refuseOtherMethods(app, `${base}/reports/query`, ['POST']);
  refuseOtherMethods(app, `${base}/reports/:id`, ['GET', 'POST', 'PATCH', 'DELETE']);
  refuseOtherMethods(app, `${base}/reports/:id/describe`, ['GET']);
}

/** The report is among those that the user looked at, and was run now. */
function noteRun({ org, viewed }: AnalyticsState, user: RequestUser, id: string): void {
  const now = org.clock.now();
  // A power failure may take this back: no run waits for the disk because of it.
  org.database.transaction(() => {
    viewed.note(user.id, id, now);
    const object = org.schema.object('Report');
    if (object !== undefined) org.store.update(object, id, { LastRunDate: Math.floor(now / 1000) * 1000 });
  }, 'with the next');
}

function sendRun(
  context: ReportContext,
  request: FastifyRequest,
  reply: FastifyReply,
  report: RunnableReport,
  changes: MetadataInput | undefined,
): FastifyReply {
  if (isExport(request)) return exportReport(context, request, reply, report, changes);
  const includeDetails = flag(request.query, 'includeDetails') ?? false;
  const json = runToJson(context, runReport(context, report, { changes, includeDetails }));
  const base = `/services/data/${versionOf(request)}/analytics`;
  return sendAnswer(request, reply, { status: 200, body: { attributes: reportAttributes(base, report), ...json } });
}

function versionOf({ params }: FastifyRequest): string {
  return parameter(params, 'version') ?? 'v66.0';
}

/** The report that `reports/query` runs: all of it stands in the request. */
function unsavedReport({ org, user }: ReportContext, changes: MetadataInput): RunnableReport {
  const name = typeof changes.reportType === 'string' ? changes.reportType : changes.reportType?.type;
  if (name === undefined) throw badRequest('The request is invalid because there is no report type. Specify one as reportType.');
  const type = org.reports.describeType(name, user);
  if (type === undefined) throw unavailable();
  return {
    id: null,
    fullName: null,
    name: changes.name ?? type.label,
    developerName: null,
    description: changes.description ?? null,
    folderId: changes.folderId ?? null,
    definition: plainDefinition(type),
    unlocked: [],
    currency: null,
  };
}
