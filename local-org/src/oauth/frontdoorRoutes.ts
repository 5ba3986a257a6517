import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sessionUser } from './authentication.ts';
import type { Doors } from './doors.ts';
import { formOf } from './form.ts';
import { endedSessionCookie, localPath, sessionCookie } from './frontdoor.ts';
import { originOf, successStatus, type LoginDoor } from './loginHistory.ts';
import { messagePage, sendPage } from './login/pages.ts';
import { registerOutSession } from './lightningOut.ts';
import { withUser } from './withUser.ts';

/**
 * `/services/oauth2/singleaccess` makes a link that lets a browser in once;
 * `/secur/frontdoor.jsp` is where it leads, and also takes a session's token.
 */
export function registerFrontdoorRoutes(app: FastifyInstance, doors: Doors): void {
  for (const method of ['GET', 'POST'] as const) {
    app.route({ method, url: '/services/oauth2/singleaccess', handler: (request, reply) => singleAccess(doors, request, reply) });
    app.route({ method, url: '/secur/frontdoor.jsp', handler: (request, reply) => enter(doors, request, reply) });
  }
  registerOutSession(app, doors);
}

function singleAccess({ org, oneTimeLogins }: Doors, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const target = formOf(request.body)['redirect_uri'] ?? formOf(request.query)['redirect_uri'];
  const path = target === undefined || target === '' || target.startsWith('/') ? target : `/${target}`;
  return withUser(org, request, reply, ({ id }) => ({
    frontdoor_uri: `${org.instanceUrl()}/secur/frontdoor.jsp?otp=${oneTimeLogins.add({ userId: id, path })}`,
  }));
}

function enter(doors: Doors, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const form = { ...formOf(request.query), ...formOf(request.body) };
  const admitted = admit(doors, form);
  if (admitted === undefined) return sendPage(reply, messagePage('Session expired', 'Session expired or invalid'), 401);
  const door: LoginDoor = { type: 'Application', application: 'Browser', subType: 'UiFrontdoor' };
  doors.logins.add(admitted.userId, successStatus, door, originOf(request));
  return reply
    .header('set-cookie', [sessionCookie(admitted.token), endedSessionCookie('sid_own')])
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .redirect(localPath(form['retURL'] ?? form['startURL'] ?? admitted.path, doors.org.instanceUrl()));
}

interface Admitted {
  readonly token: string;
  readonly userId: string;
  readonly path: string | undefined;
}

/** The session that the browser gets; undefined when it is not let in. */
function admit({ org, oneTimeLogins }: Doors, { sid, otp }: Readonly<Record<string, string | undefined>>): Admitted | undefined {
  if (otp !== undefined) {
    const login = oneTimeLogins.take(otp);
    const user = login === undefined ? undefined : org.user(login.userId);
    return login === undefined || user === undefined
      ? undefined
      : { token: org.sessions.open(user.id, { scope: 'web' }), userId: user.id, path: login.path };
  }
  const user = sid === undefined ? undefined : sessionUser(org, sid);
  return sid === undefined || user === undefined ? undefined : { token: sid, userId: user.id, path: undefined };
}
