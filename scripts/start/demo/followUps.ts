import type { Connection } from 'jsforce';
import { create, update } from './createRecords';
import type { Stretch } from './life';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Every so many unhappy answers of the past was followed up, of which one in so many was late. */
const FOLLOWED_EVERY = 3;
const LATE_EVERY = 5;
/** Three with one cause at one account would be a recurring problem: the demo has a few of those, not dozens. */
const MOST_OF_ACCOUNT = 13;
/** What was answered longer ago is in no report. */
const OLDEST_DAYS = 365;
/** How long a recurring problem takes. */
const PROBLEM_DAYS = 20;
const ENDINGS = [
  { RootCause__c: 'Service', Outcome__c: 'Recovered', ActionTaken__c: 'Called back the same day and agreed on a fixed contact.' },
  { RootCause__c: 'Delivery', Outcome__c: 'Explained', ActionTaken__c: 'Explained the delay and sent the new dates in writing.' },
  { RootCause__c: 'Communication', Outcome__c: 'Recovered', ActionTaken__c: 'Visited the customer and went through the open points.' },
  { RootCause__c: 'Price', Outcome__c: 'Lost', ActionTaken__c: 'Offered another package; the customer goes elsewhere.' },
  { RootCause__c: 'Product', Outcome__c: 'Explained', ActionTaken__c: 'Showed how it is done today, and noted the wish.' },
  { RootCause__c: 'Other', Outcome__c: 'No answer', ActionTaken__c: 'Called three times and wrote; nobody answered.' },
] as const;

interface UnhappyAnswer {
  readonly Id: string;
  readonly ExternalId__c: string;
  readonly RespondedAt__c: string;
  readonly Contact__c: string;
  readonly Account__c: string;
  readonly Account__r: { readonly OwnerId: string };
  readonly ContactPulse__c: string;
  readonly ContactPulse__r: { readonly AccountPulse__c: string };
}

/**
 * The follow-ups that people worked on in a stretch of the past, as they stand at its end: most are resolved, the
 * latest are open with their tasks. Does nothing for those that are there.
 * @param now of the demo
 */
export async function recallFollowUps(connection: Connection, { from, to }: Stretch, now: Date): Promise<void> {
  const oldest = new Date(Math.max(from.getTime(), now.getTime() - OLDEST_DAYS * DAY));
  if (oldest >= to) return;
  const { records } = await connection.query<UnhappyAnswer>(
    'SELECT Id, ExternalId__c, RespondedAt__c, Contact__c, Account__c, Account__r.OwnerId, ContactPulse__c, ContactPulse__r.AccountPulse__c FROM PulseResponse__c ' +
      "WHERE Detractor__c = 1 AND Status__c = 'Accepted' AND Contact__c != null AND Account__r.Owner.IsActive = true " +
      `AND RespondedAt__c > ${oldest.toISOString()} AND RespondedAt__c <= ${to.toISOString()} ORDER BY ExternalId__c LIMIT 2000`,
  );
  const { done, ofAccount } = await madeBefore(connection);
  const followUps = records
    .filter((answer) => numberOf(answer) % FOLLOWED_EVERY === 0 && !done.has(answer.Id))
    .flatMap((answer) => {
      const before = ofAccount.get(answer.Account__c) ?? 0;
      ofAccount.set(answer.Account__c, before + 1);
      return before < MOST_OF_ACCOUNT ? [followUp(answer, before, to)] : [];
    });
  await create(connection, 'PulseFollowUp__c', followUps);
}

/** Resolves, now, what is open about answers, and the problems of the month before: nobody waits for a month. */
export async function resolveOpen(connection: Connection, now: Date): Promise<void> {
  const monthAgo = new Date(now.getTime() - PROBLEM_DAYS * DAY).toISOString();
  const { records } = await connection.query<{ Id: string }>(
    `SELECT Id FROM PulseFollowUp__c WHERE Open__c = 1 AND (Kind__c = 'Answer' OR CreatedDate < ${monthAgo}) ORDER BY Name LIMIT 2000`,
  );
  const contacted = new Date(now.getTime() - HOUR).toISOString();
  const resolved = records.map(({ Id }, index) => ({ Id, Status__c: 'Resolved', FirstContactAt__c: contacted, ...endingOf(index) }));
  await update(connection, 'PulseFollowUp__c', resolved);
}

/** Resolves the oldest of the follow-ups that are open and begins the next; the others wait, and some are overdue one day. */
export async function workOnSome(connection: Connection, now: Date): Promise<void> {
  const { records } = await connection.query<{ Id: string; FirstContactAt__c: string | null }>(
    "SELECT Id, FirstContactAt__c FROM PulseFollowUp__c WHERE Open__c = 1 AND Kind__c = 'Answer' ORDER BY AnsweredAt__c LIMIT 2",
  );
  const worked = records.map(({ Id, FirstContactAt__c: contacted }, index) => ({
    Id,
    FirstContactAt__c: contacted ?? now.toISOString(),
    ...(index === 0 ? { Status__c: 'Resolved', ...endingOf(0) } : {}),
  }));
  await update(connection, 'PulseFollowUp__c', worked);
}

/** Which answers were followed up, and how often each account was. */
async function madeBefore(
  connection: Connection,
): Promise<{ readonly done: ReadonlySet<string>; readonly ofAccount: Map<string, number> }> {
  const { records } = await connection.query<{ Response__c: string; Account__c: string }>(
    "SELECT Response__c, Account__c FROM PulseFollowUp__c WHERE Kind__c = 'Answer' LIMIT 2000",
  );
  const ofAccount = new Map<string, number>();
  for (const { Account__c: account } of records) ofAccount.set(account, (ofAccount.get(account) ?? 0) + 1);
  return { done: new Set(records.map((row) => row.Response__c)), ofAccount };
}

/** @param before how many the same account has already */
function followUp(answer: UnhappyAnswer, before: number, now: Date): Record<string, unknown> {
  const asked = Date.parse(answer.RespondedAt__c);
  const number = Math.floor(numberOf(answer) / FOLLOWED_EVERY);
  const hours = number % LATE_EVERY === 0 ? 60 + (number % 7) * 12 : 6 + (number % 10) * 4;
  const resolvedAt = asked + hours * HOUR;
  return {
    Kind__c: 'Answer',
    CauseKey__c: `R:${answer.Id}`,
    Response__c: answer.Id,
    Contact__c: answer.Contact__c,
    Account__c: answer.Account__c,
    ContactPulse__c: answer.ContactPulse__c,
    AccountPulse__c: answer.ContactPulse__r.AccountPulse__c,
    OwnerId: answer.Account__r.OwnerId,
    DueAt__c: iso(asked + 2 * DAY),
    ...(resolvedAt > now.getTime()
      ? {}
      : {
          Status__c: 'Resolved',
          FirstContactAt__c: iso(asked + (hours / 2) * HOUR),
          ResolvedAt__c: iso(resolvedAt),
          // Each account begins with another cause.
          ...endingOf(before + accountNumber(answer.Account__c)),
        }),
  };
}

function endingOf(index: number): (typeof ENDINGS)[number] {
  return ENDINGS[index % ENDINGS.length] ?? ENDINGS[0];
}

function accountNumber(id: string): number {
  return [...id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
}

/** The number at the end of the demo's own id: the same draw at every attempt. */
function numberOf({ ExternalId__c: id }: UnhappyAnswer): number {
  return Number(/\d+$/u.exec(id)?.[0] ?? 0);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
