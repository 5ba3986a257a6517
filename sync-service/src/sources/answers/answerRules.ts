import { z } from 'zod';
import { textFields, type TextField } from '../../answer.ts';
import { scale, survey } from '../../mapping/mappingSchema.ts';

const property = z.string().min(1).describe('Name of a hidden field, custom variable or property of the person');
const questionName = z.string().min(1);
const question = z
  .union([questionName, z.array(questionName).min(1)])
  .describe("A question's id, reference or title; of several the first that was answered");
const valueMap = z
  .record(z.string(), z.string().nullable())
  .describe('What each value becomes; null: blank. Values not listed stay as they are');

const place = z.union(
  [
    property,
    z.strictObject({ property, values: valueMap.optional() }),
    z.strictObject({ question, values: valueMap.optional() }),
    z.strictObject({ constant: z.string().min(1) }),
  ],
  { error: 'must be the name of a property, or one of { property: ... }, { question: ... }, { constant: ... }' },
);

/** Where a value comes from. A bare text names a property. */
export type Place = z.infer<typeof place>;

export const ratingRule = z.union(
  [z.strictObject({ scale }), z.strictObject({ property, scale: scale.optional() }), z.strictObject({ question, scale: scale.optional() })],
  { error: "must say where the rating is: { question: ... }, { property: ... }, or the { scale: ... } of the platform's own score" },
);

export type RatingPlace = z.infer<typeof ratingRule>;

const fields = Object.fromEntries(textFields.map((field) => [field, place.optional()])) as Record<TextField, z.ZodOptional<typeof place>>;

/** Settings that every source has: what becomes of what its platform says. */
export const answerRules = {
  fields: z
    .strictObject(fields)
    .default({})
    .describe(
      'Where fields of an answer come from, beside what the platform says itself. A property pulse_<field>, such as pulse_invitation, needs no rule',
    ),
  rating: ratingRule.optional().describe('Which question is the 0 to 10 rating, and how another scale is converted'),
  reasons: z.strictObject({ question }).optional().describe('The question whose choices are the reasons for the rating'),
  extra: z
    .record(z.string().min(1), place)
    .default({})
    .describe('Further values to keep with the answer, for fields of your own in the org (see fields)'),
  surveys: z
    .record(z.string().min(1).max(255), survey)
    .default({})
    .describe('Name and program of a survey by its key, for when it has to be made in the org'),
  anonymous: z.boolean().default(false).describe('Drop everything that identifies the respondent before an answer is stored'),
};

export type AnswerRules = Readonly<z.infer<z.ZodObject<typeof answerRules>>>;

/** A source's name: the first part of the external ids of its answers. */
export const sourceName = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
    'must have 1 to 40 letters, digits, dots, hyphens or underscores, and begin with a letter or digit',
  )
  .describe('The first part of the external ids of its answers, and of its webhook address. Keep it');
