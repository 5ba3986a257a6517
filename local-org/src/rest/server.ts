import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { apiUser } from '../oauth/authentication.ts';
import { SalesforceError } from '../errors.ts';
import type { ConnectedApps } from '../oauth/connectedApps.ts';
import { createDoors } from '../oauth/doors.ts';
import { registerOAuthRoutes } from '../oauth/routes.ts';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { apiTarget, apiVersions } from './apiTarget.ts';
import type { ApiUsage } from './apiUsage.ts';
import { createDataApi } from './dataApi.ts';
import { registerLocalOrgRoutes } from './localOrgRoutes.ts';
import { registerOutboxRoutes } from './outboxRoutes.ts';
import { QueryCursors } from './queryCursors.ts';
import { readBodies } from './requestBodies.ts';
import { errorAnswer, refuseXml, sendAnswer } from './sendAnswer.ts';
import { registerSoapApi } from '../soapApi/registerSoapApi.ts';
import { errorResponse, resourceNotFound } from './wire/resultToJson.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking: set for `/services/data/**` (and for pages, once they are opened). */
    user: RequestUser;
  }
}

/** Bytes a request may carry: 200 records with their longest texts fit in. */
const largestBody = 50 * 1024 * 1024;
/** The platform's longest address; a longer one is told so, up to what a request's head may have at all. */
const longestAddress = 16 * 1024;
const largestHead = 256 * 1024;

export interface ServerOptions {
  readonly org: Org;
  readonly apps: ConnectedApps;
  readonly usage: ApiUsage;
  /** For moving the clock and the like. */
  readonly adminId: string;
  /** Told of defects: requests that failed for no reason a client can mend. */
  readonly report: (error: unknown) => void;
}

/** The org's HTTP server: doors, Data API, and what others register on it. Not yet listening. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { org, apps, usage } = options;
  const app = fastify({
    bodyLimit: largestBody,
    http: { maxHeaderSize: largestHead },
    routerOptions: { maxParamLength: longestAddress, ignoreTrailingSlash: true },
    rewriteUrl: (request) => collapseSlashes(request.url ?? '/'),
  });
  app.decorateRequest('user');
  refuseLongAddresses(app);
  readBodies(app);
  authenticate(app, org, usage);
  app.setErrorHandler((error, request, reply) => sendAnswer(request, reply, errorAnswer(error, options.report)));
  app.setNotFoundHandler((request, reply) => sendAnswer(request, reply, errorResponse(resourceNotFound())));
  const doors = createDoors(org, apps);
  registerOAuthRoutes(app, doors);
  registerSoapApi(app, doors, usage);
  registerLocalOrgRoutes(app, org);
  registerOutboxRoutes(app, org);
  registerDataApi(app, org, usage);
  return app;
}

function refuseLongAddresses(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { length } = request.raw.url ?? '';
    done(length > longestAddress ? new SalesforceError('URI_TOO_LONG', 'The URI is longer than 16,384 bytes', { status: 414 }) : undefined);
  });
}

function authenticate(app: FastifyInstance, org: Org, usage: ApiUsage): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (!/^\/services\/data\/./u.test(pathOf(request))) {
      done();
      return;
    }
    request.user = apiUser(org, request.headers);
    usage.count();
    const { used, max } = usage.today();
    void reply.header('Sforce-Limit-Info', `api-usage=${String(used)}/${String(max)}`);
    // What a user may see is kept by no browser: the next user of it, or the same one after a write, would be shown it again.
    void reply.header('Cache-Control', 'no-cache,must-revalidate,max-age=0,no-store,private');
    // A client that asks what is due asks by the org's clock, which may have been moved.
    void reply.header('Date', new Date(org.clock.now()).toUTCString());
    done();
  });
}

function registerDataApi(app: FastifyInstance, org: Org, usage: ApiUsage): void {
  const dispatch = createDataApi({ org, usage, cursors: new QueryCursors() });
  app.get('/services/data', (_request, reply) => reply.send(versionList()));
  app.route({
    method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/services/data/*',
    handler: (request, reply) => {
      const target = apiTarget(request.url);
      refuseXml(request);
      const { method, headers, body, bodyText, user } = request;
      return sendAnswer(request, reply, dispatch({ ...target, method, headers: singleHeaders(headers), body, bodyText, user }));
    },
  });
}

/** The releases' names belong to the versions: three a year, 66.0 being Spring '26. */
function versionList(): unknown {
  const seasons = ['Spring', 'Summer', 'Winter'] as const;
  return apiVersions.map((version) => {
    const releases = Number.parseInt(version, 10) - 66;
    const season = seasons[((releases % 3) + 3) % 3] ?? 'Spring';
    const year = 26 + Math.floor(releases / 3) + (season === 'Winter' ? 1 : 0);
    return { label: `${season} '${year}`, url: `/services/data/v${version}`, version };
  });
}

function singleHeaders(headers: FastifyRequest['headers']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]));
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}

/** `//services/data` is what a client makes of a stored address with a trailing slash. */
function collapseSlashes(url: string): string {
  const [, path = '', query = ''] = /^([^?]*)(\?.*)?$/su.exec(url) ?? [];
  return path.replace(/\/{2,}/gu, '/') + query;
}
