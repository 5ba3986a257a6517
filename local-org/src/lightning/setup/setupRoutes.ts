import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageUser } from '../../oauth/authentication.ts';
import { isSeenAs } from '../../oauth/loginAs.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import { isAdministrator } from '../../rest/administrator.ts';
import type { ApiUsage } from '../../rest/apiUsage.ts';
import { plainPage } from '../pages/htmlPage.ts';
import { themeOf } from '../pages/pageTheme.ts';
import { seenAsBar } from '../pages/seenAsBar.ts';
import { sendHtml, sendSignIn } from '../sendPage.ts';
import { setupHomeUrl } from './addresses.ts';
import { notice } from './html.ts';
import { isOwnForm } from './ownForm.ts';
import { setupPages } from './setupPages.ts';
import { setupDocument } from './setupFrame.ts';
import { queryText, type SetupAsked, type SetupPage, type SetupView } from './setupPage.ts';

type SetupRequest = FastifyRequest<{ Querystring: SetupAsked['query']; Params: Readonly<Record<string, string>> }>;

/**
 * The org's setup pages, for administrators.
 * @param usage calls of the API that were counted
 */
export function registerSetupRoutes(app: FastifyInstance, org: Org, usage?: ApiUsage): void {
  app.get('/lightning/setup', (_request, reply) => reply.redirect(setupHomeUrl));
  for (const page of setupPages) {
    app.get(page.address, (request: SetupRequest, reply) =>
      forAdministrator(org, request, reply, (user) => {
        const asked = { org, user, query: request.query, params: request.params, usage };
        return sendView(asked, page, page.show(asked) ?? nowhere, request, reply);
      }),
    );
    if (page.act === undefined) continue;
    app.post(page.address, (request: SetupRequest, reply) =>
      forAdministrator(org, request, reply, (user) =>
        act({ org, user, query: request.query, params: request.params, usage }, page, request, reply),
      ),
    );
  }
}

const nowhere: SetupView = {
  title: 'Not found',
  status: 404,
  content: '<p>There is nothing at this address any more.</p>',
};

function forAdministrator(
  org: Org,
  request: SetupRequest,
  reply: FastifyReply,
  answer: (user: RequestUser) => FastifyReply | Promise<FastifyReply>,
): FastifyReply | Promise<FastifyReply> {
  const user = pageUser(org, request.headers);
  if (user === undefined) return sendSignIn(reply);
  if (!isAdministrator(org, user)) {
    const bar = isSeenAs(org, request.headers) ? seenAsBar(user.name) : '';
    const text = 'Only an administrator may see the setup pages of this org.';
    return sendHtml(reply, 403, plainPage('Setup', text, { bar, theme: themeOf(request.query, org.database) }), undefined);
  }
  return answer(user);
}

/** Does what a form asks for, and shows a page again by a redirect: loading it anew does nothing twice. */
async function act(asked: SetupAsked, page: SetupPage, request: SetupRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!isOwnForm(request)) return sendHtml(reply, 403, plainPage('Setup', 'This form was sent from another site.'), undefined);
  const done = await page.act?.(asked, formOf(request.body));
  if (done === undefined) return sendView(asked, page, nowhere, request, reply);
  return 'goTo' in done ? reply.redirect(done.goTo, 303) : sendView(asked, page, done, request, reply);
}

/** `done=` in the address is what the form before said of itself. */
function sendView(asked: SetupAsked, page: SetupPage, view: SetupView, request: SetupRequest, reply: FastifyReply): FastifyReply {
  const { org, user } = asked;
  const done = queryText(asked, 'done');
  const said = done in doneTexts && view.status === undefined ? notice('done', doneTexts[done] ?? '') : '';
  const frame = { entry: page.entry, theme: themeOf(request.query, org.database), userName: user.name };
  return sendHtml(reply, view.status ?? 200, setupDocument({ ...view, content: said + view.content }, frame), undefined);
}

/** What may be said after a redirect: never words of the address itself. */
const doneTexts: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  created: 'The user was created.',
  assigned: 'The permission set was assigned.',
  removed: 'The permission set was taken away.',
};

/** Fields of a form that hold text. */
function formOf(body: unknown): Readonly<Record<string, string>> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])));
}
