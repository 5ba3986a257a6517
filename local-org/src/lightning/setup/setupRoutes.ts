import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SalesforceError } from '../../errors.ts';
import { nothingRan, type TimeReport } from '../../flow/schedule/timeline.ts';
import { pageUser } from '../../oauth/authentication.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import { isAdministrator } from '../../rest/administrator.ts';
import { flowRunFilter } from '../../rest/localOrgRoutes.ts';
import { moveClock, wantedMoment } from '../../rest/moveClock.ts';
import { isSeenAs } from '../../oauth/loginAs.ts';
import { plainPage } from '../pages/htmlPage.ts';
import { seenAsBar } from '../pages/seenAsBar.ts';
import { sendHtml, sendSignIn } from '../sendPage.ts';
import { clockPage } from './clockPage.ts';
import { flowRunPage, flowRunsPage } from './flowRunsPage.ts';
import { loginHistoryPage } from './loginHistoryPage.ts';
import { clockUrl, flowRunsUrl, loginHistoryUrl, usersUrl } from './setupFrame.ts';
import { userRows, usersPage } from './usersPage.ts';

type Query = Readonly<Record<string, unknown>>;

/** The org's own setup pages, for administrators: the log of flow runs, and the clock. */
export function registerSetupRoutes(app: FastifyInstance, org: Org): void {
  for (const address of ['/lightning/setup', '/lightning/setup/SetupOneHome/home']) {
    app.get(address, (_request, reply) => reply.redirect(flowRunsUrl));
  }
  app.get<{ Querystring: Query }>(flowRunsUrl, (request, reply) =>
    forAdministrator(org, request, reply, ({ timeZone }) => {
      const { filter, refused } = readFilter(request.query);
      if (refused !== undefined) return sendHtml(reply, 400, plainPage('Flow runs', refused), undefined);
      const { runLog } = org.flows;
      const view = { runs: runLog.find(filter), flows: runLog.flowNames(), filter, timeZone };
      return sendHtml(reply, 200, flowRunsPage(view), undefined);
    }),
  );
  app.get<{ Params: { id: string } }>('/lightning/setup/FlowRuns/:id/view', (request, reply) =>
    forAdministrator(org, request, reply, ({ timeZone }) => {
      const { id } = request.params;
      const run = /^\d{1,15}$/u.test(id) ? org.flows.runLog.read(Number(id)) : undefined;
      const page = run === undefined ? plainPage('Flow run', 'The log holds no run of this number any more.') : flowRunPage(run, timeZone);
      return sendHtml(reply, run === undefined ? 404 : 200, page, undefined);
    }),
  );
  app.get<{ Querystring: Query }>(clockUrl, (request, reply) =>
    forAdministrator(org, request, reply, (user) => sendClock(org, user, reply, 200, { ran: readReport(request.query) })),
  );
  app.get(usersUrl, (request, reply) =>
    forAdministrator(org, request, reply, (user) => sendHtml(reply, 200, usersPage(userRows(org), user.id, user.timeZone), undefined)),
  );
  app.get(loginHistoryUrl, (request, reply) =>
    forAdministrator(org, request, reply, ({ timeZone }) => sendHtml(reply, 200, loginHistoryPage(org, timeZone), undefined)),
  );
  app.post(clockUrl, (request, reply) => forAdministrator(org, request, reply, (user) => move(org, user, request, reply)));
}

function forAdministrator(
  org: Org,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: (user: RequestUser) => FastifyReply | Promise<FastifyReply>,
): FastifyReply | Promise<FastifyReply> {
  const user = pageUser(org, request.headers);
  if (user === undefined) return sendSignIn(reply);
  if (!isAdministrator(org, user)) {
    const bar = isSeenAs(org, request.headers) ? seenAsBar(user.name) : '';
    return sendHtml(reply, 403, plainPage('Setup', 'Only an administrator may see the setup pages of this org.', bar), undefined);
  }
  return answer(user);
}

function readFilter(query: Query): { filter: ReturnType<typeof flowRunFilter>; refused?: string } {
  try {
    return { filter: flowRunFilter(query) };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return { filter: {}, refused: error.message };
  }
}

/** Moves the clock and shows it again, by a redirect: loading the page anew moves nothing. */
async function move(org: Org, user: RequestUser, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `http://${host ?? ''}` && origin !== `https://${host ?? ''}`) {
    return sendHtml(reply, 403, plainPage('Clock', 'This form was sent from another site.'), undefined);
  }
  try {
    const ran = await moveClock(org, readMoment(request.body, org));
    const query = new URLSearchParams(Object.entries(ran).map(([name, count]): [string, string] => [name, String(count)]));
    return await reply.redirect(`${clockUrl}?${query.toString()}`, 303);
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return sendClock(org, user, reply, 400, { refused: error.message });
  }
}

/** @throws SalesforceError INVALID_INPUT */
function readMoment(body: unknown, org: Org): number {
  const now = org.clock.now();
  if (typeof body !== 'object' || body === null) return wantedMoment(undefined, now);
  if ('real' in body) return now - org.clock.offset;
  // A browser sends `2026-03-01T09:00`, with seconds when there are any.
  const local = 'now' in body && typeof body.now === 'string' ? body.now : undefined;
  return wantedMoment(local === undefined ? body : { now: `${local.length === 16 ? `${local}:00` : local}Z` }, now);
}

function sendClock(
  org: Org,
  user: RequestUser,
  reply: FastifyReply,
  status: number,
  said: { ran?: TimeReport | undefined; refused?: string },
): FastifyReply {
  const { clock, flows } = org;
  const view = { now: clock.now(), offset: clock.offset, nextDue: flows.nextDue(), timeZone: user.timeZone };
  return sendHtml(reply, status, clockPage({ ...view, ran: said.ran, refused: said.refused }), undefined);
}

function readReport(query: Query): TimeReport | undefined {
  const names = ['scheduledPaths', 'scheduledFlows', 'scheduledFlowInterviews', 'failed'] as const;
  if (!names.every((name) => /^\d{1,12}$/u.test(String(query[name])))) return undefined;
  return names.reduce<TimeReport>((report, name) => ({ ...report, [name]: Number(query[name]) }), nothingRan);
}
