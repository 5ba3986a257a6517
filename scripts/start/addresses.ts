import type { Connection } from 'jsforce';
import { accountsToSee } from './accountsToSee';

/** A page worth opening, and why. */
export interface Address {
  readonly what: string;
  readonly url: string;
}

/** Where things run and how to get in. */
export interface Places {
  readonly connection: Connection;
  readonly orgUrl: string;
  readonly syncUrl: string;
  /** Signs in at the org. */
  readonly token: string;
  /** Holds the password of the sync service's page. */
  readonly passwordFile: string;
}

/** The accounts worth seeing, home, and the service's page; those of the org as links that also sign in. */
export async function addresses({ connection, orgUrl, syncUrl, token, passwordFile }: Places): Promise<readonly Address[]> {
  const page = (path: string): string =>
    `${orgUrl}/secur/frontdoor.jsp?sid=${encodeURIComponent(token)}&retURL=${encodeURIComponent(path)}`;
  const accounts = await accountsToSee(connection);
  return [
    ...accounts.map(({ id, name, note }) => ({ what: `${name}: ${note}`, url: page(`/lightning/r/Account/${id}/view`) })),
    { what: 'Home of the org', url: page('/lightning/page/home') },
    { what: `Sync service (any user name; the password is in ${passwordFile})`, url: syncUrl },
  ];
}
