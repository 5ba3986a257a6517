import type { Sending, SendingResult } from '../store/ports/sendings.ts';
import { giveBack } from './claim.ts';
import type { Desk } from './desk.ts';
import { handOverLeaseMs, send } from './handOver.ts';
import { timeOf } from './org/records.ts';
import { readyInvitation } from './ready.ts';
import type { InvitationSender, ReadyInvitation } from './sender.ts';
import type { SurveyInfo } from './situation.ts';

const atOnce = 200;

/** What an admin reads on an invitation whose sending nobody can be sure of. */
export const cannotTell =
  'It cannot be told whether the survey was sent: the connection or the service broke off in the middle. It is not sent again by itself. Ask anew if the customer got nothing.';

/**
 * Looks into hand-overs that began and have no outcome, because a process was killed or an answer got lost. Nothing is sent before it
 * is certain that it was not: what a sender sends once whatever happens is simply given back; the others are asked; and where nobody
 * knows, the invitation becomes Failed and says so.
 */
export async function recover(desk: Desk, surveys: ReadonlyMap<string, SurveyInfo>, signal: AbortSignal): Promise<void> {
  const abandoned = await desk.store.takeAbandonedSendings(desk.holder, handOverLeaseMs, atOnce);
  if (abandoned.length === 0) return;
  desk.telemetry.log.warn('invitations.recovering', { count: abandoned.length });
  const results: SendingResult[] = [];
  for (const sending of abandoned.filter(({ kind }) => kind === 'first')) {
    const result = await outcomeOfFirst(desk, sending);
    if (result !== undefined) results.push(result);
  }
  await desk.store.settleSendings(results);
  const released = new Set(results.filter(({ state }) => state === 'released').map(({ id }) => id));
  await giveBackOwn(
    desk,
    abandoned.filter(({ id }) => released.has(id)),
  );
  await recoverReminders(
    desk,
    abandoned.filter(({ kind }) => kind === 'reminder'),
    surveys,
    signal,
  );
}

/** Gives claims back that are still the ones these hand-overs were made under, and no other sender's. */
async function giveBackOwn(desk: Desk, sendings: readonly Sending[]): Promise<void> {
  const records = await desk.org.read(sendings.map(({ invitationId }) => invitationId));
  const own = sendings.filter(({ invitationId, stamp }) => {
    const record = records.get(invitationId);
    return record?.Status__c === 'Claimed' && timeOf(record.ClaimedUntil__c) === timeOf(stamp);
  });
  await giveBack(
    desk,
    own.map(({ invitationId }) => invitationId),
  );
}

/** @returns undefined when it is too early to ask */
async function outcomeOfFirst(desk: Desk, sending: Sending): Promise<SendingResult | undefined> {
  const { id, intendedAt } = sending;
  const sender = desk.senders.named(sending.sender);
  if (sender?.idempotent === true) return { id, state: 'released' };
  if (sender?.wasSent === undefined) return { id, state: 'refused', reason: cannotTell };
  if (Date.now() - Date.parse(intendedAt) < (sender.settlesAfterMs ?? 0)) return undefined;
  const wasSent = await sender.wasSent({ id: sending.invitationId, kind: sending.kind, surveyKey: sending.surveyKey }, intendedAt);
  if (wasSent === 'unknown') return { id, state: 'refused', reason: cannotTell };
  return wasSent ? { id, state: 'sent', sentAt: intendedAt } : { id, state: 'released' };
}

/** A reminder is taken by writing its time into the org: whose time stands there was taken by us, and has to be sent by us. */
async function recoverReminders(
  desk: Desk,
  sendings: readonly Sending[],
  surveys: ReadonlyMap<string, SurveyInfo>,
  signal: AbortSignal,
): Promise<void> {
  const records = await desk.org.read(sendings.map(({ invitationId }) => invitationId));
  const again = new Map<InvitationSender, ReadyInvitation[]>();
  const results: SendingResult[] = [];
  for (const { id, invitationId, sender: name, stamp } of sendings) {
    const record = records.get(invitationId);
    const sender = desk.senders.named(name);
    const survey = surveys.get(record?.Survey__c ?? '');
    const isOurs = record !== undefined && timeOf(record.RemindedAt__c) === timeOf(stamp);
    const awaits = record?.Status__c === 'Sent' || record?.Status__c === 'Opened';
    const ready =
      record === undefined || survey === undefined
        ? undefined
        : readyInvitation(record, 'reminder', survey, desk.wordings.of(survey.id, record.SurveyVersion__c));
    if (record !== undefined && record.RemindedAt__c === undefined) results.push({ id, state: 'released' });
    else if (!isOurs || !awaits || sender?.idempotent !== true || ready === undefined)
      results.push({ id, state: 'refused', reason: cannotTell });
    else if (desk.senders.takesNow(sender)) again.set(sender, [...(again.get(sender) ?? []), ready]);
  }
  await desk.store.settleSendings(results);
  for (const [sender, invitations] of again) await send(desk, sender, invitations, signal);
}
