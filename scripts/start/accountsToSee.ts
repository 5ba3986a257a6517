import type { Connection } from 'jsforce';

/** An account whose page is worth opening, and why. */
export interface AccountToSee {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

interface PulseRow {
  readonly Account__c: string;
  readonly Account__r: { readonly Name: string };
  readonly Trend__c: number | null;
  readonly ResponseCount__c: number;
}

/** Enough answers in both windows for a trend to be worth showing. */
const ENOUGH = 'RatingCount__c >= 8 AND PriorRatingCount__c >= 8';

const CHOICES: readonly { readonly where: string; readonly orderBy: string; readonly note: (row: PulseRow) => string }[] = [
  { where: `${ENOUGH} AND Trend__c < 0`, orderBy: 'Trend__c ASC', note: (row) => `its pulse is falling (${points(row)})` },
  { where: `${ENOUGH} AND Trend__c > 0`, orderBy: 'Trend__c DESC', note: (row) => `its pulse is rising (${points(row)})` },
  { where: 'ResponseCount__c > 100', orderBy: 'ResponseCount__c DESC', note: (row) => `${String(row.ResponseCount__c)} answers` },
  { where: 'ResponseCount__c = 1', orderBy: 'Key__c ASC', note: () => 'a single answer' },
];

/** One account for each kind that the org has: falling, rising, with many answers, with one. */
export async function accountsToSee(connection: Connection): Promise<readonly AccountToSee[]> {
  const found: AccountToSee[] = [];
  for (const { where, orderBy, note } of CHOICES) {
    const { records } = await connection.query<PulseRow>(
      `SELECT Account__c, Account__r.Name, Trend__c, ResponseCount__c FROM AccountPulse__c WHERE Account__c != null AND ${where} ORDER BY ${orderBy} LIMIT 1`,
    );
    const row = records[0];
    if (row !== undefined) found.push({ id: row.Account__c, name: row.Account__r.Name, note: note(row) });
  }
  return found;
}

function points(row: PulseRow): string {
  return `${Math.abs(row.Trend__c ?? 0).toFixed(1)} points`;
}
