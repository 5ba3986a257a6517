import type { Connection } from 'jsforce';
import { needed } from '../orgConnection';
import { sessionOf } from '../orgConnection/sessionOf';
import { accountsToSee } from './accountsToSee';
import { peopleToBe } from './peopleToBe';

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
  /** The variables of `org.env`: they sign in at the org. */
  readonly orgEnv: Readonly<Record<string, string>>;
  /** Holds the password of the sync service's page. */
  readonly passwordFile: string;
}

/** The accounts worth seeing, home, people to be, and the service's page; those of the org as links that also sign in. */
export async function addresses({ connection, orgUrl, syncUrl, orgEnv, passwordFile }: Places): Promise<readonly Address[]> {
  const page = (path: string, token = needed(orgEnv, 'SALESFORCE_ACCESS_TOKEN')): string =>
    `${orgUrl}/secur/frontdoor.jsp?sid=${encodeURIComponent(token)}&retURL=${encodeURIComponent(path)}`;
  const accounts = await accountsToSee(connection);
  const people = await peopleToBe(connection, needed(orgEnv, 'SALESFORCE_USERNAME'));
  const asPeople = people.map(async ({ username, who, page: path, note }) => ({
    what: `As ${who}: ${note}`,
    url: page(path, await sessionOf(orgEnv, username)),
  }));
  return [
    ...accounts.map(({ id, name, note }) => ({ what: `${name}: ${note}`, url: page(`/lightning/r/Account/${id}/view`) })),
    { what: 'Home of the org, as its administrator', url: page('/lightning/page/home') },
    ...(await Promise.all(asPeople)),
    { what: `Sync service (any user name; the password is in ${passwordFile})`, url: syncUrl },
  ];
}
