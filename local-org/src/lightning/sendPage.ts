import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Org } from '../org.ts';
import { isAdministrator } from '../rest/administrator.ts';
import { contentSecurityPolicy, type PagePolicy } from './contentSecurityPolicy.ts';
import { unreadCount } from './data/notifications.ts';
import { readDemoNote } from './pages/demoNote.ts';
import { htmlPage, plainPage } from './pages/htmlPage.ts';
import { seenAsBar } from './pages/seenAsBar.ts';
import { navigationTabs } from './pages/navigationTabs.ts';
import { bundlesOfPage } from './pages/pageBundles.ts';
import { themeOf } from './pages/pageTheme.ts';
import type { PageView } from './pages/pageViews.ts';
import type { Viewer } from './pages/viewer.ts';
import type { LightningSite } from './prepareLightning.ts';
import { directionOf } from './texts/direction.ts';
import { languagesOffered } from './texts/texts.ts';
import { readOrgSettings } from './orgSettings.ts';

/** Version of the UI API that the pages call. */
const apiVersion = '66.0';

/** Answers with a page of the shell. */
export async function sendPage(
  reply: FastifyReply,
  view: PageView,
  { viewer, seenAs }: { readonly viewer: Viewer; readonly seenAs: boolean },
  org: Org,
  site: LightningSite,
): Promise<FastifyReply> {
  const { user, texts } = viewer;
  const { appLabel, tabs } = navigationTabs({ ...viewer, site: site.metadata }, view.tabUrl ?? '');
  const nonce = randomBytes(16).toString('base64');
  const sandboxed = isSandboxed(reply, org);
  const settings = {
    sandboxed,
    apiVersion,
    userId: user.id,
    userName: user.name,
    language: user.language.replace('_', '-'),
    locale: user.locale.replace('_', '-'),
    timeZone: user.timeZone,
    userLanguage: user.language,
    languages: languagesOffered(user.language),
    dir: directionOf(user.language),
    texts,
    theme: themeOf(reply.request.query, org.database),
    unread: unreadCount(org, user),
    appLabel,
    tabs,
    demo: (await readDemoNote(org.dataFolder)) !== undefined,
    administrator: isAdministrator(org, user),
    reference: view.reference,
    page: view.model,
  };
  const bar = seenAs ? seenAsBar(user.name, texts) : '';
  const bundles = bundlesOfPage(view.model);
  const scripts = { ...(sandboxed ? await site.sandboxScripts(bundles) : site.scripts(bundles)), words: site.wordsUrl(user) };
  const framedBy = view.model.kind === 'out' ? [view.model.host] : [];
  return sendHtml(reply, view.status, htmlPage(view.title, settings, scripts, nonce, bar), nonce, { sandboxed, framedBy });
}

/** Whether the package's components run inside Lightning Web Security: the org's setting, which `?lws=` overrides for one page. */
function isSandboxed({ request }: FastifyReply, org: Org): boolean {
  const asked = new URL(request.url, 'http://org').searchParams.get('lws');
  return asked === null ? readOrgSettings(org.database).lightningWebSecurity : asked === '1';
}

/** Answers somebody who is not signed in: with the link that the org printed, or with a password at the log-in page. */
export function sendSignIn(reply: FastifyReply): FastifyReply {
  const text = 'To sign in, open the link that local-org printed when it started, or log in with name and password at /login.';
  return sendHtml(reply, 401, plainPage('Please sign in', text), undefined);
}

/**
 * Sends a document with the headers that every page carries.
 * @param nonce of its scripts; undefined: it has none
 * @param policy what it allows beyond the ordinary
 */
export function sendHtml(
  reply: FastifyReply,
  status: number,
  html: string,
  nonce: string | undefined,
  policy: Omit<PagePolicy, 'nonce'> = {},
): FastifyReply {
  // Browsers that know no `frame-ancestors` know this; it cannot name who may.
  if (policy.framedBy === undefined || policy.framedBy.length === 0) void reply.header('X-Frame-Options', 'DENY');
  return reply
    .code(status)
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Content-Security-Policy', contentSecurityPolicy({ nonce, ...policy }))
    .header('X-Content-Type-Options', 'nosniff')
    .header('Referrer-Policy', 'same-origin')
    .header('Cache-Control', 'no-store')
    .send(html);
}
