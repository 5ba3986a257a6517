import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ServeSettings } from './settings.ts';

/** The secret of the service's pages and where an operator finds it. */
export interface AccessToken {
  readonly token: string;
  readonly place: string;
}

/** The setting, else CUSTOMER_PULSE_TOKEN, else a random one kept in the data folder, readable by its owner only. It is never printed. */
export function accessToken(folder: string, settings: Pick<ServeSettings, 'token'>, environment: NodeJS.ProcessEnv): AccessToken {
  if (settings.token !== undefined) return { token: settings.token.reveal(), place: settings.token.origin };
  const given = environment['CUSTOMER_PULSE_TOKEN'];
  if (given) return { token: given, place: 'CUSTOMER_PULSE_TOKEN' };
  const file = path.join(folder, 'serve.token');
  // With PostgreSQL nothing else makes the folder.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kept = made(file, 'wx');
  // A process that was killed while it wrote leaves a blank file, and a blank token would let everybody in.
  return { token: kept === '' ? made(file, 'w') : kept, place: file };
}

function made(file: string, flag: 'wx' | 'w'): string {
  try {
    writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag });
  } catch {
    // It exists from an earlier start; an unreadable one fails below with its own message.
  }
  return readFileSync(file, 'utf8').trim();
}

/** Whether an Authorization header (Bearer, or Basic with any user name) carries the token; compared in constant time. */
export function authorised(header: string | undefined, token: string): boolean {
  const [, scheme = '', credentials = ''] = /^(\S+) +(\S.*)$/.exec(header ?? '') ?? [];
  const given =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(credentials, 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/, '')
      : credentials;
  return /^(basic|bearer)$/i.test(scheme) && timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
