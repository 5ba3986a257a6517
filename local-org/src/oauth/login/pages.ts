import type { FastifyReply } from 'fastify';
import { escapeHtml } from '../../escapeHtml.ts';

/** What a log-in page shows beside its fields. */
export interface LoginView {
  readonly username: string;
  /** Where to go once logged in. */
  readonly startUrl: string;
  readonly failed: boolean;
}

/** The log-in form. Its ids are the platform's: scripts fill it in by them. */
export function loginPage({ username, startUrl, failed }: LoginView): string {
  const problem = "Please check your username and password. If you still can't log in, contact your Salesforce administrator.";
  return page(
    'Login',
    `<form id="login_form" name="login" method="post" action="/login">
${failed ? `<p id="error" role="alert">${problem}</p>` : ''}
<label for="username">Username</label>
<input id="username" name="username" type="text" autocomplete="username" required value="${escapeHtml(username)}">
<label for="password">Password</label>
<input id="password" name="pw" type="password" autocomplete="current-password" required>
<input type="hidden" name="startURL" value="${escapeHtml(startUrl)}">
<input id="Login" name="Login" type="submit" value="Log In">
</form>
<p>The name and the password of this org's administrator are in <code>org.env</code> in its data folder.</p>`,
  );
}

/** Asks a user whether a client may act for them. */
export function approvalPage(view: {
  readonly clientId: string;
  readonly username: string;
  readonly scope: string;
  readonly source: string;
}): string {
  return page(
    'Allow Access?',
    `<p>The client <code>${escapeHtml(view.clientId)}</code> asks to act for <b>${escapeHtml(view.username)}</b>: ${escapeHtml(view.scope)}.</p>
<form id="editPage" method="post" action="${approvalPath}">
<input type="hidden" name="source" value="${escapeHtml(view.source)}">
<input id="oadeny" name="cancel" type="submit" value=" Deny ">
<input id="oaapprove" name="save" type="submit" value=" Allow ">
</form>`,
  );
}

/** Something that a browser's user is told in one sentence. */
export function messagePage(title: string, message: string): string {
  return page(title, `<p>${escapeHtml(message)}</p>`);
}

/** Where approval is asked for, by the platform's own name. */
export const approvalPath = '/setup/secur/RemoteAccessAuthorizationPage.apexp';
/** Where a browser learns that a request cannot be granted. */
export const errorPath = '/setup/secur/RemoteAccessErrorPage.apexp';

/** Sends a page that no other site can frame and that runs no script. */
export function sendPage(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'")
    .header('X-Content-Type-Options', 'nosniff')
    .header('X-Frame-Options', 'DENY')
    .header('Referrer-Policy', 'no-referrer')
    .header('Cache-Control', 'no-store')
    .send(html);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} | local-org</title>
<style>
body { font-family: system-ui, sans-serif; line-height: 1.5; margin: 3rem auto; max-width: 24rem; padding: 0 1rem; color: #181818; }
form { display: grid; gap: 0.5rem; }
input { font: inherit; padding: 0.5rem; }
#error { color: #8e030f; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}
