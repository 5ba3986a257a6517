import type { Answer, TextField } from '../answer.ts';
import type { SurveyDefinition } from '../mapping/mappingSchema.ts';
import type { AssignedAnswer } from '../match/matchAnswers.ts';
import { reasonKey } from '../match/keys.ts';
import { matchFields } from '../match/matchFields.ts';
import type { WireRecord } from '../salesforce/composite.ts';
import type { Assignment } from '../store/store.ts';
import { commentHash } from './commentHash.ts';

/** Fields of PulseResponse__c that carry a text of the answer as it is. */
const responseTexts: readonly (readonly [TextField, string])[] = [
  ['comment', 'Comment__c'],
  ['answer1', 'Answer1__c'],
  ['answer2', 'Answer2__c'],
  ['answer3', 'Answer3__c'],
  ['answer4', 'Answer4__c'],
  ['answer5', 'Answer5__c'],
  ['touchpoint', 'Touchpoint__c'],
  ['channel', 'Channel__c'],
  ['language', 'Language__c'],
];

/** Fields of the customer's own: their values for an answer. */
export interface OwnFields {
  (answer: Answer): WireRecord;
  /** Fields of the package that this org's (older) version of it does not have. */
  readonly leaveOut?: ReadonlySet<string>;
}

const noOwnFields: OwnFields = () => ({});

/** A survey that the org does not have yet; its policy is the org's defaults, for an admin to change. */
export function surveyRecord(key: string, definition: SurveyDefinition | undefined, answer: Answer): WireRecord {
  return {
    Key__c: key,
    Name: definition?.name ?? key.slice(0, 80),
    Program__c: definition?.program ?? answer.text.program ?? 'Transactional',
    ...(definition?.touchpoint === undefined ? {} : { Touchpoint__c: definition.touchpoint }),
    ...(definition?.question === undefined ? {} : { Question__c: definition.question }),
  };
}

export function accountPulseRecord({ accountPulse }: Assignment): WireRecord {
  return { Key__c: accountPulse.key, ...(accountPulse.accountId === undefined ? {} : { Account__c: accountPulse.accountId }) };
}

export function contactPulseRecord({ accountPulse, contactPulse, leadId }: Assignment): WireRecord {
  return {
    Key__c: contactPulse.key,
    AccountPulse__r: { Key__c: accountPulse.key },
    ...(contactPulse.contactId === undefined ? {} : { Contact__c: contactPulse.contactId }),
    ...(leadId === undefined ? {} : { Lead__c: leadId }),
  };
}

/** An answer the org has not had: its content, its parent and its links, how it was matched, and what the guard needs. */
export function newResponseRecord({ externalId, answer, assignment }: AssignedAnswer, own: OwnFields = noOwnFields): WireRecord {
  const { accountPulse, contactPulse, caseId, opportunityId, invitationId } = assignment;
  const record = withoutBlanks({
    ExternalId__c: externalId,
    ContactPulse__r: { Key__c: contactPulse.key },
    Source__c: answer.source,
    Contact__c: contactPulse.contactId,
    Account__c: accountPulse.accountId,
    Case__c: caseId,
    Opportunity__c: opportunityId,
    Invitation__c: invitationId,
    ...matchFields(assignment),
    ...guardFields(answer),
    ...contentOf(answer, own),
  });
  const { leaveOut } = own;
  return leaveOut === undefined || leaveOut.size === 0
    ? record
    : Object.fromEntries(Object.entries(record).filter(([name]) => !leaveOut.has(name)));
}

/**
 * An answer the org has already: its content only. Never its parent, status or links: what people did in the org stays.
 * A field that the source offers and has emptied is emptied; one that the source does not offer is left alone.
 */
export function changedResponseRecord({ externalId, answer }: AssignedAnswer, own: OwnFields = noOwnFields): WireRecord {
  return { ExternalId__c: externalId, ...contentOf(answer, own) };
}

/** One reason of one answer. */
export function reasonRecord(externalId: string, reason: string): WireRecord {
  return { Key__c: reasonKey(externalId, reason), Response__r: { ExternalId__c: externalId }, Reason__c: reason, GivenBy__c: 'Customer' };
}

function guardFields({ guard }: Answer): WireRecord {
  if (guard === undefined) return {};
  return {
    ...(guard.live ? { Live__c: true } : {}),
    AnswerSeconds__c: guard.seconds === undefined ? undefined : Math.round(guard.seconds),
    SenderHash__c: guard.sender?.slice(0, 64),
  };
}

/** What an answer says, as fields of its record. */
export function contentOf(answer: Answer, own: OwnFields = noOwnFields): WireRecord {
  const content: Record<string, unknown> = { RespondedAt__c: answer.respondedAt };
  if (answer.rating !== undefined) content['Rating__c'] = answer.rating;
  if (answer.updatedAt !== undefined) content['SourceUpdatedAt__c'] = answer.updatedAt;
  for (const [field, name] of responseTexts) {
    const text = answer.text[field];
    if (text !== undefined) content[name] = text;
  }
  if (answer.guard?.live === true && answer.text.comment !== undefined) content['CommentHash__c'] = commentHash(answer.text.comment);
  const { survey, program } = answer.text;
  if (survey) content['Survey__r'] = { Key__c: survey };
  // The survey's program is the answer's; only an answer without a survey brings its own.
  else if (program) content['Program__c'] = program;
  return { ...content, ...own(answer) };
}

function withoutBlanks(record: WireRecord): WireRecord {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined));
}
