import { aboveCap } from './dailyCap.ts';
import { countInvitations, type Desk } from './desk.ts';
import { rowsOf } from './org/invitationOrg.ts';
import { claimedCondition, countBySurvey, dueCondition, idsOf, listOf } from './org/queries.ts';
import { claimRecord, idRecord, invitationRecord, timeOf, type InvitationRecord } from './org/records.ts';
import { counts, type Situation, type SurveyInfo } from './situation.ts';

/** A survey, and how many of its invitations are to be taken now. */
export interface Share {
  readonly survey: SurveyInfo;
  readonly take: number;
}

/** Queries that go into one call. */
const queriesAtOnce = 5;

/** Most rows that one page of a query's answer has. */
const longestList = 2_000;

/**
 * Ids of invitations that are due, of each survey so many, the longest due first. Those that are being handed over already, and those
 * that this run has tried, are left out.
 */
export async function findDue(desk: Desk, shares: readonly Share[], now: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let start = 0; start < shares.length; start += queriesAtOnce) {
    const queries = shares
      .slice(start, start + queriesAtOnce)
      .map(({ survey, take }) => idsOf(dueCondition(now), survey.id, 'SendAfter__c', Math.min(take + desk.leftBehind.size, longestList)));
    ids.push(...rowsOf(idRecord, (await desk.org.query(...queries)).flat()).map(({ Id }) => Id));
  }
  const known = await desk.store.knownSendings(ids, 'first');
  return ids.filter((id) => !known.has(id) && !desk.leftBehind.has(id)).slice(0, desk.settings.batchSize);
}

/**
 * Takes invitations: two who try the same get it once, by a rule in the org; and the org checks each customer again and suppresses
 * whoever must not be asked any more.
 * @returns those that are ours, still to be sent, and within the daily cap
 */
export async function claim(desk: Desk, ids: readonly string[], situation: Situation): Promise<readonly InvitationRecord[]> {
  if (ids.length === 0) return [];
  const now = desk.now();
  const until = new Date(now.getTime() + desk.settings.claimMinutes * 60_000).toISOString();
  const changed = await desk.org.change(ids.map((Id) => ({ Id, Status__c: 'Claimed', ClaimedBy__c: desk.holder, ClaimedUntil__c: until })));
  const taken = changed.filter(({ ok }) => ok).map(({ id }) => id);
  for (const one of changed) if (!one.ok) desk.leftBehind.add(one.id);
  noteRefusals(desk, changed);
  if (taken.length === 0) return [];
  return keepWithinCap(desk, taken, situation, now.toISOString());
}

async function keepWithinCap(
  desk: Desk,
  taken: readonly string[],
  situation: Situation,
  now: string,
): Promise<readonly InvitationRecord[]> {
  const caps = new Map(
    [...situation.surveys.values()].flatMap(({ id, cap }): [string, number][] => (cap === undefined ? [] : [[id, cap]])),
  );
  const capped = listOf([...caps.keys()]);
  // The claims first, then what was sent: one that is sent in between is counted twice rather than not at all.
  const [records, claims, sent] = await desk.org.query(
    desk.org.readQuery(`Id IN ${listOf(taken)}`),
    ...(caps.size === 0
      ? []
      : [
          `SELECT Id, Survey__c, LastModifiedDate FROM PulseInvitation__c WHERE ${claimedCondition(now)} AND Survey__c IN ${capped}`,
          countBySurvey(`SentAt__c >= ${situation.dayBegan} AND Survey__c IN ${capped}`),
        ]),
  );
  const read = rowsOf(invitationRecord, records ?? []);
  const ours = read.filter((record) => record.Status__c === 'Claimed' && record.ClaimedBy__c === desk.holder);
  for (const record of read) {
    if (record.Status__c === 'Suppressed') countInvitations(desk, keyOf(record, situation), 'suppressed');
  }
  const held = rowsOf(claimRecord, claims ?? []).map(({ Id, Survey__c, LastModifiedDate }) => ({
    id: Id,
    surveyId: Survey__c ?? '',
    at: timeOf(LastModifiedDate),
  }));
  const above = aboveCap(new Set(ours.map(({ Id }) => Id)), held, caps, counts(sent));
  await giveBack(desk, [...above]);
  return ours.filter(({ Id }) => !above.has(Id));
}

/** Lets go of invitations: a claim that has run out is free. */
export async function giveBack(desk: Desk, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const id of ids) desk.leftBehind.add(id);
  const now = desk.now().toISOString();
  await desk.org.change(ids.map((Id) => ({ Id, ClaimedUntil__c: now })));
}

function keyOf(record: InvitationRecord, situation: Situation): string {
  return situation.surveys.get(record.Survey__c ?? '')?.key ?? '';
}

function noteRefusals(desk: Desk, changed: readonly { readonly ok: boolean; readonly code?: string }[]): void {
  const codes = new Map<string, number>();
  for (const one of changed) if (!one.ok && one.code !== undefined) codes.set(one.code, (codes.get(one.code) ?? 0) + 1);
  for (const [code, count] of codes) desk.telemetry.log.info('invitations.claim.refused', { code, count });
}
