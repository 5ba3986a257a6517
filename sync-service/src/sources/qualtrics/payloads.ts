import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const value = z.union([scalar, z.array(scalar), z.record(z.string(), z.unknown())]);

/** A response as the API gives it alone and in exports: question ids and embedded data stand side by side in `values`. */
export const response = z.looseObject({
  responseId: z.string().min(1),
  values: z.record(z.string(), value),
  labels: z.record(z.string(), value).nullish(),
});

export type Response = z.infer<typeof response>;

/** A single response comes in an envelope. */
export const single = z.looseObject({ result: z.looseObject({}) });

/** The message of an event; it names the response only. */
export const message = z.looseObject({ SurveyID: z.string(), ResponseID: z.string() });

/** What is pulled is kept with its survey. */
export const pulled = z.strictObject({ survey_id: z.string(), item: z.unknown() });
