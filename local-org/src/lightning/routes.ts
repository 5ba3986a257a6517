import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageUser } from '../oauth/authentication.ts';
import { isSeenAs } from '../oauth/loginAs.ts';
import type { Org } from '../org.ts';
import type { ApiUsage } from '../rest/apiUsage.ts';
import { registerAssets } from './assets.ts';
import { registerDataRoutes } from './data/dataRoutes.ts';
import { registerOutRoutes } from './embed/outRoutes.ts';
import { flowView } from './pages/flowPage.ts';
import { sortFrom } from './pages/listOrder.ts';
import {
  homeView,
  listView,
  messageView,
  notFoundView,
  type PageView,
  recordView,
  relatedView,
  searchView,
  tabView,
  type ViewContext,
} from './pages/pageViews.ts';
import { reportsView, reportView } from './pages/reportPages.ts';
import type { ReportObject } from './pages/reportTabs.ts';
import { siteInLanguage } from './pages/siteInLanguage.ts';
import { appCookie, viewerOf } from './pages/viewer.ts';
import type { LightningSite } from './prepareLightning.ts';
import { sendPage, sendSignIn } from './sendPage.ts';
import { registerSetupRoutes } from './setup/setupRoutes.ts';
import { registerPageApiRoutes } from './uiApi/uiApiRoutes.ts';

interface PageParameters {
  readonly object?: string;
  readonly id?: string;
  readonly tab?: string;
  readonly list?: string;
  readonly flow?: string;
  readonly interviewId?: string;
}

interface Asked extends ViewContext {
  readonly parameters: PageParameters;
  readonly query: Readonly<Record<string, unknown>>;
}

type Render = (asked: Asked) => PageView | Promise<PageView>;

/**
 * Serves `/lightning/**`: record pages, lists, the start page, and the files they load.
 * @param siteNow the pages as they are at the moment of asking: a deployment changes them
 * @param usage calls of the API that were counted, for Setup
 */
export function registerLightningRoutes(app: FastifyInstance, org: Org, siteNow: () => LightningSite, usage?: ApiUsage): void {
  const page = (address: string, render: Render): void => {
    app.get<{ Params: PageParameters; Querystring: Readonly<Record<string, unknown>> }>(address, async (request, reply) => {
      const user = pageUser(org, request.headers);
      if (user === undefined) return sendSignIn(reply);
      const built = siteNow();
      const site = { ...built, metadata: siteInLanguage(built.metadata, org.schema, user.language) };
      const viewer = viewerOf(org, user, site.metadata, request.headers.cookie);
      const view = await render({ org, viewer, site: site.metadata, parameters: request.params, query: request.query });
      return sendPage(reply, view, { viewer, seenAs: isSeenAs(org, request.headers) }, org, site);
    });
  };
  registerAssets(app, () => siteNow().assetFolders);
  registerDataRoutes(app, org, () => siteNow().metadata);
  registerPageApiRoutes(app, org, () => siteNow().metadata);
  for (const address of ['/', '/lightning']) app.get(address, toHome);
  page('/lightning/page/home', homeView);
  page('/lightning/search', ({ query, ...context }) => searchView(textOf(query['q']) ?? '', textOf(query['object']), context));
  app.get<{ Params: { readonly app: string } }>('/lightning/app/:app', (request, reply) => openApp(reply, request.params.app));
  page('/lightning/n/:tab', ({ parameters, ...context }) => tabView(parameters.tab ?? '', context));
  registerReportPages(page);
  registerListPages(page);
  registerRecordPages(page);
  for (const address of ['/flow/:flow', '/flow/:flow/:interviewId']) {
    page(address, ({ parameters, query, viewer }) => {
      const { flow: flowName = '', interviewId } = parameters;
      return flowView({ flowName, interviewId, query }, org.flows.screens, viewer.user) ?? notFoundView('page', viewer.texts);
    });
  }
  registerOutRoutes(app, org, siteNow);
  registerSetupRoutes(app, org, usage);
  page('/lightning/setup/:page/home', ({ viewer: { texts } }) => messageView(404, texts.setupIsSalesforces, texts.setupIsSalesforcesText));
  page('/lightning/*', ({ viewer }) => notFoundView('page', viewer.texts));
}

type Page = (address: string, render: Render) => void;

/** Before the lists and records of objects, whose addresses hold these. */
function registerReportPages(page: Page): void {
  for (const object of ['Report', 'Dashboard'] as const satisfies readonly ReportObject[]) {
    for (const place of ['home', 'list']) page(`/lightning/o/${object}/${place}`, (context) => reportsView(object, context));
    page(`/lightning/r/${object}/:id/view`, ({ parameters, ...context }) => reportView(object, parameters.id ?? '', context));
  }
}

function registerListPages(page: Page): void {
  const list = ({ parameters, query, ...context }: Asked, defaults?: Readonly<Record<string, string>>): PageView => {
    const place = { filterName: textOf(query['filterName']), sort: sortFrom(query['sort']), search: textOf(query['search']) };
    return listView({ objectName: parameters.object ?? '', ...place, ...(defaults === undefined ? {} : { defaults }) }, context);
  };
  for (const address of ['/lightning/o/:object/list', '/lightning/o/:object/home']) page(address, (asked) => list(asked));
  page('/lightning/o/:object/new', (asked) => list(asked, readDefaults(asked.query['defaultFieldValues'])));
}

function registerRecordPages(page: Page): void {
  for (const prefix of ['/lightning/r/:object/:id', '/lightning/r/:id']) {
    page(`${prefix}/view`, ({ parameters, ...context }) => recordView(parameters.id ?? '', parameters.object, context));
    for (const mode of ['edit', 'clone', 'delete'] as const) {
      page(`${prefix}/${mode}`, ({ parameters, ...context }) => recordView(parameters.id ?? '', parameters.object, context, mode));
    }
    page(`${prefix}/related/:list/view`, ({ parameters, query, ...context }) => {
      const { id = '', object: objectName, list: relatedListId = '' } = parameters;
      return relatedView({ id, objectName, relatedListId, sort: sortFrom(query['sort']), search: textOf(query['search']) }, context);
    });
  }
}

/** `Name=Acme,Amount=5` as `encodeDefaultFieldValues` writes it. */
function readDefaults(text: unknown): Readonly<Record<string, string>> {
  const pairs = (textOf(text) ?? '').split(',').map((pair) => pair.split('='));
  return Object.fromEntries(
    pairs.flatMap(([name = '', value]) => (/^\w+$/u.test(name) && value !== undefined ? [[name, decoded(value)]] : [])),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Remembers which app is open, and begins at its start page. Apps that are not the user's are passed over. */
function openApp(reply: FastifyReply, name: string): FastifyReply {
  const cookie = /^\w{1,80}$/u.test(name) ? `${appCookie}=${name}; Path=/; SameSite=Lax; HttpOnly; Max-Age=31536000` : '';
  return (cookie === '' ? reply : reply.header('set-cookie', cookie)).redirect('/lightning/page/home');
}

async function toHome(_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return reply.redirect('/lightning/page/home');
}
