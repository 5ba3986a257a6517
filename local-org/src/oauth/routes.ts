import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { bearerToken, sessionUser } from './authentication.ts';
import type { ConnectedApps } from './connectedApps.ts';
import { identity, userInfo } from './identity.ts';
import { localPath, sessionCookie } from './frontdoor.ts';
import { requestToken, withBasicCredentials } from './tokenEndpoint.ts';

/** The OAuth endpoints, and the door for browsers that already hold a token. */
export function registerOAuthRoutes(app: FastifyInstance, org: Org, apps: ConnectedApps): void {
  app.post('/services/oauth2/token', (request, reply) => {
    const form = withBasicCredentials(formOf(request.body), request.headers.authorization);
    const { status, body } = requestToken(org, apps, form);
    return reply.code(status).header('cache-control', 'no-store').send(body);
  });
  for (const method of ['GET', 'POST'] as const) {
    app.route({
      method,
      url: '/services/oauth2/userinfo',
      handler: (request, reply) => withUser(org, request, reply, (user) => userInfo(org, user)),
    });
    app.route({ method, url: '/services/oauth2/revoke', handler: (request, reply) => revoke(org, request, reply) });
  }
  app.get<{ Params: { user: string } }>('/id/:org/:user', (request, reply) =>
    withUser(org, request, reply, (user) => (user.id.startsWith(request.params.user.slice(0, 15)) ? identity(org, user) : undefined)),
  );
  app.get('/secur/frontdoor.jsp', (request, reply) => frontdoor(org, request, reply));
}

/** These endpoints answer a bad token with a bare word and 403, unlike the Data API. */
function withUser(org: Org, request: FastifyRequest, reply: FastifyReply, body: (user: RequestUser) => unknown): FastifyReply {
  const token = bearerToken(request.headers.authorization) ?? formOf(request.query)['access_token'];
  if (token === undefined) return reply.code(403).type('text/html').send('Missing_OAuth_Token');
  const user = sessionUser(org, token);
  const answer = user === undefined ? undefined : body(user);
  return answer === undefined ? reply.code(403).type('text/html').send('Bad_OAuth_Token') : reply.send(answer);
}

function revoke(org: Org, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const token = formOf(request.body)['token'] ?? formOf(request.query)['token'];
  if (token === undefined) return reply.code(400).send({ error: 'invalid_request', error_description: 'must provide token' });
  return org.sessions.revoke(token)
    ? reply.code(200).send()
    : reply.code(400).send({ error: 'invalid_token', error_description: 'invalid token: token not found' });
}

function frontdoor(org: Org, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { sid, retURL } = formOf(request.query);
  if (sid === undefined || sessionUser(org, sid) === undefined) {
    return reply.code(401).type('text/html').send('<!doctype html><title>Session expired</title><p>Session expired or invalid</p>');
  }
  return reply
    .header('set-cookie', sessionCookie(sid))
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .redirect(localPath(retURL, org.instanceUrl()));
}

/** A form or query as plain texts; anything else in it is left out. */
function formOf(value: unknown): Record<string, string | undefined> & Record<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
