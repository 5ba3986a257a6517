import { draftAnswers, draftUnlinked, wordsOf, type Draft, type Words } from './answers';
import { CommentBox } from './comments';
import { makeCustomers, plain } from './customers';
import type { DemoAnswer, DemoData, DemoRecord } from './demoData';
import { planFreshDetractors } from './freshDetractors';
import { planInvitations } from './invitations';
import type { Material, Seller, SurveyPlan, TouchpointPlan } from './material';
import { createRandom, type Random } from './random';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** The seed of the demo that everybody sees. */
export const DEMO_SEED = 20_261_122;

/**
 * Makes the demo: the same for the same material, time and seed. All answers lie in the 18 months before `now`.
 * @throws Error when the material lacks something, naming it
 */
export function generateDemo(material: Material, now: Date, seed = DEMO_SEED): DemoData {
  const random = createRandom(seed);
  const customers = makeCustomers(material, random, now);
  const drafts = [...draftAnswers(customers, material, random), ...draftUnlinked(material, random)];
  const inactive = new Set(material.sellers.filter((seller) => !seller.active).map((seller) => seller.key));
  const planned = planFreshDetractors(drafts, inactive);
  const box = new CommentBox(material.comments, random);
  const inOrder = [...drafts].sort((one, other) => other.daysAgo - one.daysAgo);
  const responses = inOrder.map((draft, index) => answerRow(draft, index, wordsOf(draft, box, planned.has(draft), random), now, random));
  return {
    users: material.sellers.map(userRecord),
    accounts: customers.map((customer) => customer.account),
    contacts: customers.flatMap((customer) => customer.contacts),
    touchpoints: material.touchpoints.map(touchpointRecord),
    surveys: material.surveys.map((survey) => surveyRecord(survey, material)),
    responses,
    invitations: planInvitations(customers, responses, material, now, random),
  };
}

/** All that a user needs but a profile, whose id only the org knows. */
function userRecord(seller: Seller): DemoRecord {
  const address = `${plain(seller.firstName)}.${plain(seller.lastName)}@customer-pulse.example.com`;
  return {
    key: seller.key,
    ...(seller.manager === undefined ? {} : { manager: seller.manager }),
    fields: {
      FirstName: seller.firstName,
      LastName: seller.lastName,
      Title: seller.title,
      Department: seller.department,
      Email: address,
      Username: address,
      Alias: seller.key,
      CommunityNickname: address.split('@')[0] ?? seller.key,
      IsActive: seller.active,
      TimeZoneSidKey: 'Europe/Copenhagen',
      LocaleSidKey: 'en_GB',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    },
  };
}

function touchpointRecord({ key, lead, description }: TouchpointPlan, index: number): DemoRecord {
  return { key, lead, fields: { Key__c: key, Name: key, Position__c: index + 1, Description__c: description } };
}

function surveyRecord(survey: SurveyPlan, material: Material): DemoRecord {
  const fallback = material.sellers.find((seller) => seller.active);
  return {
    key: survey.key,
    ...(fallback ? { fallbackOwner: fallback.key } : {}),
    fields: {
      Key__c: survey.key,
      Name: survey.name,
      Program__c: survey.program,
      Touchpoint__c: survey.topic,
      Question__c: survey.question,
      FollowUpDueHours__c: survey.followUpDueHours,
    },
  };
}

function answerRow(draft: Draft, index: number, words: Words, now: Date, random: Random): DemoAnswer {
  const respondedAt = now.getTime() - Math.round(draft.daysAgo * DAY);
  // Some write their comment a little later than they click the rating.
  const delay = random.chance(0.1) ? random.between(1, 40) * MINUTE : 0;
  const id = String(index + 1).padStart(5, '0');
  return {
    response_id: `demo-${id}`,
    source: 'demo',
    email: emailOf(draft, id, random),
    rating: draft.rating === undefined ? '' : String(draft.rating),
    comment: words.comment,
    responded_at: isoSeconds(respondedAt),
    updated_at: isoSeconds(respondedAt + delay),
    survey: draft.survey.key,
    touchpoint: draft.survey.topic,
    channel: draft.channel,
    language: draft.language,
    reasons: words.reasons.join(';'),
  };
}

function emailOf(draft: Draft, id: string, random: Random): string {
  const known = draft.contact?.fields['Email'];
  if (typeof known === 'string') return known;
  return random.chance(0.65) ? `visitor.${id}@mailbox.example.com` : '';
}

function isoSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
