import type { ExtraValue, TextField } from '../../answer.ts';

/** What a platform says about one answer, before the rules of the configuration are applied. */
export interface Said {
  readonly responseId: string;
  /** ISO 8601, any offset. */
  readonly respondedAt: string;
  readonly updatedAt?: string;
  /** The score as given; `null`: there is none. Absent where the platform has no score of its own, only questions. */
  readonly score?: number | string | null;
  readonly reasons?: readonly string[];
  /** Fields the platform itself knows. */
  readonly text: Readonly<Partial<Record<TextField, string | null>>>;
  /** Hidden fields, custom variables, properties of the person: what the sender of the survey attached. */
  readonly properties: Readonly<Record<string, ExtraValue>>;
  /** What was answered to each question, by whatever the platform lets a person call it (id, reference, title). */
  readonly questions: ReadonlyMap<string, QuestionAnswer>;
  readonly doNotContact?: boolean;
  /** Values for fields of the customer's own, where the format itself has a place for them. */
  readonly extra?: Readonly<Record<string, ExtraValue>>;
}

/** One question's answer: what was typed or chosen. Empty where it was skipped. */
export type QuestionAnswer = readonly string[];

/** Any JSON value as a property: what is neither text nor number nor boolean is kept as JSON text. */
export function asProperty(value: unknown): ExtraValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return JSON.stringify(value);
}

/** All members of an object as properties. */
export function asProperties(object: Readonly<Record<string, unknown>> | null | undefined): Record<string, ExtraValue> {
  return Object.fromEntries(Object.entries(object ?? {}).map(([name, value]) => [name, asProperty(value)]));
}
