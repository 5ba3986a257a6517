import type { Row } from '../client.ts';
import type { Answer, Material } from './answers.ts';
import { DAY, HOUR, iso, isoDate, MINUTE } from './moments.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

const KINDS = ['Answer', 'Answer', 'Answer', 'PulseLow', 'PulseFalling'];
const CAUSES = ['Product', 'Delivery', 'Service', 'Price', 'Communication', 'Other'];
const OUTCOMES = ['Recovered', 'Explained', 'Lost', 'No answer'];
const SUPPRESSIONS = ['OptedOut', 'CoolDown', 'AlreadyAsked', 'OpenCase', 'NotSampled'];
const STATUSES = ['Requested', 'Suppressed', 'Sent', 'Opened', 'Expired', 'Failed'];

/**
 * Follow-ups of answers, as they are at this moment: open, overdue, resolved in time, on the second of the deadline, a
 * second later, and late.
 */
export async function makeFollowUps(material: Material, answers: readonly Answer[], owners: readonly Person[]): Promise<void> {
  const { admin, random, now } = material;
  const unhappy = answers.filter(({ rating }) => (rating === null || rating < 9) && random.chance(0.5));
  await admin.create(
    'PulseFollowUp__c',
    unhappy.map((answer) => ({
      // Not the flow's own key: a fresh unhappy answer has two follow-ups, and what joins them must not count it twice.
      CauseKey__c: `W:${answer.id}:${answer.id}`,
      Response__c: answer.id,
      ContactPulse__c: answer.respondent.pulse,
      AccountPulse__c: answer.respondent.accountPulse,
      Contact__c: answer.respondent.contact,
      Account__c: answer.respondent.account,
      OwnerId: random.pick(owners).id,
      Kind__c: random.pick(KINDS),
      ...timesOf(now, random),
    })),
  );
}

function timesOf(now: number, random: Random): Row {
  const due = now + random.pick([2 * HOUR, 2 * DAY, 5 * DAY]) + random.whole(0, 600) * MINUTE;
  const times = {
    DueAt__c: iso(due),
    RemindAt__c: iso(due - HOUR),
    EscalateAt__c: iso(due + DAY),
    SecondEscalateAt__c: iso(due + 3 * DAY),
  };
  const rootCause = { RootCause__c: random.pick(CAUSES) };
  if (random.chance(0.3)) return { ...times, ...(random.chance(0.5) ? rootCause : {}) };
  const resolved = random.pick([due, due + 1000, due - random.whole(1, 110) * MINUTE, due + random.whole(1, 90) * HOUR]);
  return {
    ...times,
    ...rootCause,
    Status__c: 'Resolved',
    ResolvedAt__c: iso(resolved),
    Outcome__c: random.pick(OUTCOMES),
    ActionTaken__c: 'Called the customer',
  };
}

/** Requests to answer in every state of their life; answered ones with the answer that they brought, where there was one. */
export async function makeInvitations({ admin, random, now, surveys, respondents }: Material, answers: readonly Answer[]): Promise<void> {
  // Three customers are never asked, whoever of them answers.
  const unasked = new Set([...new Set(respondents.flatMap(({ account }) => account ?? []))].slice(0, 3));
  const reached = respondents.filter(({ account, contact }) => contact !== null && account !== null && !unasked.has(account));
  const asking = surveys.filter(({ id }) => id !== null);
  const unanswered = Array.from({ length: 160 }, (): Row => {
    const { contact, account, email } = random.pick(reached);
    const status = random.pick(STATUSES);
    const sent = now - random.next() * 400 * DAY;
    return {
      Survey__c: random.pick(asking).id,
      Contact__c: contact,
      Account__c: account,
      Email__c: email,
      Status__c: status,
      RequestedAt__c: iso(sent - DAY),
      // An expired one may never have been sent.
      ...(['Sent', 'Opened'].includes(status) || (status === 'Expired' && random.chance(0.7)) ? { SentAt__c: iso(sent) } : {}),
      ...(status === 'Suppressed' ? { SuppressionReason__c: random.pick(SUPPRESSIONS) } : {}),
      ...(status === 'Failed' ? { FailureReason__c: 'mailbox unknown' } : {}),
    };
  });
  await admin.create('PulseInvitation__c', unanswered);
  const answered = answers.filter(({ respondent, survey }) => reached.includes(respondent) && survey.id !== null && random.chance(0.3));
  const ids = await admin.create(
    'PulseInvitation__c',
    answered.map(({ respondent, survey, respondedAt }) => ({
      Survey__c: survey.id,
      Contact__c: respondent.contact,
      Account__c: respondent.account,
      Email__c: respondent.email,
      Status__c: 'Answered',
      RequestedAt__c: iso(respondedAt - 3 * DAY),
      SentAt__c: iso(respondedAt - 2 * DAY),
      AnsweredAt__c: iso(respondedAt),
    })),
  );
  await admin.update(
    'PulseResponse__c',
    answered.map(({ id }, n) => ({ id, Invitation__c: ids[n] ?? null })),
  );
}

/** Monthly figures of accounts from before the world began (the flow takes those since), some months missing, some without answers. */
export async function makeSnapshots({ admin, random, now, respondents }: Material): Promise<void> {
  const homes = [...new Map(respondents.map((respondent) => [respondent.accountPulse, respondent])).values()];
  const months = [9, 10, 11, 12, 13, 14].map((back) => {
    const day = new Date(now);
    return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - back, 1);
  });
  const rows = homes.flatMap((home) => months.filter(() => random.chance(0.85)).map((month) => snapshot(home, month, random)));
  await admin.create('PulseSnapshot__c', rows);
}

function snapshot({ account, accountPulse }: Answer['respondent'], month: number, random: Random): Row {
  const rated = random.pick([0, 1, 4, 12, 40]);
  const promoters = random.whole(0, rated);
  const relational = random.whole(0, rated);
  const relationalPromoters = Math.min(promoters, random.whole(0, relational));
  const sum = random.whole(promoters * 9, rated * 10);
  return {
    AccountPulse__c: accountPulse,
    Account__c: account,
    Key__c: `${accountPulse}:${isoDate(month).slice(0, 7)}`,
    Month__c: isoDate(month),
    TakenOn__c: isoDate(month + 27 * DAY),
    RatingCount__c: rated,
    RatingSum__c: sum,
    ResponseCount__c: rated + random.whole(0, 3),
    PromoterCount__c: promoters,
    DetractorCount__c: random.whole(0, rated - promoters),
    RelationalCount__c: relational,
    RelationalPromoterCount__c: relationalPromoters,
    RelationalDetractorCount__c: random.whole(0, relational - relationalPromoters),
    Score__c: rated === 0 ? null : sum / rated,
    Segment__c: random.pick(['A', 'B', 'C', null]),
    OpenFollowUpCount__c: random.whole(0, 4),
    OverdueFollowUpCount__c: random.whole(0, 2),
  };
}

/** What the check of all figures wrote, 25 times. */
export async function makeChecks({ admin, random, now }: Material): Promise<void> {
  await admin.create(
    'PulseCheck__c',
    Array.from({ length: 25 }, (_, n) => ({
      StartedAt__c: iso(now - n * 3 * DAY - random.whole(1, 60) * MINUTE),
      FinishedAt__c: iso(now - n * 3 * DAY),
      DifferenceCount__c: random.chance(0.2) ? random.whole(1, 5) : 0,
      FigureCount__c: 400,
    })),
  );
}
