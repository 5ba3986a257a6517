import type { Customer } from './customers';
import type { DemoAnswer, DemoInvitation } from './demoData';
import type { Material, SurveyPlan } from './material';
import type { Random } from './random';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How far back invitations go: what a report over a year shows. */
const ASKED_DAYS = 360;
/** What was asked in the last days waits for its answer, and is asked anew by the loading itself. */
const LATEST_DAYS = 3;
/** Days for which nobody is asked again, a little longer than the package's own cool-down. */
const QUIET_DAYS = { Relational: 185, Transactional: 95 };
/** The share of the answers that an invitation brought, where the rules of asking let it; the others came by themselves. */
const INVITED_SHARE = 0.28;
/** How often a moment is tried for asking a contact who then did not answer. */
const TRIES = 4;

interface Ask {
  readonly sentAt: number;
  readonly survey: SurveyPlan;
  readonly answer?: string;
}

/**
 * Who was asked in the past year, and which answer it brought. As the org's own rules would have it: never during a
 * cool-down, nobody who opted out, and no customer of those whom nobody asks.
 */
export function planInvitations(
  customers: readonly Customer[],
  answers: readonly DemoAnswer[],
  { surveys }: Material,
  now: Date,
  random: Random,
): readonly DemoInvitation[] {
  const answersOf = Map.groupBy(answers, (answer) => answer.email);
  const surveyOf = new Map(surveys.map((survey) => [survey.key, survey]));
  // Surveys are sent as often as they are answered, so that each has about the same response rate.
  const usual = answers.flatMap((answer) => surveyOf.get(answer.survey) ?? []);
  const asks = customers
    .filter(({ account }) => account.notAsked !== true && account.fields['PulseOnHold__c'] !== true)
    .flatMap(({ contacts }) => contacts)
    .filter(({ fields }) => fields['PulseOptOut__c'] === undefined)
    .flatMap(({ fields }) => {
      const email = String(fields['Email']);
      const answered = answeredAsks(answersOf.get(email) ?? [], surveyOf, now.getTime(), random);
      const all = [...answered, ...unansweredAsks(answered, usual, now.getTime(), random)];
      return all.map((ask) => ({ email, ...ask }));
    })
    .sort((one, other) => one.sentAt - other.sentAt || one.email.localeCompare(other.email));
  return asks.map(({ email, sentAt, survey, answer }, index) => ({
    key: `invitation-${String(index + 1).padStart(4, '0')}`,
    email,
    survey: survey.key,
    // To the second, as an org keeps it.
    sent_at: `${new Date(sentAt).toISOString().slice(0, 19)}Z`,
    ...(answer === undefined ? {} : { answer }),
  }));
}

/** In no order, so that no month is asked more than the others. @param answers of one contact */
function answeredAsks(answers: readonly DemoAnswer[], surveyOf: ReadonlyMap<string, SurveyPlan>, now: number, random: Random): Ask[] {
  const asks: Ask[] = [];
  for (const answer of random.shuffle(answers)) {
    const respondedAt = Date.parse(answer.responded_at);
    const sentAt = respondedAt - Math.round((0.1 + random.next() ** 2 * 6) * DAY);
    const survey = surveyOf.get(answer.survey);
    const byPhone = answer.channel === 'Phone';
    if (survey === undefined || byPhone || sentAt < now - ASKED_DAYS * DAY || !random.chance(INVITED_SHARE)) continue;
    const ask = { sentAt, survey, answer: answer.response_id };
    if (isFree(ask, asks)) asks.push(ask);
  }
  return asks;
}

function unansweredAsks(answered: readonly Ask[], usual: readonly SurveyPlan[], now: number, random: Random): Ask[] {
  const asks: Ask[] = [];
  for (let tries = 0; tries < TRIES; tries += 1) {
    const daysAgo = LATEST_DAYS + random.next() * (ASKED_DAYS - LATEST_DAYS);
    const ask = { sentAt: now - Math.round(daysAgo * DAY), survey: random.pick(usual) };
    if (isFree(ask, [...answered, ...asks])) asks.push(ask);
  }
  return asks;
}

/** Neither in the cool-down of another ask, nor with another one in its own. */
function isFree(ask: Ask, others: readonly Ask[]): boolean {
  return others.every((other) => {
    const [first, second] = ask.sentAt < other.sentAt ? [ask, other] : [other, ask];
    return second.sentAt - first.sentAt > QUIET_DAYS[first.survey.program] * DAY;
  });
}
