import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageUser } from '../oauth/authentication.ts';
import { isSeenAs } from '../oauth/loginAs.ts';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { registerAssets } from './assets.ts';
import { flowView } from './pages/flowPage.ts';
import { homeView, listView, messageView, notFoundView, type PageView, recordView, tabView } from './pages/pageViews.ts';
import type { LightningSite } from './prepareLightning.ts';
import { sendPage, sendSignIn } from './sendPage.ts';
import { registerSetupRoutes } from './setup/setupRoutes.ts';

const platformSetup =
  'In a Salesforce org this address opens a page of Setup. local-org has none of them: what it has to set up is under Setup at the top.';

interface PageParameters {
  readonly object?: string;
  readonly id?: string;
  readonly tab?: string;
  readonly flow?: string;
  readonly interviewId?: string;
}

interface Asked {
  readonly parameters: PageParameters;
  readonly user: RequestUser;
  readonly filterName: string | undefined;
  readonly offset: number;
  readonly metadata: LightningSite['metadata'];
  readonly query: Readonly<Record<string, unknown>>;
}

type Render = (asked: Asked) => PageView | Promise<PageView>;

/**
 * Serves `/lightning/**`: record pages, lists, the start page, and the files they load.
 * @param siteNow the pages as they are at the moment of asking: a deployment changes them
 */
export function registerLightningRoutes(app: FastifyInstance, org: Org, siteNow: () => LightningSite): void {
  const page = (address: string, render: Render): void => {
    app.get<{ Params: PageParameters; Querystring: { readonly filterName?: unknown; readonly offset?: unknown } }>(
      address,
      async (request, reply) => {
        const user = pageUser(org, request.headers);
        if (user === undefined) return sendSignIn(reply);
        const { filterName, offset } = request.query;
        const site = siteNow();
        const asked = { user, parameters: request.params, metadata: site.metadata, query: request.query };
        const view = await render({
          ...asked,
          filterName: typeof filterName === 'string' ? filterName : undefined,
          offset: typeof offset === 'string' && /^\d{1,6}$/u.test(offset) ? Number(offset) : 0,
        });
        return sendPage(reply, view, { user, seenAs: isSeenAs(org, request.headers) }, org, site);
      },
    );
  };
  registerAssets(app, () => siteNow().assetFolders);
  for (const address of ['/', '/lightning']) app.get(address, toHome);
  page('/lightning/page/home', ({ user, metadata }) => homeView(user, org, metadata));
  page('/lightning/n/:tab', ({ parameters, metadata }) => tabView(parameters.tab ?? '', org, metadata));
  page('/lightning/o/:object/list', ({ parameters, user, filterName, offset, metadata }) =>
    listView({ objectName: parameters.object ?? '', filterName, offset }, user, org, metadata),
  );
  page('/lightning/o/:object/home', ({ parameters, user, metadata }) =>
    listView({ objectName: parameters.object ?? '', filterName: undefined }, user, org, metadata),
  );
  page('/lightning/r/:object/:id/view', ({ parameters, user, metadata }) =>
    recordView(parameters.id ?? '', parameters.object, user, org, metadata),
  );
  page('/lightning/r/:id/view', ({ parameters, user, metadata }) => recordView(parameters.id ?? '', undefined, user, org, metadata));
  for (const address of ['/flow/:flow', '/flow/:flow/:interviewId']) {
    page(address, ({ parameters, query }) => {
      const { flow: flowName = '', interviewId } = parameters;
      return flowView({ flowName, interviewId, query }, org.flows.screens) ?? notFoundView('page');
    });
  }
  registerSetupRoutes(app, org);
  page('/lightning/setup/:page/home', () => messageView(404, 'Setup is Salesforce’s own', platformSetup));
  page('/lightning/*', () => notFoundView('page'));
}

async function toHome(_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return reply.redirect('/lightning/page/home');
}
