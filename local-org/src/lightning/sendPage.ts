import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { schemaFor } from '../access/schemaFor.ts';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { isAdministrator } from '../rest/administrator.ts';
import { readDemoNote } from './pages/demoNote.ts';
import { htmlPage, plainPage } from './pages/htmlPage.ts';
import { seenAsBar } from './pages/seenAsBar.ts';
import { navigationTabs } from './pages/navigationTabs.ts';
import { bundlesOfPage } from './pages/pageBundles.ts';
import type { PageView } from './pages/pageViews.ts';
import type { LightningSite } from './prepareLightning.ts';

/** Version of the UI API that the pages call. */
const apiVersion = '66.0';

/** Answers with a page of the shell. */
export async function sendPage(
  reply: FastifyReply,
  view: PageView,
  { user, seenAs }: { readonly user: RequestUser; readonly seenAs: boolean },
  org: Org,
  site: LightningSite,
): Promise<FastifyReply> {
  const { appLabel, tabs } = navigationTabs(site.metadata, schemaFor(org, user), view.tabUrl ?? '');
  const nonce = randomBytes(16).toString('base64');
  const settings = {
    apiVersion,
    userId: user.id,
    userName: user.name,
    language: user.language.replace('_', '-'),
    locale: user.locale.replace('_', '-'),
    timeZone: user.timeZone,
    appLabel,
    tabs,
    demo: (await readDemoNote(org.dataFolder)) !== undefined,
    administrator: isAdministrator(org, user),
    reference: view.reference,
    page: view.model,
  };
  const bar = seenAs ? seenAsBar(user.name) : '';
  return sendHtml(reply, view.status, htmlPage(view.title, settings, site.scripts(bundlesOfPage(view.model)), nonce, bar), nonce);
}

/** Answers somebody who is not signed in: with the link that the org printed, or with a password at the log-in page. */
export function sendSignIn(reply: FastifyReply): FastifyReply {
  const text = 'To sign in, open the link that local-org printed when it started, or log in with name and password at /login.';
  return sendHtml(reply, 401, plainPage('Please sign in', text), undefined);
}

/** Sends a document with the headers that every page carries. @param nonce of its scripts; undefined: it has none */
export function sendHtml(reply: FastifyReply, status: number, html: string, nonce: string | undefined): FastifyReply {
  return reply
    .code(status)
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Content-Security-Policy', contentSecurityPolicy(nonce))
    .header('X-Content-Type-Options', 'nosniff')
    .header('X-Frame-Options', 'DENY')
    .header('Referrer-Policy', 'same-origin')
    .header('Cache-Control', 'no-store')
    .send(html);
}

/** Scripts only from the org itself. The LWC engine writes style elements at run time, so styles may stand inline. */
function contentSecurityPolicy(nonce: string | undefined): string {
  const scripts = nonce === undefined ? "'none'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
