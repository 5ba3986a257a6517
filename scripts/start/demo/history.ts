import type { Connection } from 'jsforce';
import { create } from './createRecords';
import { reviewAnswers } from './reviews';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Older than the longest cool-down, so that nobody is kept from being asked by them. */
const ASKED_FROM_DAYS = 185;
const ASKED_TO_DAYS = 360;
const MOST_ASKED = 200;
/** Of ten who were asked, so many answered. */
const ANSWERED_OF_TEN = 4;
/** Every so many unhappy answers has a follow-up in the past, of which one in so many was late. */
const FOLLOWED_EVERY = 3;
const LATE_EVERY = 5;
/** Three with one cause at one account would be a recurring problem: the demo has a few of those, not dozens. */
const MOST_OF_ACCOUNT = 13;
const MOST_ANSWERS = 10_000;
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
  readonly RespondedAt__c: string;
  readonly Contact__c: string;
  readonly ContactPulse__c: string;
  readonly Account__c: string;
  readonly Account__r: { readonly OwnerId: string };
}

interface RatedAnswer {
  readonly Id: string;
  readonly ContactPulse__c: string;
  readonly RespondedAt__c: string;
  readonly Rating__c: number;
}

/**
 * What was done before the demo began, so that response rate and follow-ups on time can be seen: invitations of the months
 * before, follow-ups that are resolved, and answers that somebody reviewed. Does nothing for what is there already.
 */
export async function recallHistory(connection: Connection, now: Date): Promise<void> {
  await recallInvitations(connection, now.getTime());
  await recallFollowUps(connection);
  await reviewAnswers(connection);
}

async function recallInvitations(connection: Connection, now: number): Promise<void> {
  const { totalSize } = await connection.query(`SELECT Id FROM PulseInvitation__c WHERE SentAt__c < LAST_N_DAYS:100 LIMIT 1`);
  if (totalSize > 0) return;
  const surveys = await connection.query<{ Id: string }>('SELECT Id FROM PulseSurvey__c ORDER BY Program__c, Key__c');
  const contacts = await connection.query<{ Id: string }>('SELECT Id FROM Contact WHERE PulseOptOut__c = null ORDER BY Email LIMIT 2000');
  const asked = contacts.records.filter((_, index) => index % 2 === 0).slice(0, MOST_ASKED);
  const invitations = asked.map(({ Id }, index) => {
    const sent = now - (ASKED_FROM_DAYS + ((index * 37) % (ASKED_TO_DAYS - ASKED_FROM_DAYS))) * DAY;
    // Every second invitation is to the first survey, the relational one.
    const survey = surveys.records[index % 2 === 0 ? 0 : index % surveys.records.length];
    const answered = (index * 7) % 10 < ANSWERED_OF_TEN;
    return {
      Contact__c: Id,
      Survey__c: survey?.Id,
      RequestedBy__c: 'Demo',
      RequestedAt__c: iso(sent - DAY),
      SentAt__c: iso(sent),
      ...(answered ? { Status__c: 'Answered', AnsweredAt__c: iso(sent + 2 * DAY) } : { Status__c: 'Expired' }),
    };
  });
  await create(connection, 'PulseInvitation__c', invitations);
}

async function recallFollowUps(connection: Connection): Promise<void> {
  const { totalSize } = await connection.query(`SELECT Id FROM PulseFollowUp__c WHERE Status__c = 'Resolved' LIMIT 1`);
  if (totalSize > 0) return;
  const { records } = await connection.query<UnhappyAnswer>(
    'SELECT Id, RespondedAt__c, Contact__c, ContactPulse__c, Account__c, Account__r.OwnerId FROM PulseResponse__c WHERE Detractor__c = 1 AND Contact__c != null ' +
      'AND Account__r.Owner.IsActive = true AND RespondedAt__c < LAST_N_DAYS:20 AND RespondedAt__c = LAST_N_DAYS:365 ORDER BY ExternalId__c LIMIT 2000',
  );
  const ofAccount = new Map<string, number>();
  const followUps = records
    .filter((_, index) => index % FOLLOWED_EVERY === 0)
    .flatMap((answer, index) => {
      const before = ofAccount.get(answer.Account__c) ?? 0;
      ofAccount.set(answer.Account__c, before + 1);
      return before < MOST_OF_ACCOUNT
        ? [{ pulse: answer.ContactPulse__c, asked: Date.parse(answer.RespondedAt__c), fields: resolvedFollowUp(answer, index, before) }]
        : [];
    });
  const later = await laterAnswers(connection);
  await create(
    connection,
    'PulseFollowUp__c',
    followUps.map(({ pulse, asked, fields }) => ({ ...fields, ...nextAnswer(later.get(pulse) ?? [], asked) })),
  );
}

/** Rated, accepted answers by contact pulse, the oldest first: what the nightly flow looks for. */
async function laterAnswers(connection: Connection): Promise<ReadonlyMap<string, readonly RatedAnswer[]>> {
  const { records } = await connection.query<RatedAnswer>(
    `SELECT Id, ContactPulse__c, RespondedAt__c, Rating__c FROM PulseResponse__c WHERE Rated__c = 1 AND Status__c = 'Accepted' ` +
      'AND Contact__c != null ORDER BY RespondedAt__c',
    { autoFetch: true, maxFetch: MOST_ANSWERS },
  );
  return Map.groupBy(records, (answer) => answer.ContactPulse__c);
}

/** The first answer after the one that was followed up, as the nightly flow notes it. */
function nextAnswer(answers: readonly RatedAnswer[], asked: number): Record<string, unknown> {
  const next = answers.find((answer) => Date.parse(answer.RespondedAt__c) > asked);
  return next === undefined ? {} : { NextResponse__c: next.Id, NextAnsweredAt__c: next.RespondedAt__c, NextRating__c: next.Rating__c };
}

/** @param before how many the same account has already */
function resolvedFollowUp(answer: UnhappyAnswer, index: number, before: number): Record<string, unknown> {
  const asked = Date.parse(answer.RespondedAt__c);
  const hours = index % LATE_EVERY === 0 ? 60 + (index % 7) * 12 : 6 + (index % 10) * 4;
  return {
    Kind__c: 'Answer',
    CauseKey__c: `R:${answer.Id}`,
    Response__c: answer.Id,
    Contact__c: answer.Contact__c,
    Account__c: answer.Account__c,
    OwnerId: answer.Account__r.OwnerId,
    Status__c: 'Resolved',
    DueAt__c: iso(asked + 2 * DAY),
    FirstContactAt__c: iso(asked + (hours / 2) * HOUR),
    ResolvedAt__c: iso(asked + hours * HOUR),
    ...ENDINGS[before % ENDINGS.length],
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
