import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageUser } from '../oauth/authentication.ts';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { registerAssets } from './assets.ts';
import { homeView, listView, notFoundView, type PageView, recordView } from './pages/pageViews.ts';
import type { LightningSite } from './prepareLightning.ts';
import { sendPage, sendSignIn } from './sendPage.ts';

interface PageParameters {
  readonly object?: string;
  readonly id?: string;
}

type Render = (parameters: PageParameters, user: RequestUser, filterName: string | undefined) => PageView | Promise<PageView>;

/** Serves `/lightning/**`: record pages, lists, the start page, and the files they load. */
export function registerLightningRoutes(app: FastifyInstance, org: Org, site: LightningSite): void {
  const { metadata } = site;
  const page = (address: string, render: Render): void => {
    app.get<{ Params: PageParameters; Querystring: { readonly filterName?: unknown } }>(address, async (request, reply) => {
      const user = pageUser(org, request.headers);
      if (user === undefined) return sendSignIn(reply);
      const { filterName } = request.query;
      return sendPage(reply, await render(request.params, user, typeof filterName === 'string' ? filterName : undefined), user, org, site);
    });
  };
  registerAssets(app, site.assetFolders);
  for (const address of ['/', '/lightning']) app.get(address, toHome);
  page('/lightning/page/home', (_parameters, user) => homeView(user, org, metadata));
  page('/lightning/o/:object/list', ({ object = '' }, user, filterName) => listView(object, filterName, user, org, metadata));
  page('/lightning/o/:object/home', ({ object = '' }, user) => listView(object, undefined, user, org, metadata));
  page('/lightning/r/:object/:id/view', ({ object, id = '' }) => recordView(id, object, org, metadata));
  page('/lightning/r/:id/view', ({ id = '' }) => recordView(id, undefined, org, metadata));
  page('/lightning/*', () => notFoundView('page'));
}

async function toHome(_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return reply.redirect('/lightning/page/home');
}
