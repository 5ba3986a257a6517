import type { Connection } from 'jsforce';

/** A page worth opening, and why. */
export interface Address {
  readonly what: string;
  readonly url: string;
}

interface PulseRow {
  readonly Account__c: string | null;
  readonly Account__r: { readonly Name: string } | null;
  readonly Trend__c: number | null;
}

/** Enough answers for a trend to be worth showing. */
const ENOUGH_ANSWERS = 8;

/** Home, and the accounts whose pulse falls and rises most, as links that also sign in. */
export async function addresses(connection: Connection, orgUrl: string, syncUrl: string, token: string): Promise<readonly Address[]> {
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
    { what: 'Sync service', url: syncUrl },
  ];
}

async function firstByTrend(connection: Connection, condition: string, direction: 'ASC' | 'DESC'): Promise<PulseRow | undefined> {
  const enough = `RatingCount__c >= ${String(ENOUGH_ANSWERS)} AND PriorRatingCount__c >= ${String(ENOUGH_ANSWERS)}`;
  const result = await connection.query<PulseRow>(
    `SELECT Account__c, Account__r.Name, Trend__c FROM AccountPulse__c WHERE Account__c != null AND ${enough} AND ${condition} ORDER BY Trend__c ${direction} LIMIT 1`,
  );
  return result.records[0];
}
