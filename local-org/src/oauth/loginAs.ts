import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { pageUser, sessionUser, type AuthenticationHeaders } from './authentication.ts';
import type { Doors } from './doors.ts';
import { formOf } from './form.ts';
import { cookieToken, endedSessionCookie, localPath, sessionCookie } from './frontdoor.ts';
import { originOf, successStatus } from './loginHistory.ts';
import { messagePage, sendPage } from './login/pages.ts';

/** Where an administrator asks to see the org as somebody else, and where they come back. */
export const loginAsUrl = '/lightning/setup/ManageUsers/loginAs';
export const endLoginAsUrl = '/secur/endLoginAs';

/** The administrator's own session, kept beside the one of whom they look as. */
const ownCookie = 'sid_own';

/**
 * "Log in as": whoever may manage users and change all data gets a session of another
 * user in their browser, and their own back when they log out (Help, "Log In as Another User").
 * Both take a form of this org's pages.
 */
export function registerLoginAs(app: FastifyInstance, doors: Doors): void {
  app.post(loginAsUrl, (request, reply) => logInAs(doors, request, reply));
  app.post(endLoginAsUrl, (request, reply) => comeBack(doors.org, request, reply));
}

/** Whether the browser's session is one that an administrator opened to see the org as its user. */
export function isSeenAs(org: Org, { cookie }: AuthenticationHeaders): boolean {
  const own = cookieToken(cookie, ownCookie);
  return own !== undefined && sessionUser(org, own) !== undefined;
}

/** Whether the user may see the org as others. */
export function mayLogInAs({ access }: RequestUser): boolean {
  return access?.system('ManageUsers') === true && access.system('ModifyAllData');
}

function logInAs({ org, logins }: Doors, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const admin = pageUser(org, request.headers);
  const own = cookieToken(request.headers.cookie);
  if (!isOwnForm(request) || admin === undefined || own === undefined || !mayLogInAs(admin)) {
    return sendPage(reply, messagePage('Insufficient Privileges', 'Only an administrator may log in as somebody else.'), 403);
  }
  if (isSeenAs(org, request.headers)) {
    return sendPage(reply, messagePage('Log in as', 'You are seeing the org as somebody else: log out as them first.'), 409);
  }
  const { userId = '' } = formOf(request.body);
  const user = org.user(userId);
  if (user === undefined) return sendPage(reply, messagePage('Log in as', 'There is no active user of this id.'), 404);
  logins.add(
    user.id,
    successStatus,
    { type: 'Application', application: `Log in as, by ${admin.username}`.slice(0, 64), subType: 'LoginAs' },
    originOf(request),
  );
  return reply
    .header('set-cookie', [sessionCookie(org.sessions.open(user.id, { scope: 'web' })), sessionCookie(own, ownCookie)])
    .header('cache-control', 'no-store')
    .redirect('/lightning/page/home', 303);
}

/** Ends the other user's session and goes on with the administrator's own. */
function comeBack(org: Org, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!isOwnForm(request)) return sendPage(reply, messagePage('Log out', 'This form was sent from another site.'), 403);
  const { cookie } = request.headers;
  const [token, own] = [cookieToken(cookie), cookieToken(cookie, ownCookie)];
  if (own === undefined || sessionUser(org, own) === undefined) return reply.redirect('/secur/logout.jsp', 303);
  if (token !== undefined && token !== own) org.sessions.revoke(token);
  return reply
    .header('set-cookie', [sessionCookie(own), endedSessionCookie(ownCookie)])
    .redirect(localPath('/lightning/setup/ManageUsers/home', org.instanceUrl()), 303);
}

/** Browsers name the page that a form was on; a form of another site is refused. */
function isOwnForm({ headers }: FastifyRequest): boolean {
  const { origin, host } = headers;
  if (headers['sec-fetch-site'] !== undefined && headers['sec-fetch-site'] !== 'same-origin') return false;
  return origin === undefined || origin === `http://${host ?? ''}` || origin === `https://${host ?? ''}`;
}
