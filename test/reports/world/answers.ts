import type { Client, Row } from '../client.ts';
import type { Respondent } from './customers.ts';
import { answerMoment, DAY, edgeMoments, iso, MINUTE } from './moments.ts';
import type { Random } from './random.ts';
import type { Survey } from './surveys.ts';

/** An answer of a world, as far as others refer to it. */
export interface Answer {
  readonly id: string;
  readonly respondent: Respondent;
  readonly survey: Survey;
  readonly rating: number | null;
  readonly respondedAt: number;
}

const CHANNELS = ['Email', 'Phone', 'SMS', 'Web', null];
const SOURCES = ['web', 'typeform', null];
const RATINGS = [0, 1, 3, 5, 6, 6, 7, 8, 8, 9, 9, 9, 10, 10, null, null];
const REASONS = ['Delivery time', 'Price', 'Friendly staff', 'Quality'];

/** What answers are made of. */
export interface Material {
  readonly admin: Client;
  readonly respondents: readonly Respondent[];
  readonly surveys: readonly Survey[];
  readonly random: Random;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Answers with and without ratings, accepted, in quarantine and excluded, with reasons of which some were overruled. */
export async function makeAnswers(material: Material, name: string, count: number): Promise<readonly Answer[]> {
  const { admin, now } = material;
  const edges = edgeMoments(now);
  const drafts = Array.from({ length: count }, (_, n) => draft(material, edges, `${name}-${String(n)}`));
  const ids = await admin.create(
    'PulseResponse__c',
    drafts.map(({ values }) => values),
  );
  const answers = drafts.map(({ answer }, n) => ({ ...answer, id: ids[n] ?? '' }));
  await makeReasons(material, answers);
  return answers;
}

/** Takes answers out of the figures, as a person does. */
export async function exclude({ admin }: Material, answers: readonly Answer[]): Promise<void> {
  await admin.create(
    'PulseOverride__c',
    answers.map(({ id }) => ({ Response__c: id, Kind__c: 'Exclude', Why__c: 'Our own staff' })),
  );
}

function draft(
  { respondents, surveys, random, now }: Material,
  edges: readonly number[],
  name: string,
): { readonly values: Row; readonly answer: Omit<Answer, 'id'> } {
  const respondent = random.pick(respondents);
  const survey = random.pick(surveys);
  const drawn = random.pick(RATINGS);
  const respondedAt = Math.min(answerMoment(now, edges, random), now - MINUTE);
  const rating = drawn === null ? null : drifted(drawn, respondent.drift, now - respondedAt);
  const inQuarantine = random.chance(0.07);
  const values: Row = {
    ContactPulse__c: respondent.pulse,
    ExternalId__c: `world:${name}`,
    Contact__c: respondent.contact,
    Account__c: random.chance(0.04) ? null : respondent.account,
    Survey__c: survey.id,
    Program__c: survey.program,
    Touchpoint__c: random.pick(survey.touchpoints),
    Rating__c: rating,
    RespondedAt__c: iso(respondedAt),
    Channel__c: random.pick(CHANNELS),
    Source__c: random.pick(SOURCES),
    RecordedBy__c: random.chance(0.15) ? 'Rita Recorder' : null,
    MatchedBy__c:
      respondent.contact === null ? random.pick(['UnknownEmail', 'Anonymous', 'Respondent']) : random.pick(['Email', 'ContactId', null]),
    ...(random.chance(0.3) ? { Comment__c: `Words of ${name}` } : {}),
    ...(inQuarantine ? { Status__c: 'Quarantined', QuarantineReason__c: random.pick(['Burst', 'TooFast', 'Manual']) } : {}),
  };
  return { values, answer: { respondent, survey, rating, respondedAt } };
}

/** Some customers are happier than they were, some less: by more than chance. */
function drifted(rating: number, drift: Respondent['drift'], age: number): number {
  const wasLongAgo = age > 365 * DAY;
  if (drift === 'none') return rating;
  return (drift === 'up') === wasLongAgo ? Math.min(rating, 4) : Math.max(rating, 8);
}

/** What customers said and what was read out of their words; people then struck some out or put another in their place. */
async function makeReasons({ admin, random }: Material, answers: readonly Answer[]): Promise<void> {
  const rows = answers.flatMap(({ id }) =>
    ['Customer', 'AI'].flatMap((giver) =>
      REASONS.filter(() => random.chance(0.2)).map((reason) => ({
        Response__c: id,
        Reason__c: reason,
        GivenBy__c: giver,
        Key__c: `${id}:${giver}:${reason}`,
      })),
    ),
  );
  const ids = await admin.create('PulseReason__c', rows);
  const wrong = rows.flatMap((row, n) => (random.chance(0.12) ? [{ ...row, id: ids[n] ?? null }] : []));
  const once = new Map(wrong.map((row) => [row.Response__c, row]));
  await admin.create(
    'PulseOverride__c',
    [...once.values()].map(({ id, Response__c }) => ({
      Response__c,
      Kind__c: 'CorrectReasons',
      CorrectedReason__c: id,
      ...(random.chance(0.5) ? { NewReason__c: 'Invoice' } : {}),
      Why__c: 'Read again',
    })),
  );
}
