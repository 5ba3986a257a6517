import { hash } from 'node:crypto';

/** Text fields of an answer that a source may give, by the name a mapping and a canonical CSV use. */
export const textFields = [
  'invitation',
  'contact_id',
  'contact_key',
  'account_id',
  'case_id',
  'opportunity_id',
  'email',
  'phone',
  'respondent',
  'comment',
  'answer1',
  'answer2',
  'answer3',
  'answer4',
  'answer5',
  'survey',
  'program',
  'touchpoint',
  'channel',
  'language',
] as const;

export type TextField = (typeof textFields)[number];

/** Every field of an answer that a mapping can fill. */
export const answerFields = [
  'response_id',
  'source',
  'responded_at',
  'updated_at',
  'rating',
  'reasons',
  'do_not_contact',
  ...textFields,
] as const;

export type AnswerField = (typeof answerFields)[number];

export type ExtraValue = string | number | boolean | null;

/** How an answer of a live channel was given. */
export interface AnswerGuard {
  /** Taken as it was given: its time is exact. */
  readonly live: boolean;
  /** Seconds from the first sight of the question to the answer. */
  readonly seconds?: number;
  /** Hash of what tells senders apart (address, device); never the thing itself. */
  readonly sender?: string;
}

/**
 * One answer in the service's own shape, whatever platform it came from.
 * A field that is absent was not offered by the source; `null` means that the source offers it and it is blank.
 */
export interface Answer {
  readonly source: string;
  readonly responseId: string;
  /** ISO 8601 in UTC. */
  readonly respondedAt: string;
  /** ISO 8601 in UTC; when the source last changed the answer. */
  readonly updatedAt?: string | null;
  /** An integer 0 to 10. */
  readonly rating?: number | null;
  readonly reasons?: readonly string[];
  /** True when the respondent asks not to be asked again. */
  readonly doNotContact?: boolean;
  /** What the guard against bots and bulk needs, from channels that know it. */
  readonly guard?: AnswerGuard;
  /** What else the source says about the answer, for fields of the customer's own; by the source's names. */
  readonly extra?: Readonly<Record<string, ExtraValue>>;
  readonly text: Readonly<Partial<Record<TextField, string | null>>>;
}

/** The key that is the same in the store and in Salesforce: `<source>:<response id>`. */
export function externalIdOf(answer: Answer): string {
  return `${answer.source}:${answer.responseId}`;
}

/** An answer as text that is equal exactly when the answers are equal: fields in one fixed order. */
export function canonicalJson(answer: Answer): string {
  const text: Record<string, string | null> = {};
  for (const field of textFields) {
    const value = answer.text[field];
    if (value !== undefined) text[field] = value;
  }
  return JSON.stringify({
    source: answer.source,
    responseId: answer.responseId,
    respondedAt: answer.respondedAt,
    updatedAt: answer.updatedAt,
    rating: answer.rating,
    reasons: answer.reasons,
    doNotContact: answer.doNotContact,
    guard: answer.guard,
    extra: answer.extra === undefined ? undefined : sorted(answer.extra),
    text,
  });
}

function sorted(extra: Readonly<Record<string, ExtraValue>>): Record<string, ExtraValue> {
  return Object.fromEntries(Object.entries(extra).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A short fingerprint of content, to tell an unchanged answer from a changed one. */
export function contentHash(content: string): string {
  return hash('sha256', content, 'base64url').slice(0, 32);
}
