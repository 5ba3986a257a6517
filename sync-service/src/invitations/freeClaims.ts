import type { Desk } from './desk.ts';
import { rowsOf } from './org/invitationOrg.ts';
import { claimedCondition } from './org/queries.ts';
import { idRecord } from './org/records.ts';
import { soqlText } from '../salesforce/soql.ts';

const settingName = 'invitations holder';

/** Most claims that are freed at once; a run holds fewer. */
const mostClaims = 2_000;

/**
 * Frees what the process before us held. One process at a time sends what belongs to a store, so whoever did before is gone or has
 * ended; its claims would keep customers waiting until they run out. What it was handing over is left alone: that is looked into.
 */
export async function freeClaims(desk: Desk): Promise<void> {
  const before = await desk.store.setting(settingName);
  if (before === desk.holder) return;
  if (before !== undefined) {
    const condition = `${claimedCondition(desk.now().toISOString())} AND ClaimedBy__c = ${soqlText(before)}`;
    const [rows = []] = await desk.org.query(`SELECT Id FROM PulseInvitation__c WHERE ${condition} LIMIT ${mostClaims}`);
    const ids = rowsOf(idRecord, rows).map(({ Id }) => Id);
    const known = await desk.store.knownSendings(ids, 'first');
    const now = desk.now().toISOString();
    await desk.org.change(ids.filter((id) => !known.has(id)).map((Id) => ({ Id, ClaimedUntil__c: now })));
  }
  await desk.store.setSetting(settingName, desk.holder);
}
