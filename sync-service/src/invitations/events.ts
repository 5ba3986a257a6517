import type { InvitationEvent, StoredInvitationEvent } from '../store/ports/sendings.ts';
import { countInvitations, type Desk } from './desk.ts';
import type { InvitationRecord } from './org/records.ts';
import type { SurveyInfo } from './situation.ts';

const atOnce = 200;

/** An event about an invitation that is still being sent waits so long for its sending to be told. */
const patienceMs = 7 * 24 * 3_600_000;

type Change = { readonly Id: string } & Readonly<Record<string, string>>;

/**
 * Tells the org what platforms say about invitations that they sent: opened, or came back. What has gone on since (answered, expired)
 * stays as it is. @throws RequestRefused, OrgUnavailable
 */
export async function tellEvents(desk: Desk, surveys: ReadonlyMap<string, SurveyInfo>): Promise<void> {
  const events = await desk.store.invitationEvents(atOnce);
  if (events.length === 0) return;
  const records = await desk.org.read([...new Set(events.map(({ invitationId }) => invitationId).filter(isId))]);
  const done: InvitationEvent[] = [];
  const changes = new Map<string, { readonly change: Change; readonly event: InvitationEvent; readonly survey: string }>();
  for (const event of events) {
    const record = records.get(event.invitationId);
    const change = record === undefined ? undefined : changeOf(record, event);
    const isEarly = record !== undefined && (record.Status__c === 'Claimed' || record.Status__c === 'Requested');
    if (change !== undefined && !changes.has(event.invitationId)) {
      changes.set(event.invitationId, { change, event, survey: surveys.get(record?.Survey__c ?? '')?.key ?? '' });
    } else if (change === undefined && (!isEarly || isOld(event, desk.now()))) done.push(event);
  }
  const told = await desk.org.change([...changes.values()].map(({ change }) => change));
  for (const outcome of told) {
    const one = changes.get(outcome.id);
    if (one === undefined) continue;
    if (!outcome.ok) desk.telemetry.log.warn('invitations.event.refused', { invitation: outcome.id, code: outcome.code });
    if (outcome.ok) countInvitations(desk, one.survey, one.event.kind);
    // A rule that refuses it once refuses it always: the invitation has moved on between reading and writing.
    done.push(one.event);
  }
  await desk.store.dropInvitationEvents(done);
}

function changeOf({ Id, Status__c }: InvitationRecord, { kind, at }: InvitationEvent): Change | undefined {
  if (Status__c !== 'Sent') return undefined;
  if (kind === 'opened') return { Id, Status__c: 'Opened', OpenedAt__c: at };
  return { Id, Status__c: 'Failed', FailureReason__c: 'The mail came back: the address takes none.' };
}

function isOld({ notedAt }: StoredInvitationEvent, now: Date): boolean {
  return now.getTime() - Date.parse(notedAt) > patienceMs;
}

function isId(text: string): boolean {
  return /^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(text);
}
