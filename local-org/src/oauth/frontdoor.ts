/** The cookie in which a browser keeps its session: not for scripts, not sent from other sites. */
export function sessionCookie(token: string, cookie = 'sid'): string {
  return `${cookie}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Lax`;
}

/** Takes the session cookie away again. */
export function endedSessionCookie(cookie = 'sid'): string {
  return `${cookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
}

/** The session token of a `Cookie` header. */
export function cookieToken(header: string | undefined, cookie = 'sid'): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name !== cookie || value === undefined) continue;
    try {
      return decodeURIComponent(value);
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** Where frontdoor may send the browser: a path of this org, never another site. */
export function localPath(target: string | undefined, instanceUrl: string): string {
  const home = '/lightning/page/home';
  if (target === undefined || !target.startsWith('/') || /[\\\p{Cc}]/u.test(target)) return home;
  if (!URL.canParse(target, instanceUrl)) return home;
  const url = new URL(target, instanceUrl);
  return url.origin === new URL(instanceUrl).origin ? `${url.pathname}${url.search}${url.hash}` : home;
}
