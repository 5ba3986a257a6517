import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageUser } from '../../oauth/authentication.ts';
import type { Org } from '../../org.ts';
import { findRecord } from '../pages/pageViews.ts';
import { formModel } from '../pages/formModel.ts';
import { listRows } from '../pages/listPage.ts';
import { sortFrom } from '../pages/listOrder.ts';
import { relatedListRows } from '../pages/relatedListPage.ts';
import { siteInLanguage } from '../pages/siteInLanguage.ts';
import type { SiteMetadata } from '../pages/siteMetadata.ts';
import { type Viewer, viewerOf } from '../pages/viewer.ts';
import { launcherOf } from './launcher.ts';
import { bellOf, markRead } from './notifications.ts';
import { lookupChoices, suggestionsFor } from './suggestions.ts';

interface Parameters {
  readonly object?: string;
  readonly id?: string;
  readonly list?: string;
}

interface Asked {
  readonly parameters: Parameters;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly viewer: Viewer;
  readonly site: SiteMetadata;
}

/** What a door answers; undefined: there is no such thing for this user. */
type Answer = (asked: Asked) => unknown;

/**
 * `/lightning/data/**`: what the shell itself asks for, as JSON: its launcher, search, bell, lists and forms.
 * Records that people write go through UI API like those of any component.
 */
export function registerDataRoutes(app: FastifyInstance, org: Org, siteNow: () => SiteMetadata): void {
  const door = (method: 'GET' | 'POST', url: string, answer: Answer): void => {
    app.route<{ Params: Parameters; Querystring: Readonly<Record<string, unknown>> }>({
      method,
      url: `/lightning/data/${url}`,
      handler: (request, reply) => respond(request, reply, answer),
    });
  };
  const respond = (
    request: FastifyRequest<{ Params: Parameters; Querystring: Readonly<Record<string, unknown>> }>,
    reply: FastifyReply,
    answer: Answer,
  ): FastifyReply => {
    void reply.header('Cache-Control', 'no-store').header('X-Content-Type-Options', 'nosniff');
    // A header that no other site can send: the session is a cookie.
    const user = request.headers['x-requested-with'] === 'customer-pulse' ? pageUser(org, request.headers) : undefined;
    if (user === undefined) return reply.code(401).send({ message: 'Session expired or invalid' });
    const site = siteInLanguage(siteNow(), org.schema, user.language);
    const viewer = viewerOf(org, user, site, request.headers.cookie);
    const { params: parameters, query, body } = request;
    const found = answer({ parameters, query, body, viewer, site });
    return found === undefined ? reply.code(404).send({ message: viewer.texts.pageNotFoundText }) : reply.send(found);
  };

  door('GET', 'launcher', ({ site, viewer }) => launcherOf(site, viewer));
  door('GET', 'suggestions', ({ query, site, viewer }) => suggestionsFor(textOf(query['q']), org, site, viewer));
  door('GET', 'notifications', ({ viewer }) => bellOf(org, viewer.user));
  door('POST', 'notifications/read', ({ viewer, body }) => {
    markRead(org, viewer.user, idIn(body));
    return bellOf(org, viewer.user);
  });
  door('GET', 'list/:object', ({ parameters, query, site, viewer }) => {
    const object = viewer.schema.object(parameters.object ?? '');
    const context = { ...viewer, site, queries: org.queries };
    return object === undefined ? undefined : listRows(object, { ...rowsAsked(query), filterName: textOf(query['filterName']) }, context);
  });
  door('GET', 'related/:id/:list', ({ parameters, query, site, viewer }) => {
    const found = findRecord(parameters.id ?? '', undefined, { org, site, viewer });
    if ('status' in found) return undefined;
    const place = { parent: found.object, parentId: found.id, parentName: found.name, relatedListId: parameters.list ?? '' };
    return relatedListRows({ ...rowsAsked(query), ...place }, { ...viewer, site, queries: org.queries });
  });
  door('GET', 'name/:id', ({ parameters, site, viewer }) => {
    const found = findRecord(parameters.id ?? '', undefined, { org, site, viewer });
    return 'status' in found ? undefined : { label: found.name };
  });
  door('GET', 'form/:object', ({ parameters, query, site, viewer }) => {
    const object = viewer.schema.object(parameters.object ?? '');
    return object === undefined ? undefined : formModel(object, query['mode'] !== 'edit', { ...viewer, site });
  });
  door('GET', 'lookup/:object', ({ parameters, query, site, viewer }) => {
    const object = viewer.schema.object(parameters.object ?? '');
    return object === undefined ? undefined : lookupChoices(textOf(query['q']), object, { org, site, viewer });
  });
}

function rowsAsked(query: Readonly<Record<string, unknown>>): {
  readonly sort: ReturnType<typeof sortFrom>;
  readonly search: string;
  readonly from: number;
} {
  const from = textOf(query['from']);
  return { sort: sortFrom(query['sort']), search: textOf(query['search']), from: /^\d{1,7}$/u.test(from) ? Number(from) : 0 };
}

const longestText = 200;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, longestText) : '';
}

/** `{"id": 12}`, or anything else for all. */
function idIn(body: unknown): number | 'all' {
  const id: unknown = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : 'all';
}
