import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { sessionUser, type AuthenticationHeaders } from './authentication.ts';
import type { Doors } from './doors.ts';
import { formOf } from './form.ts';
import { cookieToken } from './frontdoor.ts';
import { originOf, successStatus, type LoginDoor } from './loginHistory.ts';
import { outCookie, outReadyUrl, outSessionUrl } from './outNames.ts';

const door: LoginDoor = { type: 'Application', application: 'Lightning Out', subType: 'UiFrontdoor' };

/**
 * Where a session for components on other pages begins: by the secret of a frontdoor address,
 * which works once. It is a session of its own beside the one of the org's pages, in a cookie
 * that browsers keep apart for each site that frames the org.
 */
export function registerOutSession(app: FastifyInstance, doors: Doors): void {
  app.get(outSessionUrl, (request, reply) => begin(doors, request, reply));
}

function begin({ org, oneTimeLogins, logins }: Doors, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { otp = '', host = '' } = formOf(request.query);
  const login = oneTimeLogins.take(otp);
  const user = login === undefined ? undefined : org.user(login.userId);
  if (user !== undefined) {
    logins.add(user.id, successStatus, door, originOf(request));
    void reply.header('set-cookie', outSessionCookie(org.sessions.open(user.id, { scope: 'lightning_out' })));
  }
  return reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .redirect(`${outReadyUrl}?host=${encodeURIComponent(host)}`);
}

/** Sent from frames on other sites as well; `Partitioned`: one for each site that frames the org. */
function outSessionCookie(token: string): string {
  return `${outCookie}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=None; Secure; Partitioned`;
}

/** Who looks at components on another page; undefined when nobody is signed in there. */
export function outUser(org: Org, { cookie }: AuthenticationHeaders): RequestUser | undefined {
  const token = cookieToken(cookie, outCookie);
  return token === undefined ? undefined : sessionUser(org, token);
}
