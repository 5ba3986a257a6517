import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendAnswer } from '../../rest/sendAnswer.ts';
import { normaliseId } from '../../storage/ids.ts';
import { requireRunReports } from '../access.ts';
import { badRequest } from '../analyticsErrors.ts';
import { baseOf, flag, parameter, type AnalyticsState, type VersionParams } from '../analyticsState.ts';
import { listDashboards } from '../catalogue.ts';
import { refuseOtherMethods } from '../otherMethods.ts';
import { statusMoment } from '../wire/wireValue.ts';
import { componentId } from './componentIds.ts';
import { componentDataToJson, dashboardAttributes, dashboardMetadata } from './dashboardJson.ts';
import { componentsOf } from './dashboardParts.ts';
import { dashboardData, openDashboard, refreshDashboard, refreshedAt, type DashboardView } from './dashboardService.ts';

interface DashboardParams extends VersionParams {
  readonly id: string;
}

type DashboardRequest = FastifyRequest<{ Params: DashboardParams }>;

/** Dashboards that the list of recent ones has at most. */
const MOST_RECENT = 200;

/** `dashboards`, `dashboards/:id`, its `describe` and `status` ("Dashboards"). */
export function registerDashboardRoutes(app: FastifyInstance, base: string, state: AnalyticsState): void {
  const dashboard = `${base}/dashboards/:id`;
  const open = ({ user, params, query }: DashboardRequest): DashboardView =>
    openDashboard(state, user, params.id, (name) => parameter(query, name));

  app.get<{ Params: VersionParams }>(`${base}/dashboards`, (request, reply) => {
    const { user } = request;
    requireRunReports(user);
    const recent = state.viewed.lastFirst(user.id, listDashboards(state.org, user)).slice(0, MOST_RECENT);
    const body = recent.map(({ id, item: { title } }) => {
      const url = `${baseOf(request)}/dashboards/${id}`;
      return { id, name: title, statusUrl: `${url}/status`, url };
    });
    return sendAnswer(request, reply, { status: 200, body });
  });

  app.get<{ Params: DashboardParams }>(dashboard, (request, reply) => {
    const view = open(request);
    state.viewed.note(request.user.id, view.stored.id, state.org.clock.now());
    const refreshed = dashboardData(view);
    const metadata = dashboardMetadata(baseOf(request), view, refreshed.data);
    return sendAnswer(request, reply, {
      status: 200,
      body: { componentData: componentDataToJson(refreshed), dashboardMetadata: metadata },
    });
  });

  app.post<{ Params: DashboardParams }>(dashboard, (request, reply) => {
    const view = open(request);
    const refreshed = dashboardData(view);
    const wanted = wantedComponents(
      request.body,
      refreshed.data.map(({ id }) => id),
    );
    const data = refreshed.data.filter(({ id }) => wanted.has(id));
    const body = { attributes: dashboardAttributes(baseOf(request), view), componentData: componentDataToJson({ ...refreshed, data }) };
    return sendAnswer(request, reply, { status: 200, body });
  });

  app.put<{ Params: DashboardParams }>(dashboard, (request, reply) => {
    const view = open(request);
    refreshDashboard(view);
    return sendAnswer(request, reply, { status: 201, body: { statusUrl: `${baseOf(request)}/dashboards/${view.stored.id}/status` } });
  });

  app.get<{ Params: DashboardParams }>(`${dashboard}/describe`, (request, reply) => {
    const body = dashboardMetadata(baseOf(request), open(request));
    const withProperties = flag(request.query, 'loadComponentProperties') ?? true;
    return sendAnswer(request, reply, { status: 200, body: withProperties ? body : withoutProperties(body) });
  });

  app.get<{ Params: DashboardParams }>(`${dashboard}/status`, (request, reply) => {
    const view = open(request);
    const at = refreshedAt(view);
    const componentStatus = componentsOf(view.stored.item).map((_component, place) => ({
      componentId: componentId(view.stored.id, place),
      refreshDate: at === undefined ? null : statusMoment(at),
      refreshStatus: 'IDLE',
    }));
    return sendAnswer(request, reply, { status: 200, body: { componentStatus } });
  });

  refuseOtherMethods(app, `${base}/dashboards`, ['GET']);
  refuseOtherMethods(app, dashboard, ['GET', 'POST', 'PUT']);
  refuseOtherMethods(app, `${dashboard}/describe`, ['GET']);
  refuseOtherMethods(app, `${dashboard}/status`, ['GET']);
}

/** @throws SalesforceError BAD_REQUEST for ids that are none of the dashboard's components */
function wantedComponents(body: unknown, known: readonly string[]): ReadonlySet<string> {
  const given: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'componentIds') : undefined;
  if (given === undefined || given === null) return new Set(known);
  const ids = Array.isArray(given) ? given.map((id) => (typeof id === 'string' ? normaliseId(id) : undefined)) : [undefined];
  return new Set(
    ids.map((id) => {
      if (id === undefined || !known.includes(id)) throw badRequest('The dashboard does not have one of the components.');
      return id;
    }),
  );
}

function withoutProperties(metadata: unknown): unknown {
  if (typeof metadata !== 'object' || metadata === null) return metadata;
  const components: unknown = Reflect.get(metadata, 'components');
  if (!Array.isArray(components)) return metadata;
  return { ...metadata, components: components.map((component: object) => ({ ...component, properties: null })) };
}
