import { moodOf, type CommentBox } from './comments';
import type { Customer } from './customers';
import type { DemoRecord } from './demoData';
import type { Material, SurveyPlan } from './material';
import type { Random } from './random';
import { shares } from './shares';
import { DEMO_DAYS, fixedAnswers, moodAt, oldestDay } from './stories';

/** How many answers the demo has, and how many of them come from nobody we know. */
export const ANSWERS = 3000;
export const UNLINKED = 60;

/** No detractor is left to chance that late: which answers ask for a follow-up is planned, and counted. */
export const PLANNED_DAYS = 17;

const SHARE_WITHOUT_RATING = 0.03;
const SHARE_OF_CONTACTS_WHO_ANSWER = 0.75;
/** Out of 100 answers, how many are about what. */
const TOPICS: readonly (readonly [string, number])[] = [
  ['Relationship', 25],
  ['Service', 28],
  ['Delivery', 25],
  ['Sales', 8],
  ['Onboarding', 7],
  ['Renewal', 7],
];
const FIRST_TOPICS: readonly (readonly [string, number])[] = [
  ['Sales', 35],
  ['Onboarding', 35],
  ['Delivery', 30],
];
const WORDS_OF: Readonly<Record<string, number>> = { promoter: 0.42, passive: 0.38, detractor: 0.68 };

/** An answer while it is being made. */
export interface Draft {
  readonly customer: Customer | undefined;
  readonly contact: DemoRecord | undefined;
  readonly survey: SurveyPlan;
  readonly channel: string;
  readonly language: string;
  /** Days before now, with a fraction. */
  daysAgo: number;
  rating: number | undefined;
}

/** What an answer says beside its rating. */
export interface Words {
  readonly comment: string;
  readonly reasons: readonly string[];
}

/** All answers of the customers, without their words. */
export function draftAnswers(customers: readonly Customer[], material: Material, random: Random): Draft[] {
  const free = customers.filter((customer) => fixedAnswers(customer.company.story) === undefined);
  const fixed = customers.reduce((sum, customer) => sum + (fixedAnswers(customer.company.story) ?? 0), 0);
  const spread = shares(
    ANSWERS - UNLINKED - fixed,
    free.map((customer) => customer.contacts.length * (0.5 + random.next())),
    4,
  );
  return customers.flatMap((customer) => {
    const count = fixedAnswers(customer.company.story) ?? spread[free.indexOf(customer)] ?? 0;
    return draftsOf(customer, count, material, random);
  });
}

function draftsOf(customer: Customer, count: number, material: Material, random: Random): Draft[] {
  const { story } = customer.company;
  const answering = Math.max(1, Math.round(customer.contacts.length * SHARE_OF_CONTACTS_WHO_ANSWER));
  const respondents = random
    .shuffle(customer.contacts)
    .slice(0, answering)
    .map((contact) => ({ contact, bias: random.normal() * 0.5, language: random.chance(0.88) ? customer.language : 'en' }));
  return Array.from({ length: count }, () => {
    const { contact, bias, language } = random.pick(respondents);
    const daysAgo = 0.2 + random.next() * (oldestDay(story) - 1);
    const survey = surveyAbout(weighted(story === 'new' ? FIRST_TOPICS : TOPICS, random), material);
    const mood = moodAt(story, 1 - daysAgo / DEMO_DAYS) + bias;
    return {
      customer,
      contact,
      survey,
      channel: random.pick(survey.channels),
      language,
      daysAgo: story === 'single' ? 40.4 : daysAgo,
      rating: story !== 'single' && random.chance(SHARE_WITHOUT_RATING) ? undefined : ratingAround(mood, random),
    };
  });
}

/** Answers of people whose address nobody knows, or who gave none. */
export function draftUnlinked(material: Material, random: Random): Draft[] {
  return Array.from({ length: UNLINKED }, () => {
    const survey = surveyAbout(weighted(TOPICS, random), material);
    return {
      customer: undefined,
      contact: undefined,
      survey,
      channel: random.pick(survey.channels),
      language: random.pick(['en', 'en', 'da', 'de']),
      daysAgo: PLANNED_DAYS + random.next() * (DEMO_DAYS - PLANNED_DAYS - 1),
      rating: ratingAround(7.8, random),
    };
  });
}

/** What the customer writes and ticks; many write nothing. */
export function wordsOf(draft: Draft, box: CommentBox, mustWrite: boolean, random: Random): Words {
  const mood = moodOf(draft.rating ?? 7);
  const writes = mustWrite || draft.rating === undefined || random.chance(WORDS_OF[mood] ?? 0);
  if (writes) {
    const comment = box.take(draft.language, draft.survey.topic, mood);
    return { comment: comment.text, reasons: comment.reasons };
  }
  const ticks = random.chance(0.4);
  return { comment: '', reasons: ticks ? box.take('en', draft.survey.topic, mood).reasons : [] };
}

function ratingAround(mood: number, random: Random): number {
  // Now and then somebody is furious, whatever the account feels on average.
  if (random.chance(0.015)) return random.between(0, 3);
  return Math.min(10, Math.max(0, Math.round(mood + random.normal() * 1.4)));
}

function surveyAbout(topic: string, material: Material): SurveyPlan {
  const survey = material.surveys.find((plan) => plan.topic === topic);
  if (!survey) throw new Error(`There is no survey about ${topic}.`);
  return survey;
}

function weighted(choices: readonly (readonly [string, number])[], random: Random): string {
  let left = random.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return choices[choices.length - 1]?.[0] ?? '';
}
