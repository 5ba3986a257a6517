import type { Connection } from 'jsforce';
import { update } from './createRecords';
import { callFlow } from './flowCall';

/** Whom the demo asks itself, beside those who were asked before. */
export interface MayBeAsked {
  /** Ids of contacts, in a fixed order. */
  readonly contacts: readonly string[];
  /** Ids of surveys. */
  readonly surveys: readonly string[];
}

/** What invitations of the demo say about who wanted them. */
export const REQUESTED_BY = 'Demo';

/** At the end of a month: so many requests for people who were asked lately. */
const SPARED_A_MONTH = 8;
const LATELY_DAYS = 60;
/** Today: people who may be asked, and people who were asked lately. */
const FREE_TODAY = 36;
const SPARED_TODAY = 12;
const QUIET_DAYS = 186;
/** One invitation of today in so many is on its way already. */
const SEND_EVERY = 3;
const CLAIM_MINUTES = 10;
const DAY = 86_400_000;

interface Asked {
  readonly outcome: string;
  readonly invitationId: string;
}

/** Asks some people, at the end of a month, whom the org's rules spare: so it can be seen why nobody is asked. */
export async function askTheSpared(connection: Connection, { contacts, surveys }: MayBeAsked, now: Date, month: number): Promise<void> {
  const lately = await askedSince(connection, new Date(now.getTime() - LATELY_DAYS * DAY));
  const spared = contacts.filter((id) => lately.has(id));
  await ask(connection, everySo(spared, SPARED_A_MONTH, month), surveys);
}

/**
 * Asks some of the demo's customers through the flow that admins call, so that invitations and reasons why not can be
 * seen; sends some of them as a sender would. Does nothing when somebody waits to be asked already.
 */
export async function askToday(connection: Connection, { contacts, surveys }: MayBeAsked): Promise<void> {
  const { totalSize } = await connection.query(`SELECT Id FROM PulseInvitation__c WHERE Status__c IN ('Requested', 'Claimed') LIMIT 1`);
  if (totalSize > 0) return;
  const asked = await askedSince(connection, new Date(Date.now() - QUIET_DAYS * DAY));
  const free = everySo(
    contacts.filter((id) => !asked.has(id)),
    FREE_TODAY,
  );
  const spared = everySo(
    contacts.filter((id) => asked.has(id)),
    SPARED_TODAY,
  );
  const made = await ask(connection, [...free, ...spared], surveys);
  await send(
    connection,
    made.filter((_, index) => index % SEND_EVERY === 0),
  );
}

/** @returns ids of the invitations that wait to be sent */
async function ask(connection: Connection, contacts: readonly string[], surveys: readonly string[]): Promise<readonly string[]> {
  const inputs = contacts.map((contactId, index) => ({
    contactId,
    surveyId: surveys[index % surveys.length],
    delayHours: 0,
    requestedBy: REQUESTED_BY,
  }));
  const results = await callFlow<Asked>(connection, 'RequestSurvey', inputs);
  return results.flatMap(({ outputValues }) => (outputValues?.outcome === 'Requested' ? [outputValues.invitationId] : []));
}

/** Contacts who were asked since then. */
async function askedSince(connection: Connection, since: Date): Promise<ReadonlySet<string>> {
  const { records } = await connection.query<{ Contact__c: string }>(
    `SELECT Contact__c FROM PulseInvitation__c WHERE SentAt__c >= ${since.toISOString()} AND Contact__c != null LIMIT 2000`,
  );
  return new Set(records.map((row) => row.Contact__c));
}

/** Claims the invitations and tells that they were sent. */
async function send(connection: Connection, ids: readonly string[]): Promise<void> {
  const until = new Date(Date.now() + CLAIM_MINUTES * 60_000).toISOString();
  await update(
    connection,
    'PulseInvitation__c',
    ids.map((Id) => ({ Id, Status__c: 'Claimed', ClaimedBy__c: REQUESTED_BY, ClaimedUntil__c: until })),
  );
  await update(
    connection,
    'PulseInvitation__c',
    ids.map((Id) => ({ Id, Status__c: 'Sent' })),
  );
}

/** About `count` of the items, evenly spread; another share for another `turn`. */
function everySo<T>(items: readonly T[], count: number, turn = 0): readonly T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === turn % step).slice(0, count);
}
