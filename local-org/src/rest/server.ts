import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { SalesforceError } from '../errors.ts';
import { apiUser } from '../oauth/authentication.ts';
import type { ConnectedApps } from '../oauth/connectedApps.ts';
import { createDoors } from '../oauth/doors.ts';
import { registerOAuthRoutes } from '../oauth/routes.ts';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import type { ApiResponse } from './apiMessages.ts';
import { apiTarget, apiVersions } from './apiTarget.ts';
import type { ApiUsage } from './apiUsage.ts';
import { createDataApi } from './dataApi.ts';
import { registerLocalOrgRoutes } from './localOrgRoutes.ts';
import { QueryCursors } from './queryCursors.ts';
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
/** The platform's longest address. */
const longestParameter = 16 * 1024;

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
    routerOptions: { maxParamLength: longestParameter, ignoreTrailingSlash: true },
    rewriteUrl: (request) => collapseSlashes(request.url ?? '/'),
  });
  app.decorateRequest('user');
  readBodies(app);
  authenticate(app, org, usage);
  app.setErrorHandler((error, _request, reply) => send(reply, errorAnswer(error, options.report)));
  app.setNotFoundHandler((_request, reply) => send(reply, errorResponse(resourceNotFound())));
  const doors = createDoors(org, apps);
  registerOAuthRoutes(app, doors);
  registerSoapApi(app, doors, usage);
  registerLocalOrgRoutes(app, org, options.adminId);
  registerDataApi(app, org, usage);
  return app;
}

function readBodies(app: FastifyInstance): void {
  void app.register(formbody, { bodyLimit: 64 * 1024 });
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') {
      done(null, undefined);
      return;
    }
    try {
      done(null, JSON.parse(String(body)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      done(new SalesforceError('JSON_PARSER_ERROR', reason));
    }
  });
  app.addContentTypeParser('*', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') {
      done(null, undefined);
      return;
    }
    const type = request.headers['content-type'] ?? 'none';
    done(new SalesforceError('UNSUPPORTED_MEDIA_TYPE', `Content type not supported: ${type}`, { status: 415 }));
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
      if (target === undefined) throw resourceNotFound();
      const { method, headers, body, user } = request;
      return send(reply, dispatch({ ...target, method, headers: singleHeaders(headers), body, user }));
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

function send(reply: FastifyReply, { status, body, headers }: ApiResponse): FastifyReply {
  void reply.code(status).headers({ ...headers });
  return body === undefined ? reply.send() : reply.type('application/json; charset=UTF-8').send(JSON.stringify(body));
}

function errorAnswer(error: unknown, report: (error: unknown) => void): ApiResponse {
  if (error instanceof SalesforceError) return errorResponse(error);
  const status = statusOf(error);
  if (status === 413) return errorResponse(new SalesforceError('REQUEST_ENTITY_TOO_LARGE', 'The request body is too large', { status }));
  if (status !== undefined && status < 500) {
    const message = error instanceof Error ? error.message : 'The request cannot be read';
    return errorResponse(new SalesforceError('BAD_REQUEST', message, { status }));
  }
  report(error);
  return errorResponse(
    new SalesforceError('UNKNOWN_EXCEPTION', 'An unexpected error occurred; see the log of the local org', { status: 500 }),
  );
}

function statusOf(error: unknown): number | undefined {
  const status: unknown = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}

function singleHeaders(headers: FastifyRequest['headers']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]));
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}

/** `//services/data` is what a client makes of a stored address with a trailing slash. */
function collapseSlashes(url: string): string {
  const [, path = '', query = ''] = /^([^?]*)(.*)$/su.exec(url) ?? [];
  return path.replace(/^\/{2,}/u, '/') + query;
}
