import type { NewSending, SendingResult } from '../store/ports/sendings.ts';
import { sendingId } from '../store/sendingStore.ts';
import { countInvitations, type Desk } from './desk.ts';
import type { InvitationSender, ReadyInvitation, SendingOutcome } from './sender.ts';

/** Handed over between two notes in the store: little enough to be done long before the hold on it ends. */
const chunkSize = 25;

/** A chunk that is not done by then begins no further hand-over. */
const chunkMs = 60_000;

/** How long a hand-over is ours alone. Longer than a chunk and the longest wait for an answer together. */
export const handOverLeaseMs = 180_000;

/** One invitation on its way to a sender. `stamp` is what was written to take it. */
export interface Parcel {
  readonly invitation: ReadyInvitation;
  readonly stamp: string;
}

/** What became of parcels. */
export interface HandOver {
  /** Certainly not handed over: to be given back. */
  readonly untouched: readonly string[];
}

/**
 * Hands parcels to a sender. Each is noted in the store before it goes and after it went, so that a crash at any moment is seen
 * afterwards: what was noted and has no outcome is looked into before anything is sent again.
 * @param deadline by the desk's clock: nothing is begun after it
 */
export async function handOver(
  desk: Desk,
  sender: InvitationSender,
  parcels: readonly Parcel[],
  signal: AbortSignal,
  deadline: number,
): Promise<HandOver> {
  const untouched: string[] = [];
  for (let start = 0; start < parcels.length; start += chunkSize) {
    const chunk = parcels.slice(start, start + chunkSize);
    if (signal.aborted || !desk.senders.takesNow(sender) || desk.clock() + handOverLeaseMs > deadline) {
      untouched.push(...chunk.map(({ invitation }) => invitation.id));
    } else {
      untouched.push(...(await handOverChunk(desk, sender, chunk, signal)));
    }
  }
  return { untouched };
}

async function handOverChunk(
  desk: Desk,
  sender: InvitationSender,
  chunk: readonly Parcel[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const begun = await desk.store.intendSendings(
    chunk.map(({ invitation, stamp }) => sendingOf(invitation, stamp, sender)),
    desk.holder,
    handOverLeaseMs,
  );
  const invitations = chunk.map(({ invitation }) => invitation).filter((_, index) => begun[index] === true);
  return send(desk, sender, invitations, signal);
}

/** Sends what is noted already and held by us. @returns ids that were certainly not handed over; they are released */
export async function send(
  desk: Desk,
  sender: InvitationSender,
  invitations: readonly ReadyInvitation[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (invitations.length === 0) return [];
  const attributes = { sender: sender.name, invitations: invitations.length };
  const stop = AbortSignal.any([signal, AbortSignal.timeout(chunkMs)]);
  const outcomes = await desk.telemetry.trace('invitations.send', [], attributes, () => sender.send(invitations, stop));
  const results: SendingResult[] = [];
  const untouched: string[] = [];
  invitations.forEach((invitation, index) => {
    const outcome = outcomes[index] ?? { kind: 'unsure', reason: 'the sender said nothing' };
    const result = resultOf(desk, sender, invitation, outcome);
    if (result !== undefined) results.push(result);
    if (result?.state === 'released') untouched.push(invitation.id);
    countInvitations(desk, invitation.surveyKey, outcome.kind === 'sent' && invitation.kind === 'reminder' ? 'reminded' : outcome.kind);
  });
  await desk.store.settleSendings(results);
  noteHealth(desk, sender, outcomes);
  return untouched;
}

function sendingOf({ id, kind, surveyKey }: ReadyInvitation, stamp: string, sender: InvitationSender): NewSending {
  return { invitationId: id, kind, surveyKey, sender: sender.name, stamp };
}

/** @returns undefined where it has to be found out first whether it was sent */
function resultOf(
  desk: Desk,
  sender: InvitationSender,
  { id: invitationId, kind }: ReadyInvitation,
  outcome: SendingOutcome,
): SendingResult | undefined {
  const id = sendingId({ invitationId, kind });
  // A reminder stands in the org as sent already: it is kept open and tried again, not looked for again.
  const again = kind === 'reminder' ? undefined : ({ id, state: 'released' } as const);
  switch (outcome.kind) {
    case 'sent':
      return { id, state: 'sent', sentAt: outcome.sentAt ?? desk.now().toISOString() };
    case 'refused':
      return { id, state: 'refused', reason: outcome.reason };
    case 'later':
      return again;
    case 'unsure':
      return sender.idempotent ? again : undefined;
  }
}

/** A sender that could not take something is left alone for a while. */
function noteHealth(desk: Desk, sender: InvitationSender, outcomes: readonly SendingOutcome[]): void {
  const failed = outcomes.find((outcome) => outcome.kind === 'later' || outcome.kind === 'unsure');
  if (failed === undefined) {
    desk.senders.works(sender);
    return;
  }
  desk.senders.pause(sender, failed.reason, failed.kind === 'later' ? failed.retryAfterMs : undefined);
  desk.telemetry.log.warn('invitations.sender.paused', { sender: sender.name, reason: failed.reason });
}
