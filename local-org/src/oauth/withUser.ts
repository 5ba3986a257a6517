import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { bearerToken, sessionUser } from './authentication.ts';
import { formOf } from './form.ts';

/** These endpoints answer a bad token with a bare word and 403, unlike the Data API. */
export function withUser(org: Org, request: FastifyRequest, reply: FastifyReply, body: (user: RequestUser) => unknown): FastifyReply {
  const token = bearerToken(request.headers.authorization) ?? formOf(request.query)['access_token'] ?? formOf(request.body)['access_token'];
  if (token === undefined) return reply.code(403).type('text/html').send('Missing_OAuth_Token');
  const user = sessionUser(org, token);
  const answer = user === undefined ? undefined : body(user);
  return answer === undefined ? reply.code(403).type('text/html').send('Bad_OAuth_Token') : reply.send(answer);
}
