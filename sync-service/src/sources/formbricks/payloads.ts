import { z } from 'zod';

/** A response as webhook and Management API v2 give it. `data` holds answers by question id, and hidden fields by their names. */
export const response = z.looseObject({
  id: z.string().min(1),
  createdAt: z.string(),
  updatedAt: z.string(),
  surveyId: z.string(),
  finished: z.boolean().nullish(),
  data: z.record(z.string(), z.unknown()),
  variables: z.record(z.string(), z.unknown()).nullish(),
  contactAttributes: z.record(z.string(), z.unknown()).nullish(),
  contactId: z.string().nullish(),
  contact: z.looseObject({ id: z.string().nullish(), userId: z.string().nullish() }).nullish(),
  language: z.string().nullish(),
  meta: z.looseObject({ source: z.string().nullish() }).nullish(),
});

export type Response = z.infer<typeof response>;

const event = z.looseObject({ event: z.string(), data: z.unknown().optional() });

/** One event; the documentation shows it in a list of one. */
export const webhook = z.union([event, z.array(event)]);
