import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestUser } from '../../requestUser.ts';
import { pageUser } from '../authentication.ts';
import { callbackUrl, checkedRedirectUri, readAuthorizationRequest, type AuthorizationRequest } from '../authorizationRequest.ts';
import { knownClientId } from '../clientOfForm.ts';
import type { Doors } from '../doors.ts';
import { formOf } from '../form.ts';
import { OAuthError } from '../oauthError.ts';
import { tokenAnswer } from '../tokenAnswer.ts';
import { loginUrl } from './loginRoutes.ts';
import { approvalPage, approvalPath, errorPath, messagePage, sendPage } from './pages.ts';

/** `/services/oauth2/authorize` and the pages behind it: a browser's user logs in and approves a client. */
export function registerAuthorizeRoutes(app: FastifyInstance, doors: Doors): void {
  for (const method of ['GET', 'POST'] as const) {
    app.route({ method, url: '/services/oauth2/authorize', handler: (request, reply) => authorize(doors, request, reply) });
  }
  app.get(approvalPath, (request, reply) => askApproval(doors, request, reply));
  app.post(approvalPath, (request, reply) => takeApproval(doors, request, reply));
  app.get(errorPath, (request, reply) => {
    const message = reasons[formOf(request.query)['error'] ?? ''] ?? 'The request for access cannot be granted.';
    return sendPage(reply, messagePage('OAuth Error', message), 400);
  });
  app.get('/services/oauth2/success', (_request, reply) =>
    sendPage(reply, messagePage('Remote Access Application Authorization', 'You can close this window.')),
  );
}

/** What the error page says; it shows no text of an address. */
const reasons: Readonly<Record<string, string>> = {
  invalid_client_id: 'client identifier invalid',
  redirect_uri_missing: 'redirect_uri is missing',
  redirect_uri_mismatch: 'redirect_uri must match configuration',
  invalid_request: 'The request for access is unknown, used up or too old: start again.',
};

function authorize(doors: Doors, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const form = { ...formOf(request.query), ...formOf(request.body) };
  let redirectUri;
  try {
    knownClientId(doors.apps, form);
    redirectUri = checkedRedirectUri(form, doors.org.instanceUrl());
  } catch (error) {
    // Whoever asks is not known: nothing is sent to the address that they name.
    if (error instanceof OAuthError) return toErrorPage(reply, error.code);
    throw error;
  }
  let asked;
  try {
    asked = readAuthorizationRequest(form, redirectUri);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const answer = { error: error.code, error_description: error.message };
    return reply.redirect(callbackUrl({ redirectUri, responseType: 'code', state: form['state'] }, answer));
  }
  const next = `${approvalPath}?source=${doors.requests.add(asked)}`;
  const isLoggedIn = pageUser(doors.org, request.headers) !== undefined && !asked.prompt.has('login');
  return reply.redirect(isLoggedIn ? next : loginUrl(next, asked.loginHint));
}

function askApproval(doors: Doors, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const source = formOf(request.query)['source'] ?? '';
  const asked = doors.requests.find(source);
  if (asked === undefined) return toErrorPage(reply, 'invalid_request');
  const user = pageUser(doors.org, request.headers);
  if (user === undefined) return reply.redirect(loginUrl(request.url, asked.loginHint));
  if (doors.apps.isApproved(asked.clientId, user) && !asked.prompt.has('consent')) {
    doors.requests.take(source);
    return grant(doors, asked, user, reply);
  }
  return sendPage(reply, approvalPage({ clientId: asked.clientId, username: user.username, scope: asked.scope, source }));
}

/** The session cookie does not travel with a form of another site (SameSite), and `source` is known to nobody else. */
function takeApproval(doors: Doors, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const form = formOf(request.body);
  const user = pageUser(doors.org, request.headers);
  const asked = user === undefined ? undefined : doors.requests.take(form['source'] ?? '');
  if (user === undefined || asked === undefined) return toErrorPage(reply, 'invalid_request');
  if (form['save'] === undefined) {
    const denied = { error: 'access_denied', error_description: 'end-user denied authorization' };
    return reply.redirect(callbackUrl(asked, denied), 303);
  }
  doors.apps.approve(asked.clientId, user.id);
  return grant(doors, asked, user, reply);
}

/** Sends the browser back to the client with what it asked for. */
function grant(doors: Doors, asked: AuthorizationRequest, user: RequestUser, reply: FastifyReply): FastifyReply {
  const answer =
    asked.responseType === 'code'
      ? { code: doors.codes.add({ ...asked, userId: user.id }) }
      : tokenAnswer(doors, user, { clientId: asked.clientId, scope: asked.scope });
  return reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').redirect(callbackUrl(asked, answer), 303);
}

function toErrorPage(reply: FastifyReply, code: string): FastifyReply {
  return reply.redirect(`${errorPath}?error=${encodeURIComponent(code)}`);
}
