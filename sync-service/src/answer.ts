import { createHash } from 'node:crypto';

/** Text fields of an answer that a source may give, by the name a mapping and a canonical CSV use. */
export const textFields = [
  'contact_id',
  'account_id',
  'case_id',
  'opportunity_id',
  'email',
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
export const answerFields = ['response_id', 'source', 'responded_at', 'updated_at', 'rating', 'reasons', ...textFields] as const;

export type AnswerField = (typeof answerFields)[number];

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
    text,
  });
}

/** A short fingerprint of content, to tell an unchanged answer from a changed one. */
export function contentHash(content: string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 32);
}
