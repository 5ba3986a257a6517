import { readFileSync } from 'node:fs';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { answerFields, textFields, type TextField } from '../answer.ts';
import { asError, SetupError } from '../errors.ts';

const columnName = z.string().min(1);
const blanks = z.array(z.string());
const timeZone = z.string().refine((zone) => IANAZone.isValidZone(zone), 'is not a known time zone; write it like Europe/London');
const dateFormats = z.array(z.string().min(1)).min(1);
const expectedBy = z.iso.date('must be a date such as 2024-12-31');
const range = z.tuple([z.number(), z.number()]);

const place = { column: columnName.optional(), constant: z.string().optional(), blanks: blanks.optional() };

function exactlyOnePlace(rule: { column?: string | undefined; constant?: string | undefined }): boolean {
  return (rule.column === undefined) !== (rule.constant === undefined);
}
const onePlace = 'needs either "column" or "constant"';

const textRule = z
  .strictObject({
    ...place,
    values: z.record(z.string(), z.string().nullable()).optional(),
    unlisted: z.enum(['reject', 'keep', 'blank']).optional(),
  })
  .refine(exactlyOnePlace, onePlace);

const dateRule = z.strictObject({
  column: columnName,
  blanks: blanks.optional(),
  dateFormats: dateFormats.optional(),
  timeZone: timeZone.optional(),
  expectedBy: expectedBy.optional(),
});

/** A linear conversion of another scale to 0..10. */
export const scale = z
  .strictObject({ from: range, to: range, round: z.enum(['half up']).optional() })
  .refine(({ from }) => from[0] !== from[1], 'needs a "from" of two different numbers')
  .refine(({ to }) => to.every((end) => Number.isInteger(end) && end >= 0 && end <= 10), 'needs a "to" of integers from 0 to 10')
  .refine(
    ({ from, to, round }) => round !== undefined || Number.isInteger((to[1] - to[0]) / (from[1] - from[0])),
    'does not give whole numbers; list each value in "values", or say "round": "half up"',
  );

const ratingRule = z
  .strictObject({
    ...place,
    values: z.record(z.string(), z.number().int('must be a whole number').min(0).max(10).nullable()).optional(),
    scale: scale.optional(),
  })
  .refine(exactlyOnePlace, onePlace)
  .refine((rule) => rule.values === undefined || rule.scale === undefined, 'has both "values" and "scale"; keep one');

const reasonsRule = z
  .strictObject({
    column: columnName.optional(),
    columns: z.array(columnName).min(1).optional(),
    separator: z.string().min(1).optional(),
    blanks: blanks.optional(),
  })
  .refine((rule) => (rule.column === undefined) !== (rule.columns === undefined), 'needs either "column" or "columns"');

const yesNoRule = z
  .strictObject({ ...place, values: z.record(z.string(), z.boolean().nullable()).optional() })
  .refine(exactlyOnePlace, onePlace);

const extraRule = z.strictObject({ ...place, type: z.enum(['text', 'number', 'yes/no']).optional() }).refine(exactlyOnePlace, onePlace);

const texts = Object.fromEntries(textFields.map((field) => [field, textRule.optional()])) as Record<
  TextField,
  z.ZodOptional<typeof textRule>
>;

const fields = z.strictObject({
  response_id: textRule,
  source: textRule.optional(),
  responded_at: dateRule,
  updated_at: dateRule.optional(),
  rating: ratingRule.optional(),
  reasons: reasonsRule.optional(),
  do_not_contact: yesNoRule.optional(),
  ...texts,
});

/** What is known of a survey when it has to be created in the org. */
export const survey = z.strictObject({
  name: z.string().min(1).max(80),
  program: z.enum(['Relational', 'Transactional']).optional(),
  touchpoint: z.string().max(80).optional(),
  question: z.string().max(255).optional(),
});

const mappingSchema = z.strictObject({
  description: z.string().optional(),
  delimiter: z.string().length(1).optional(),
  timeZone: timeZone.optional(),
  dateFormats: dateFormats.optional(),
  expectedBy: expectedBy.optional(),
  blanks: blanks.optional(),
  fields,
  /** Further values to keep with the answer, for fields of the customer's own in the org. */
  extra: z.record(z.string().min(1).max(80), extraRule).optional(),
  /** Drops whatever leads to the respondent before an answer is stored. */
  anonymous: z.boolean().optional(),
  surveys: z.record(z.string().min(1).max(255), survey).optional(),
});

/** How the columns of a file become the fields of an answer. */
export type Mapping = z.infer<typeof mappingSchema>;
export type TextRule = z.infer<typeof textRule>;
export type DateRule = z.infer<typeof dateRule>;
export type RatingRule = z.infer<typeof ratingRule>;
export type ReasonsRule = z.infer<typeof reasonsRule>;
export type YesNoRule = z.infer<typeof yesNoRule>;
export type ExtraRule = z.infer<typeof extraRule>;
/** What is known of a survey when it has to be created in the org. */
export type SurveyDefinition = z.infer<typeof survey>;

/**
 * Checks a mapping.
 * @param name the file's name, for messages
 * @throws SetupError with one line for each key that is wrong
 */
export function parseMapping(input: unknown, name: string): Mapping {
  const parsed = mappingSchema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap(describeIssue);
  throw new SetupError(`The mapping ${name} is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

function describeIssue(issue: z.core.$ZodIssue): string[] {
  const key = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = `known are ${knownKeys(key).join(', ')}`;
    return issue.keys.map((unknown) => `${key === '' ? '' : `${key}.`}${unknown}: unknown ${key === 'fields' ? 'field' : 'key'}; ${known}`);
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [`${key === '' ? 'the file' : key}: ${missing ? 'is missing' : issue.message}`];
}

/** The keys that may stand at a place of a mapping. */
function knownKeys(place: string): readonly string[] {
  if (place === '') return Object.keys(mappingSchema.shape);
  if (place === 'fields') return answerFields;
  if (place.startsWith('surveys.')) return Object.keys(survey.shape);
  if (place.startsWith('extra.')) return Object.keys(extraRule.shape);
  if (place.endsWith('.scale')) return Object.keys(scale.shape);
  const rules: Readonly<Record<string, { readonly shape: object }>> = {
    'fields.responded_at': dateRule,
    'fields.updated_at': dateRule,
    'fields.rating': ratingRule,
    'fields.reasons': reasonsRule,
    'fields.do_not_contact': yesNoRule,
  };
  return Object.keys((rules[place] ?? textRule).shape);
}

/**
 * Reads a mapping file.
 * @throws SetupError when it is not there, is not JSON, or has a wrong key
 */
export function readMapping(file: string): Mapping {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (thrown) {
    throw new SetupError(`The mapping ${file} cannot be read: ${asError(thrown).message}`);
  }
  let input: unknown;
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (thrown) {
    throw new SetupError(`The mapping ${file} is not JSON: ${asError(thrown).message}`);
  }
  return parseMapping(input, file);
}
