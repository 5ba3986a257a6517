import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { escapeHtml } from '../../escapeHtml.ts';
import { outUser } from '../../oauth/lightningOut.ts';
import { outReadyUrl } from '../../oauth/outNames.ts';
import type { Org } from '../../org.ts';
import { readOrgSettings } from '../orgSettings.ts';
import { documentStart, plainPage } from '../pages/htmlPage.ts';
import type { PageView } from '../pages/pageViews.ts';
import { siteInLanguage } from '../pages/siteInLanguage.ts';
import { viewerOf } from '../pages/viewer.ts';
import type { LightningSite } from '../prepareLightning.ts';
import { sendHtml, sendPage } from '../sendPage.ts';
import { componentUrl, libraryUrl } from './addresses.ts';
import { libraryText } from './library.ts';

type OutRequest = FastifyRequest<{ Querystring: Readonly<Record<string, unknown>> }>;

/**
 * Components inside pages of other sites, as Lightning Out 2.0 has them. Only pages that an
 * administrator named may frame them, and nothing is shown without a session of the user.
 */
export function registerOutRoutes(app: FastifyInstance, org: Org, siteNow: () => LightningSite): void {
  app.get(libraryUrl, async (_request, reply) =>
    reply
      .header('Content-Type', 'text/javascript; charset=utf-8')
      .header('Cache-Control', 'public, max-age=300')
      .header('X-Content-Type-Options', 'nosniff')
      .header('Cross-Origin-Resource-Policy', 'cross-origin')
      .send(await libraryText()),
  );
  app.get(outReadyUrl, (request: OutRequest, reply) => {
    const host = allowedHost(org, request.query['host']);
    if (host === undefined) return sendNotAllowed(reply);
    const isSignedIn = outUser(org, request.headers) !== undefined;
    return sendMessage(reply, host, isSignedIn ? { lightningOut: 'session' } : { lightningOut: 'session', error: noSession });
  });
  app.get(componentUrl, (request: OutRequest, reply) => sendComponent(org, siteNow(), request, reply));
}

const noSession = 'There is no session: the frontdoor address was used before, or the browser takes no cookies of the org here.';

/** The host, when an administrator has named it. */
function allowedHost(org: Org, asked: unknown): string | undefined {
  return readOrgSettings(org.database).embedHosts.find((host) => host === asked);
}

function sendNotAllowed(reply: FastifyReply): FastifyReply {
  const text = 'This page may not show components of this org. An administrator names the pages that may: Setup, Lightning Out.';
  return sendHtml(reply, 403, plainPage('Not allowed', text), undefined);
}

async function sendComponent(org: Org, built: LightningSite, request: OutRequest, reply: FastifyReply): Promise<FastifyReply> {
  const host = allowedHost(org, request.query['host']);
  if (host === undefined) return sendNotAllowed(reply);
  const user = outUser(org, request.headers);
  if (user === undefined) return sendMessage(reply, host, { lightningOut: 'failed', error: noSession }, 401);
  const bundle = bundleName(request.query['name']);
  const site = { ...built, metadata: siteInLanguage(built.metadata, org.schema, user.language) };
  if (!site.metadata.bundles.some(({ name, exposed }) => exposed && name === bundle)) {
    return sendMessage(reply, host, { lightningOut: 'failed', error: 'The org has no such component for other pages.' }, 404);
  }
  const viewer = viewerOf(org, user, site.metadata, undefined);
  const view: PageView = {
    title: bundle,
    status: 200,
    model: { kind: 'out', component: `c:${bundle}`, host },
    reference: { type: 'standard__namedPage', attributes: {}, state: {} },
  };
  return sendPage(reply, view, { viewer, seenAs: false }, org, site);
}

/** `c-feedback-panel` -> `feedbackPanel` */
function bundleName(element: unknown): string {
  const name = typeof element === 'string' && element.startsWith('c-') ? element.slice(2) : '';
  return name.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}

/** A page that says something to the page around it, and to nobody else. */
function sendMessage(
  reply: FastifyReply,
  host: string,
  message: { readonly lightningOut: string; readonly error?: string },
  status = 200,
): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const script = `parent.postMessage(${JSON.stringify(message)}, ${JSON.stringify(host)});`;
  const html = `${documentStart({ title: 'Lightning Out', language: 'en', theme: 'slds1' })}
    <p class="slds-p-around_small" role="alert">${escapeHtml(message.error ?? '')}</p><script nonce="${nonce}">${script}</script></body></html>`;
  return sendHtml(reply, status, html, nonce, { framedBy: [host] });
}
