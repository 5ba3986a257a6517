import type { FastifyInstance } from 'fastify';
import { sendAnswer } from '../../rest/sendAnswer.ts';
import { badRequest, noMetadata, notRunHere } from '../analyticsErrors.ts';
import { contextOf, parameter, type AnalyticsState, type VersionParams } from '../analyticsState.ts';
import { cloneReport, deleteReport, saveReport } from './changeStored.ts';
import { describeReport } from './describe.ts';
import { readMetadataInput } from './metadataInput.ts';
import { storedReport } from './reportService.ts';
import { runnableOf } from './runnableOf.ts';

interface ReportParams extends VersionParams {
  readonly id: string;
}

/** `reports?cloneId=` and `reports/:id`: copies, other names, deletions ("Clone Reports", "Save Changes to Reports", "Delete Reports"). */
export function registerStoredReportRoutes(app: FastifyInstance, base: string, state: AnalyticsState): void {
  app.post<{ Params: VersionParams }>(`${base}/reports`, async (request, reply) => {
    const context = contextOf(state, request);
    const cloneId = parameter(request.query, 'cloneId');
    if (cloneId === undefined) {
      if (hasParameter(request.query, 'cloneId')) throw badRequest('The clone request must contain a valid cloneId parameter.');
      throw notRunHere('Making a report by REST');
    }
    const copy = await cloneReport(context, storedReport(context, cloneId), readMetadataInput(request.body));
    return sendAnswer(request, reply, { status: 200, body: describeReport(context, runnableOf(copy)) });
  });

  app.patch<{ Params: ReportParams }>(`${base}/reports/:id`, async (request, reply) => {
    const context = contextOf(state, request);
    const changes = readMetadataInput(request.body);
    if (changes === undefined) throw noMetadata();
    const saved = await saveReport(context, storedReport(context, request.params.id), changes);
    return sendAnswer(request, reply, { status: 200, body: describeReport(context, runnableOf(saved)) });
  });

  app.delete<{ Params: ReportParams }>(`${base}/reports/:id`, async (request, reply) => {
    const context = contextOf(state, request);
    await deleteReport(context, storedReport(context, request.params.id));
    return sendAnswer(request, reply, { status: 204 });
  });
}

/** Whether the parameter is there, even without a value. */
function hasParameter(query: unknown, name: string): boolean {
  return typeof query === 'object' && query !== null && name in query;
}
