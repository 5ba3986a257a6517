import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SalesforceError } from '../errors.ts';
import { apiUser } from '../oauth/authentication.ts';
import type { Org } from '../org.ts';
import { isJsonObject } from './apiMessages.ts';
import { datetimeFromWire } from './wire/moments.ts';

/** What the platform takes for a date and time (SOQL and SOSL Reference, "Date Formats and Date Literals"). */
const earliest = Date.UTC(1700, 0, 1);
const latest = Date.UTC(4000, 11, 31);

/** What a real org does not have: health, the queue of asynchronous work, and the clock. */
export function registerLocalOrgRoutes(app: FastifyInstance, org: Org, adminId: string): void {
  app.get('/local-org/health', (_request, reply) => reply.send({ status: 'ok' }));
  app.get('/local-org/async-work', (request, reply) => {
    apiUser(org, request.headers);
    return reply.send({ pending: org.asyncWork.pending() });
  });
  app.get('/local-org/clock', (request, reply) => {
    apiUser(org, request.headers);
    return reply.send(clockOf(org));
  });
  app.post('/local-org/clock', (request, reply) => {
    if (apiUser(org, request.headers).id !== adminId) {
      throw new SalesforceError('INSUFFICIENT_ACCESS', 'Only the administrator of a local org may move its clock', { status: 403 });
    }
    org.clock.set(wantedMoment(org, request));
    return reply.send(clockOf(org));
  });
}

function clockOf(org: Org): { now: string } {
  return { now: new Date(org.clock.now()).toISOString() };
}

/** `{"now": "2022-10-01T00:00:00Z"}` or `{"advanceSeconds": 3600}`. */
function wantedMoment(org: Org, { body }: FastifyRequest): number {
  const now = isJsonObject(body) ? body['now'] : undefined;
  const advance = isJsonObject(body) ? body['advanceSeconds'] : undefined;
  const moment =
    typeof advance === 'number' ? org.clock.now() + advance * 1000 : typeof now === 'string' ? datetimeFromWire(now) : undefined;
  if (moment === undefined) {
    throw new SalesforceError('INVALID_INPUT', 'Tell the moment as {"now": "2022-10-01T00:00:00Z"} or {"advanceSeconds": 3600}');
  }
  if (moment < earliest || moment > latest) {
    throw new SalesforceError('INVALID_INPUT', 'The clock can be set from the year 1700 to 4000');
  }
  return moment;
}
