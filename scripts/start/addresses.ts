import type { Connection } from 'jsforce';

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

interface PulseRow {
  readonly Account__c: string | null;
  readonly Account__r: { readonly Name: string } | null;
  readonly Trend__c: number | null;
}

/** Enough answers for a trend to be worth showing. */
const ENOUGH_ANSWERS = 8;

/** Home, and the accounts whose pulse falls and rises most, as links that also sign in. */
export async function addresses({ connection, orgUrl, syncUrl, token, passwordFile }: Places): Promise<readonly Address[]> {
  const page = (path: string): string =>
    `${orgUrl}/secur/frontdoor.jsp?sid=${encodeURIComponent(token)}&retURL=${encodeURIComponent(path)}`;
  const falling = await firstByTrend(connection, 'Trend__c < 0', 'ASC');
  const rising = await firstByTrend(connection, 'Trend__c > 0', 'DESC');
  const account = (row: PulseRow, word: string): Address => ({
    what: `${row.Account__r?.Name ?? 'an account'}: its pulse is ${word} (${Math.abs(row.Trend__c ?? 0).toFixed(1)} points)`,
    url: page(`/lightning/r/Account/${row.Account__c ?? ''}/view`),
  });
  return [
    ...(falling === undefined ? [] : [account(falling, 'falling')]),
    ...(rising === undefined ? [] : [account(rising, 'rising')]),
    { what: 'Home of the org', url: page('/lightning/page/home') },
    { what: `Sync service (any user name; the password is in ${passwordFile})`, url: syncUrl },
  ];
}

async function firstByTrend(connection: Connection, condition: string, direction: 'ASC' | 'DESC'): Promise<PulseRow | undefined> {
  const enough = `RatingCount__c >= ${String(ENOUGH_ANSWERS)} AND PriorRatingCount__c >= ${String(ENOUGH_ANSWERS)}`;
  const result = await connection.query<PulseRow>(
    `SELECT Account__c, Account__r.Name, Trend__c FROM AccountPulse__c WHERE Account__c != null AND ${enough} AND ${condition} ORDER BY Trend__c ${direction} LIMIT 1`,
  );
  return result.records[0];
}
