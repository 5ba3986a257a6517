import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { withBasicCredentials, type Form } from './clientOfForm.ts';
import type { Doors } from './doors.ts';
import { formOf } from './form.ts';
import { registerFrontdoorRoutes } from './frontdoorRoutes.ts';
import { identity, userInfo } from './identity.ts';
import { loggedToken } from './loggedToken.ts';
import { registerLoginAs } from './loginAs.ts';
import { originOf } from './loginHistory.ts';
import { registerAuthorizeRoutes } from './login/authorizeRoutes.ts';
import { registerLoginRoutes } from './login/loginRoutes.ts';
import { OAuthError } from './oauthError.ts';
import { introspect } from './tokenEndpoint.ts';
import { withUser } from './withUser.ts';

/** The OAuth endpoints, and the doors for browsers. */
export function registerOAuthRoutes(app: FastifyInstance, doors: Doors): void {
  const { org } = doors;
  app.post('/services/oauth2/token', (request, reply) => answerForm(request, reply, (form) => loggedToken(doors, form, originOf(request))));
  app.post('/services/oauth2/introspect', (request, reply) => answerForm(request, reply, async (form) => introspect(doors, form)));
  for (const method of ['GET', 'POST'] as const) {
    app.route({
      method,
      url: '/services/oauth2/userinfo',
      handler: (request, reply) => withUser(org, request, reply, (user) => userInfo(org, user)),
    });
    app.route({ method, url: '/services/oauth2/revoke', handler: (request, reply) => revoke(doors, request, reply) });
  }
  app.get<{ Params: { org: string; user: string } }>('/id/:org/:user', (request, reply) =>
    withUser(org, request, reply, (user) => (isSelf(org, user, request.params) ? identity(org, user) : undefined)),
  );
  registerFrontdoorRoutes(app, doors);
  registerAuthorizeRoutes(app, doors);
  registerLoginRoutes(app, doors);
  registerLoginAs(app, doors);
}

/** Ids in addresses may have 15 or 18 characters. */
function isSelf(org: Org, user: RequestUser, parameters: { readonly org: string; readonly user: string }): boolean {
  const isSame = (id: string, given: string): boolean => given.length >= 15 && id.startsWith(given.slice(0, 15));
  return isSame(org.id, parameters.org) && isSame(user.id, parameters.user);
}

/** Answers a form with JSON; refusals take OAuth's shape. */
async function answerForm(request: FastifyRequest, reply: FastifyReply, answer: (form: Form) => Promise<unknown>): Promise<FastifyReply> {
  const form = withBasicCredentials({ ...formOf(request.query), ...formOf(request.body) }, request.headers.authorization);
  void reply.header('cache-control', 'no-store').header('pragma', 'no-cache');
  try {
    return await reply.send(await answer(form));
  } catch (error) {
    if (error instanceof OAuthError) return reply.code(error.status).send(error.toBody());
    throw error;
  }
}

function revoke({ org, refreshTokens }: Doors, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const token = formOf(request.body)['token'] ?? formOf(request.query)['token'];
  if (token === undefined || token === '')
    return reply.code(400).send({ error: 'invalid_request', error_description: 'must provide token' });
  return refreshTokens.revoke(token) || org.sessions.revoke(token)
    ? reply.code(200).send()
    : reply.code(400).send({ error: 'invalid_token', error_description: 'invalid token: token not found' });
}
