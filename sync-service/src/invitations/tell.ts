import { sendingId } from '../store/sendingStore.ts';
import type { Sending } from '../store/ports/sendings.ts';
import { countInvitations, type Desk } from './desk.ts';
import type { Changed } from './org/invitationOrg.ts';
import type { InvitationRecord } from './org/records.ts';

const atOnce = 200;
const longestReason = 255;

/** A change of one invitation. */
type Change = { readonly Id: string } & Readonly<Record<string, string>>;

/**
 * Tells the org what became of hand-overs, until it knows all. Repeating it does no harm, so a crash in between only means telling
 * again. @throws RequestRefused, OrgUnavailable
 */
export async function tellOrg(desk: Desk): Promise<void> {
  for (;;) {
    const sendings = await desk.store.sendingsToTell(atOnce);
    if (sendings.length === 0) return;
    const told = await tell(desk, sendings);
    await desk.store.sendingsTold(told);
    if (told.length < sendings.length) return;
  }
}

async function tell(desk: Desk, sendings: readonly Sending[]): Promise<readonly string[]> {
  // A reminder says in the org that it was sent before it is: there is nothing to add.
  const first = sendings.filter(({ kind }) => kind === 'first');
  const told = sendings.filter(({ kind }) => kind === 'reminder').map(({ id }) => id);
  const changed = await desk.org.change(first.map(changeOf));
  const refused = changed.filter((one) => !one.ok);
  told.push(...changed.filter(({ ok }) => ok).map(({ id }) => sendingId({ invitationId: id, kind: 'first' })));
  const bySending = new Map(first.map((sending) => [sending.invitationId, sending]));
  if (refused.length > 0) told.push(...(await tellOtherwise(desk, refused, bySending)));
  for (const sending of first) if (sending.state === 'refused') countInvitations(desk, sending.surveyKey, 'failed');
  return told;
}

function changeOf({ invitationId, state, sentAt, intendedAt, reason }: Sending): Change {
  if (state === 'refused') return { Id: invitationId, Status__c: 'Failed', FailureReason__c: (reason ?? '').slice(0, longestReason) };
  return { Id: invitationId, Status__c: 'Sent', SentAt__c: sentAt ?? intendedAt };
}

/** The invitation has gone on without us: what can still be said depends on where it stands. */
async function tellOtherwise(desk: Desk, refused: readonly Changed[], sendings: ReadonlyMap<string, Sending>): Promise<readonly string[]> {
  const records = await desk.org.read(refused.map(({ id }) => id));
  const settled: string[] = [];
  const again: Change[] = [];
  const claims: Change[] = [];
  for (const { id } of refused) {
    const sending = sendings.get(id);
    const record = records.get(id);
    if (sending === undefined) continue;
    const next = record === undefined ? 'nothing' : nextStep(record, sending);
    if (next === 'wait') again.push(changeOf(sending));
    if (next === 'claim') claims.push({ Id: id, Status__c: 'Claimed', ClaimedBy__c: desk.holder, ClaimedUntil__c: in5Minutes(desk) });
    if (next === 'time') again.push({ Id: id, SentAt__c: sending.sentAt ?? sending.intendedAt });
    if (next === 'nothing') settled.push(sending.id);
  }
  const claimed = (await desk.org.change(claims)).filter(({ ok }) => ok).map(({ id }) => id);
  const outcomes = [
    ...(await desk.org.change(again)),
    ...(await desk.org.change([...sendings.values()].filter(({ invitationId }) => claimed.includes(invitationId)).map(changeOf))),
  ];
  settled.push(...outcomes.filter(({ ok }) => ok).map(({ id }) => sendingId({ invitationId: id, kind: 'first' })));
  for (const outcome of outcomes) {
    if (outcome.ok) continue;
    desk.telemetry.log.warn('invitations.tell.refused', { invitation: outcome.id, code: outcome.code });
    desk.problems.add(
      `The org does not take what became of invitations (${outcome.code}: ${outcome.message}); it is told again and again.`,
    );
  }
  return settled;
}

/**
 * `claim`: the claim ran out, and only a claimed invitation can become Sent. `time`: it was answered before we could say that it was
 * sent, or expired. `nothing`: it is over or gone.
 */
function nextStep(record: InvitationRecord, sending: Sending): 'claim' | 'time' | 'nothing' | 'wait' {
  if (record.Status__c === 'Requested') return sending.state === 'sent' ? 'claim' : 'wait';
  if (record.Status__c === 'Claimed') return 'wait';
  const isLate = record.Status__c === 'Answered' || record.Status__c === 'Expired';
  return sending.state === 'sent' && record.SentAt__c === undefined && isLate ? 'time' : 'nothing';
}

function in5Minutes(desk: Desk): string {
  return new Date(desk.now().getTime() + 5 * 60_000).toISOString();
}
