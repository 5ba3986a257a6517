import type { InvitationEvent } from '../../store/ports/sendings.ts';
import { answerFrom } from '../answers/answerFrom.ts';
import { asProperties, type QuestionAnswer, type Said } from '../answers/said.ts';
import { jsonIn } from '../http/replies.ts';
import type { Reading } from '../source.ts';
import { utcTime } from '../utcTime.ts';
import { fieldsOf, idIn, textIn, type Fields } from './payloads.ts';
import type { NpsTodaySettings } from './settings.ts';

const furtherAnswers = ['answer1', 'answer2', 'answer3', 'answer4', 'answer5'] as const;

/** Reads a response as the API lists it. */
export function readResponse(json: unknown, settings: NpsTodaySettings): Reading {
  const fields = fieldsOf(json);
  if (fields === undefined) return { problem: 'the response is no object' };
  const campaign = textIn(fields, 'CampaignId', 'Campaign.Id');
  if (settings.campaignIds.length > 0 && !settings.campaignIds.includes(campaign ?? ''))
    return { ignored: 'a campaign that the settings do not name' };
  const events = eventsIn(fields);
  const respondedAt = respondedAtIn(fields);
  // A member of a campaign who has not answered yet.
  if (respondedAt === undefined && textIn(fields, 'Rating') === undefined) return { answers: [], events };
  const composed = answerFrom(settings.name, saidBy(fields, respondedAt ?? '', campaign), settings);
  return 'answer' in composed ? { answers: [composed.answer], events } : composed;
}

/** When it was answered, as the platform writes it. */
export function respondedAtIn(fields: Fields): string | undefined {
  return textIn(fields, 'ResponseTime', 'RespondedTime', 'ResponseDate', 'CreatedTime', 'Created', 'CreatedAt');
}

/** When it was last changed; times stand in UTC where they say no offset. */
export function changedAtIn(fields: Fields): string | undefined {
  return textIn(fields, 'LastModified', 'ModifiedTime', 'UpdatedTime', 'UpdatedAt') ?? respondedAtIn(fields);
}

function saidBy(fields: Fields, respondedAt: string, campaign: string | undefined): Said {
  const email = textIn(fields, 'Email', 'EmailAddress', 'Respondent.Email', 'Respondent.EmailAddress', 'CampaignMember.Email');
  const phone = textIn(fields, 'Phone', 'PhoneNumber', 'Mobile', 'Respondent.Phone', 'Respondent.PhoneNumber', 'CampaignMember.Phone');
  const respondent = textIn(fields, 'RespondentId', 'Respondent.Id');
  const channel = textIn(fields, 'Channel', 'CampaignMember.Channel');
  const language = textIn(fields, 'Language', 'LanguageCode', 'CampaignMember.Language');
  const changedAt = changedAtIn(fields);
  return {
    responseId: idIn(fields) ?? '',
    respondedAt,
    ...(changedAt === undefined ? {} : { updatedAt: changedAt }),
    score: textIn(fields, 'Rating') ?? null,
    ...reasonsIn(fields),
    ...(textIn(fields, 'DoNotContact') === undefined ? {} : { doNotContact: textIn(fields, 'DoNotContact') === 'true' }),
    text: {
      comment: textIn(fields, 'Comment', 'Text', 'Feedback') ?? null,
      ...Object.fromEntries(furtherAnswers.map((name) => [name, textIn(fields, name) ?? null])),
      ...(campaign === undefined ? {} : { survey: campaign }),
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
      ...(respondent === undefined ? {} : { respondent }),
      ...(channel === undefined ? {} : { channel }),
      ...(language === undefined ? {} : { language }),
    },
    properties: { ...asProperties(Object.fromEntries(fields)), ...customIn(fields) },
    questions: new Map(
      furtherAnswers.map((name): [string, QuestionAnswer] => [name, [textIn(fields, name)].flatMap((text) => text ?? [])]),
    ),
  };
}

/** What the sender attached: an object, or its JSON. */
function customIn(fields: Fields): Said['properties'] {
  const given = fields.get('custom') ?? fields.get('campaignmember.custom');
  const custom = typeof given === 'string' ? jsonIn(given) : given;
  return typeof custom === 'object' && custom !== null ? asProperties(Object.fromEntries(Object.entries(custom))) : {};
}

/** The campaign member whose custom fields a response lacks. */
export function memberOf(fields: Fields): string | undefined {
  const hasCustom = fields.has('custom') || fields.has('campaignmember.custom');
  return hasCustom ? undefined : textIn(fields, 'CampaignMemberId', 'MemberId', 'CampaignMember.Id');
}

/** Categories that the respondent chose, where the platform offers them. */
function reasonsIn(fields: Fields): Pick<Said, 'reasons'> {
  const categories = fields.get('categories') ?? fields.get('responsecategories');
  if (!Array.isArray(categories)) return {};
  return { reasons: categories.flatMap((category: unknown) => nameOf(category) ?? []) };
}

function nameOf(category: unknown): string | undefined {
  return typeof category === 'string' ? category : textIn(fieldsOf(category) ?? new Map(), 'Name', 'Title');
}

/** What became of the invitation that the answer belongs to, where it carries ours. */
function eventsIn(fields: Fields): readonly InvitationEvent[] {
  const invitationId = Object.entries(customIn(fields)).find(([name]) => name.toLowerCase() === 'pulse_invitation')?.[1];
  if (typeof invitationId !== 'string' || invitationId === '') return [];
  const times = [
    ['opened', textIn(fields, 'SurveyOpenedTime', 'CampaignMember.SurveyOpenedTime')],
    ['bounced', textIn(fields, 'SurveyBouncedTime', 'CampaignMember.SurveyBouncedTime')],
  ] as const;
  return times.flatMap(([kind, time]) => {
    const at = new Date(utcTime(time));
    return Number.isNaN(at.getTime()) ? [] : [{ invitationId, kind, at: at.toISOString() }];
  });
}
