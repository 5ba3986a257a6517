import { z } from 'zod';

const choice = z.looseObject({ id: z.string(), text: z.string() });

const person = z.looseObject({
  id: z.string(),
  email: z.string().nullish(),
  phone_number: z.string().nullish(),
  locale: z.string().nullish(),
});

/** A survey response (https://app.delighted.com/docs/api/listing-survey-responses); times are Unix seconds. */
export const surveyResponse = z.looseObject({
  id: z.string().min(1),
  /** Only its id where it was not expanded; null in anonymous projects. */
  person: z.union([z.string(), person]).nullish(),
  survey_type: z.string().default('nps'),
  score: z.number().nullish(),
  comment: z.string().nullish(),
  created_at: z.number(),
  updated_at: z.number().nullish(),
  person_properties: z.record(z.string(), z.unknown()).nullish(),
  additional_answers: z
    .array(
      z.looseObject({
        value: z.looseObject({
          free_response: z.string().nullish(),
          scale: z.number().nullish(),
          select_one: choice.nullish(),
          select_many: z.array(choice).nullish(),
        }),
        question: z.looseObject({ id: z.string(), text: z.string().nullish() }),
      }),
    )
    .nullish(),
});

export type SurveyResponse = z.infer<typeof surveyResponse>;

/** A webhook (https://app.delighted.com/docs/api/webhooks). */
export const event = z.looseObject({ event_type: z.string(), event_data: z.unknown() });
