import type { FastifyInstance } from 'fastify';
import { SalesforceError } from '../errors.ts';
import { flowRunOutcomes, type FlowRunEntry, type FlowRunFilter } from '../flow/runLog.ts';
import { apiUser } from '../oauth/authentication.ts';
import type { Org } from '../org.ts';
import { requireAdministrator } from './administrator.ts';
import { moveClock, wantedMoment, wantedSleep } from './moveClock.ts';

/** Runs that are listed when nobody says how many. */
const usualRuns = 100;

type Query = Readonly<Record<string, unknown>>;

/** What a real org does not have: health, the queue of asynchronous work, the clock, and the log of flow runs. */
export function registerLocalOrgRoutes(app: FastifyInstance, org: Org): void {
  app.get('/local-org/health', (_request, reply) => reply.send({ status: 'ok' }));
  app.get('/local-org/async-work', (request, reply) => {
    apiUser(org, request.headers);
    return reply.send({ pending: org.asyncWork.pending() });
  });
  app.get('/local-org/clock', (request, reply) => {
    apiUser(org, request.headers);
    return reply.send(clockOf(org));
  });
  app.post('/local-org/clock', async (request, reply) => {
    requireAdministrator(org, request.headers);
    const ran = await moveClock(org, wantedMoment(request.body, org.clock.now()), wantedSleep(request.body));
    return reply.send({ ...clockOf(org), ran });
  });
  app.get<{ Querystring: Query }>('/local-org/flow-runs', (request, reply) => {
    requireAdministrator(org, request.headers);
    return reply.send({ flowRuns: org.flows.runLog.find(flowRunFilter(request.query)).map(summaryOf) });
  });
  app.get<{ Params: { id: string } }>('/local-org/flow-runs/:id', (request, reply) => {
    requireAdministrator(org, request.headers);
    const run = /^\d{1,15}$/u.test(request.params.id) ? org.flows.runLog.read(Number(request.params.id)) : undefined;
    if (run === undefined) throw new SalesforceError('NOT_FOUND', 'There is no flow run of this id in the log', { status: 404 });
    return reply.send({ ...summaryOf(run), elements: run.steps });
  });
}

function clockOf(org: Org): { now: string; offsetSeconds: number; nextDue: string | null } {
  const due = org.flows.nextDue();
  return {
    now: new Date(org.clock.now()).toISOString(),
    offsetSeconds: Math.round(org.clock.offset / 1000),
    nextDue: due === undefined ? null : new Date(due).toISOString(),
  };
}

/** Times in ISO form; the elements are told of a single run only. */
function summaryOf({ steps, at, ...run }: FlowRunEntry): object {
  return { ...run, at: new Date(at).toISOString(), elementCount: steps.length };
}

/**
 * The filter that a query string holds.
 * @throws SalesforceError INVALID_INPUT
 */
export function flowRunFilter(query: Query): FlowRunFilter {
  const { flow, recordId, outcome, limit, before } = query;
  const known = flowRunOutcomes.find((candidate) => candidate === outcome);
  if (outcome !== undefined && outcome !== '' && known === undefined) {
    throw new SalesforceError('INVALID_INPUT', `An outcome is one of: ${flowRunOutcomes.join(', ')}`);
  }
  return {
    ...(typeof flow === 'string' && flow !== '' ? { flow } : {}),
    ...(typeof recordId === 'string' && recordId.trim() !== '' ? { recordId: recordId.trim() } : {}),
    ...(known === undefined ? {} : { outcome: known }),
    ...(before === undefined ? {} : { before: wholeNumber('before', before) }),
    limit: limit === undefined || limit === '' ? usualRuns : wholeNumber('limit', limit),
  };
}

function wholeNumber(name: string, text: unknown): number {
  if (typeof text === 'string' && /^\d{1,15}$/u.test(text)) return Number(text);
  throw new SalesforceError('INVALID_INPUT', `${name} must be a whole number`);
}
