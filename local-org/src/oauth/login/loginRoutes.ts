import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Doors } from '../doors.ts';
import { userIdNamed } from '../../users/userIdNamed.ts';
import { formOf } from '../form.ts';
import { cookieToken, endedSessionCookie, localPath, sessionCookie } from '../frontdoor.ts';
import { originOf, successStatus, wrongPassword, type LoginDoor } from '../loginHistory.ts';
import { passwordLogin } from '../passwordLogin.ts';
import { loginPage, sendPage } from './pages.ts';

/** The log-in page, at `/login` and, as the platform sends browsers there, at `/?ec=302&startURL=...`; and the way out. */
export function registerLoginRoutes(app: FastifyInstance, doors: Doors): void {
  // The start page has the route `/`; an address with `ec` asks for the log-in page.
  app.addHook('onRequest', (request, reply, done) => {
    if (request.method === 'GET' && /^\/\?(?:.*&)?ec=/u.test(request.url)) void showLogin(request, reply);
    else done();
  });
  app.get('/login', showLogin);
  app.post('/login', (request, reply) => logIn(doors, request, reply));
  app.get('/secur/logout.jsp', (request, reply) => {
    const token = cookieToken(request.headers.cookie);
    const own = cookieToken(request.headers.cookie, 'sid_own');
    for (const session of [token, own]) if (session !== undefined) doors.org.sessions.revoke(session);
    return reply.header('set-cookie', [endedSessionCookie(), endedSessionCookie('sid_own')]).redirect('/login');
  });
}

/** Address of the log-in page. @param startUrl path of this org to go on to */
export function loginUrl(startUrl: string, username?: string): string {
  const parameters = new URLSearchParams({ ec: '302', startURL: startUrl, ...(username === undefined ? {} : { un: username }) });
  return `/?${parameters.toString()}`;
}

function showLogin(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { startURL = '', un = '' } = formOf(request.query);
  return sendPage(reply, loginPage({ username: un, startUrl: startURL, failed: false }));
}

async function logIn(doors: Doors, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { username = '', pw = '', startURL } = formOf(request.body);
  const { org } = doors;
  const user = await passwordLogin(doors, username, pw);
  const userId = user?.id ?? userIdNamed(org.database, username);
  const door: LoginDoor = { type: 'Application', application: 'Browser', subType: 'UiLogin' };
  doors.logins.add(userId, user === undefined ? wrongPassword : successStatus, door, originOf(request));
  if (user === undefined) return sendPage(reply, loginPage({ username, startUrl: startURL ?? '', failed: true }));
  return reply
    .header('set-cookie', [sessionCookie(org.sessions.open(user.id, { scope: 'web' })), endedSessionCookie('sid_own')])
    .header('cache-control', 'no-store')
    .redirect(localPath(startURL, org.instanceUrl()), 303);
}
