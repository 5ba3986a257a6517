import { OAuthError } from './oauthError.ts';

/** Scopes that the org's clients may ask for (Help, "OAuth Tokens and Scopes"). */
const offered: ReadonlySet<string> = new Set([
  'id',
  'profile',
  'email',
  'address',
  'phone',
  'api',
  'web',
  'full',
  'refresh_token',
  'offline_access',
  'lightning',
  'content',
  'visualforce',
]);

/** What a client gets that asks for nothing in particular. */
const everything = 'refresh_token web api id';

/**
 * The scope of a session.
 * @param asked space-separated; absent or empty for all that the client may have
 * @throws OAuthError invalid_scope
 */
export function grantedScope(asked: string | undefined): string {
  const words = (asked ?? '').split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return everything;
  const unknown = words.find((word) => !offered.has(word));
  if (unknown !== undefined) throw new OAuthError('invalid_scope', 'the requested scope is not allowed');
  return [...new Set(words)].join(' ');
}

/** Whether the scope brings a refresh token. */
export function wantsRefresh(scope: string): boolean {
  return /(?:^| )(?:refresh_token|offline_access)(?: |$)/u.test(scope);
}
