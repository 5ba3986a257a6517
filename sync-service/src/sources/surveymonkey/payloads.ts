import { z } from 'zod';

const given = z.looseObject({
  choice_id: z.string().nullish(),
  row_id: z.string().nullish(),
  other_id: z.string().nullish(),
  text: z.string().nullish(),
});

/** A response with its details (https://api.surveymonkey.com/v3/docs). */
export const details = z.looseObject({
  id: z.string().min(1),
  survey_id: z.string(),
  response_status: z.string().nullish(),
  date_created: z.string(),
  date_modified: z.string(),
  recipient_id: z.string().nullish(),
  email_address: z.string().nullish(),
  custom_value: z.string().nullish(),
  custom_variables: z.record(z.string(), z.unknown()).nullish(),
  metadata: z.looseObject({ contact: z.record(z.string(), z.looseObject({ value: z.unknown() })).nullish() }).nullish(),
  pages: z.array(z.looseObject({ questions: z.array(z.looseObject({ id: z.string(), answers: z.array(given).nullish() })) })).nullish(),
});

export type Details = z.infer<typeof details>;
export type Given = z.infer<typeof given>;

const choice = z.looseObject({
  id: z.string(),
  text: z.string().nullish(),
  position: z.number().nullish(),
  weight: z.number().nullish(),
});

const question = z.looseObject({
  id: z.string(),
  family: z.string().nullish(),
  subtype: z.string().nullish(),
  headings: z.array(z.looseObject({ heading: z.string().nullish() })).nullish(),
  answers: z.looseObject({ choices: z.array(choice).nullish() }).nullish(),
});

export type Choice = z.infer<typeof choice>;
export type Question = z.infer<typeof question>;

/** A survey with its questions. */
export const surveyDetails = z.looseObject({
  title: z.string().nullish(),
  pages: z.array(z.looseObject({ questions: z.array(question).nullish() })).nullish(),
});

export type SurveyDetails = z.infer<typeof surveyDetails>;

/** A webhook names the response only. */
export const event = z.looseObject({
  event_type: z.string(),
  object_id: z.union([z.string(), z.number()]).transform(String),
  resources: z.looseObject({ survey_id: z.union([z.string(), z.number()]).transform(String) }),
});
