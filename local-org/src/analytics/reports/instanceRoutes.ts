import type { FastifyInstance } from 'fastify';
import { SalesforceError } from '../../errors.ts';
import { sendAnswer } from '../../rest/sendAnswer.ts';
import { badRequest, unavailable } from '../analyticsErrors.ts';
import { baseOf, contextOf, flag, type AnalyticsState, type VersionParams } from '../analyticsState.ts';
import { refuseOtherMethods } from '../otherMethods.ts';
import { isoMoment } from '../wire/wireValue.ts';
import type { ReportInstance } from './instances.ts';
import { readMetadataInput } from './metadataInput.ts';
import { reportAddresses } from './reportAddresses.ts';
import { openReport, runReport, runToJson } from './reportService.ts';

interface ReportParams extends VersionParams {
  readonly id: string;
}

interface InstanceParams extends ReportParams {
  readonly instanceId: string;
}

/** `reports/:id/instances`: asynchronous runs. */
export function registerInstanceRoutes(app: FastifyInstance, base: string, state: AnalyticsState): void {
  const instances = `${base}/reports/:id/instances`;

  app.post<{ Params: ReportParams }>(instances, (request, reply) => {
    const context = contextOf(state, request);
    const report = openReport(context, request.params.id);
    const includeDetails = flag(request.query, 'includeDetails') ?? false;
    const changes = readMetadataInput(request.body);
    const about = { reportId: String(report.id), reportName: report.name, ownerId: context.user.id, hasDetailRows: includeDetails };
    const instance = state.instances.begin(about, () => ({
      ...runToJson(context, runReport(context, report, { changes, includeDetails })),
    }));
    return sendAnswer(request, reply, { status: 200, body: handleOf(baseOf(request), instance) });
  });

  app.get<{ Params: ReportParams }>(instances, (request, reply) => {
    const context = contextOf(state, request);
    const { id } = openReport(context, request.params.id);
    const body = state.instances.of(String(id), context.user.id).map((instance) => handleOf(baseOf(request), instance));
    return sendAnswer(request, reply, { status: 200, body });
  });

  const one = (request: Parameters<typeof contextOf>[1] & { readonly params: InstanceParams }): ReportInstance => {
    const context = contextOf(state, request);
    const { id } = openReport(context, request.params.id);
    const { instanceId } = request.params;
    const found = state.instances.of(String(id), context.user.id).find((instance) => instance.id.startsWith(instanceId.slice(0, 15)));
    if (found === undefined || instanceId.length < 15) throw unavailable();
    return found;
  };

  app.get<{ Params: InstanceParams }>(`${instances}/:instanceId`, (request, reply) => {
    const instance = one(request);
    if (instance.status === 'Error')
      throw new SalesforceError('INTERNAL_ERROR', 'We ran into an error when running this report. Try to re-submit your query.', {
        status: 500,
      });
    return sendAnswer(request, reply, { status: 200, body: { attributes: attributesOf(instance), ...(instance.answer ?? {}) } });
  });

  refuseOtherMethods(app, instances, ['GET', 'POST']);
  refuseOtherMethods(app, `${instances}/:instanceId`, ['GET', 'DELETE']);

  app.delete<{ Params: InstanceParams }>(`${instances}/:instanceId`, (request, reply) => {
    const instance = one(request);
    if (instance.completedAt === undefined) throw badRequest('A run that is not done yet cannot be deleted.');
    state.instances.remove(instance.id);
    return sendAnswer(request, reply, { status: 204 });
  });
}

function handleOf(base: string, instance: ReportInstance): unknown {
  const { id, ownerId, reportId, hasDetailRows, status } = instance;
  const url = status === 'Error' ? null : `${reportAddresses(base, reportId).instancesUrl}/${id}`;
  return { ...momentsOf(instance), hasDetailRows, id, ownerId, queryable: false, status, url };
}

function attributesOf(instance: ReportInstance): unknown {
  const { id, ownerId, reportId, reportName, status } = instance;
  return { ...momentsOf(instance), id, ownerId, queryable: false, reportId, reportName, status, type: 'ReportInstance' };
}

function momentsOf({ completedAt, requestedAt }: ReportInstance): Record<'completionDate' | 'requestDate', string | null> {
  return { completionDate: completedAt === undefined ? null : isoMoment(completedAt), requestDate: isoMoment(requestedAt) };
}
