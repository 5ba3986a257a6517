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
}
