import type { FastifyRequest } from 'fastify';
import type { Org } from '../org.ts';
import type { FieldValues } from '../schema/types.ts';
import { quoteName } from '../storage/columns.ts';

/** Where a log-in came from. */
export interface LoginOrigin {
  /** Address of the client. */
  readonly sourceIp: string;
  readonly userAgent: string;
}

/** By which door somebody came, or tried to (Object Reference, "LoginHistory"). */
export interface LoginDoor {
  /** `Application` (a browser), `Remote Access 2.0` (OAuth), `Other Apex API` (SOAP). */
  readonly type: 'Application' | 'Remote Access 2.0' | 'Other Apex API';
  readonly subType?: string;
  /** What asked: `Browser`, or the client's name. */
  readonly application: string;
  readonly apiType?: string;
  readonly apiVersion?: string;
}

/** What a request tells of its sender. */
export function originOf(request: Pick<FastifyRequest, 'ip' | 'headers'>): LoginOrigin {
  return { sourceIp: request.ip, userAgent: request.headers['user-agent'] ?? '' };
}

export const successStatus = 'Success';
export const wrongPassword = 'Invalid Password';

/** Every log-in of the org's users, and every try, as records of LoginHistory. */
export class LoginLog {
  readonly #org: Org;

  constructor(org: Org) {
    this.#org = org;
  }

  /**
   * Keeps a log-in. Nothing is kept of a name that no user has, as on the platform.
   * @param status `Success`, `Invalid Password`, ...
   */
  add(userId: string | undefined, status: string, door: LoginDoor, origin: LoginOrigin): void {
    const object = this.#org.schema.object('LoginHistory');
    if (userId === undefined || object === undefined) return;
    const { database, store, clock } = this.#org;
    const now = Math.floor(clock.now() / 1000) * 1000;
    database.transaction(() => {
      store.insert(object, [{ ...rowOf(door, origin), Id: store.newId(object), UserId: userId, LoginTime: now, Status: status }]);
      if (status !== successStatus) return;
      database.prepare(`UPDATE ${quoteName('User')} SET "LastLoginDate" = ? WHERE "Id" = ?`).run(now, userId);
      database.rowCache.forget('User', userId);
    });
  }
}

function rowOf(door: LoginDoor, { sourceIp, userAgent }: LoginOrigin): FieldValues {
  return {
    LoginType: door.type,
    LoginSubType: door.subType ?? null,
    Application: door.application,
    SourceIp: sourceIp.replace(/^::ffff:/u, '').slice(0, 39),
    LoginUrl: 'local-org',
    Browser: door.type === 'Application' ? browserOf(userAgent) : 'Unknown',
    Platform: platformOf(userAgent),
    ClientVersion: 'N/A',
    ApiType: door.apiType ?? 'N/A',
    ApiVersion: door.apiVersion ?? 'N/A',
    TlsProtocol: 'None',
    CipherSuite: 'None',
  };
}

const browsers: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Edge', /Edg\/(\d+)/u],
  ['Chrome', /(?:Headless)?Chrome\/(\d+)/u],
  ['Firefox', /Firefox\/(\d+)/u],
  ['Safari', /Version\/(\d+)(?:\D.*)?Safari/u],
];

function browserOf(userAgent: string): string {
  for (const [name, mark] of browsers) {
    const version = mark.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return 'Unknown';
}

const platforms: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Android', /Android/u],
  ['iPhone', /iPhone|iPad/u],
  ['Windows', /Windows/u],
  ['Mac OSX', /Macintosh/u],
  ['Linux', /Linux/u],
];

function platformOf(userAgent: string): string {
  return platforms.find(([, mark]) => mark.test(userAgent))?.[0] ?? 'Unknown';
}
