import type { UserAccess } from './access/types.ts';

/**
 * Who a request runs as. Every door (REST, SOAP, UI API, pages) takes it from
 * `oauth/authentication.ts` and hands it on to SOQL, saving and flows: what a
 * user may see and do is to be decided from this alone.
 */
export interface RequestUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  /** IANA zone, e.g. `Europe/Copenhagen`. */
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
  /** Absent for the org itself. */
  readonly profileId?: string;
  /** What the user may see and do: user mode. Absent: system mode, in which nothing is hidden or refused. */
  readonly access?: UserAccess;
}

/** The same user as the platform itself works for them: roll-ups, formulas, flows that run in system mode. */
export function inSystemMode(user: RequestUser): RequestUser {
  if (user.access === undefined) return user;
  const { access: _, ...rest } = user;
  return rest;
}
