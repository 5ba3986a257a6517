import { z } from 'zod';
import { textFields, type Answer, type TextField } from '../../answer.ts';
import { answerFrom } from '../answers/answerFrom.ts';
import { shapeProblem } from '../http/replies.ts';
import type { GenericSettings } from './settings.ts';

const text = z.union([z.string(), z.number()]).nullish();
const texts = Object.fromEntries(textFields.map((field) => [field, text])) as Record<TextField, typeof text>;

/** An answer as an integrator sends it: the names of a canonical CSV. */
const canonical = z.strictObject({
  response_id: z.union([z.string(), z.number()]),
  /** Taken from the configuration; accepted because a canonical CSV has it. */
  source: z.string().nullish(),
  responded_at: z.string(),
  updated_at: z.string().nullish(),
  rating: z.union([z.number(), z.string()]).nullish(),
  /** Another name of rating. */
  score: z.union([z.number(), z.string()]).nullish(),
  reasons: z.union([z.array(z.string()), z.string()]).nullish(),
  do_not_contact: z.boolean().nullish(),
  guard: z
    .strictObject({ live: z.boolean(), seconds: z.number().min(0).max(1e9).optional(), sender: z.string().max(128).optional() })
    .nullish(),
  extra: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish(),
  ...texts,
});

type Canonical = z.infer<typeof canonical>;

/** Reads one answer of the service's own format. */
export function readCanonical(
  json: unknown,
  settings: Pick<GenericSettings, 'name' | 'surveys' | 'anonymous'>,
): { readonly answer: Answer } | { readonly problem: string } {
  const parsed = canonical.safeParse(json);
  if (!parsed.success) return { problem: problemOf(parsed.error) };
  const given = parsed.data;
  if (given.rating !== undefined && given.score !== undefined) return { problem: 'it has both rating and score; send one' };
  const composed = answerFrom(settings.name, saidBy(given), { ...settings, fields: {}, extra: {} });
  return 'answer' in composed ? { answer: withRest(composed.answer, given, settings.anonymous) } : composed;
}

function saidBy(given: Canonical): Parameters<typeof answerFrom>[1] {
  const score = given.rating === undefined ? given.score : given.rating;
  const named = textFields.flatMap((field): [TextField, string | null][] => {
    const value = given[field];
    return value === undefined ? [] : [[field, value === null ? null : String(value)]];
  });
  return {
    responseId: String(given.response_id),
    respondedAt: given.responded_at,
    ...(given.updated_at === undefined || given.updated_at === null ? {} : { updatedAt: given.updated_at }),
    ...(score === undefined ? {} : { score }),
    ...(given.reasons === undefined ? {} : { reasons: reasonsOf(given.reasons) }),
    ...(typeof given.do_not_contact === 'boolean' ? { doNotContact: given.do_not_contact } : {}),
    ...(given.extra === undefined || given.extra === null ? {} : { extra: given.extra }),
    text: Object.fromEntries(named),
    properties: {},
    questions: new Map(),
  };
}

function reasonsOf(reasons: string | readonly string[] | null): readonly string[] {
  if (reasons === null) return [];
  return typeof reasons === 'string' ? reasons.split(';') : reasons;
}

/** What only this format can say. */
function withRest(answer: Answer, { guard }: Canonical, anonymous: boolean): Answer {
  if (anonymous) return answer;
  const { live, seconds, sender } = guard ?? {};
  return {
    ...answer,
    ...(live === undefined
      ? {}
      : { guard: { live, ...(seconds === undefined ? {} : { seconds }), ...(sender === undefined ? {} : { sender }) } }),
  };
}

function problemOf(error: z.ZodError): string {
  const unknown = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  if (unknown.length === 0) return shapeProblem(error);
  const names = unknown.slice(0, 5).map((name) => (/^\w{1,40}$/.test(name) ? name : `(a name of ${name.length} characters)`));
  return `unknown ${unknown.length === 1 ? 'field' : 'fields'} ${names.join(', ')}; what is your own belongs into extra`;
}
