import { z } from 'zod';

const choice = z.looseObject({ label: z.string().nullish(), other: z.string().nullish() });

const answer = z.looseObject({
  type: z.string(),
  field: z.looseObject({ id: z.string(), ref: z.string().nullish(), type: z.string().nullish() }),
  text: z.string().nullish(),
  email: z.string().nullish(),
  phone_number: z.string().nullish(),
  url: z.string().nullish(),
  file_url: z.string().nullish(),
  date: z.string().nullish(),
  number: z.number().nullish(),
  boolean: z.boolean().nullish(),
  choice: choice.nullish(),
  choices: z.looseObject({ labels: z.array(z.string()).nullish(), other: z.string().nullish() }).nullish(),
});

export type TypeformAnswer = z.infer<typeof answer>;

/** A response as webhook and Responses API give it (https://www.typeform.com/developers/webhooks/example-payload/). */
export const formResponse = z.looseObject({
  token: z.string().min(1),
  submitted_at: z.string(),
  hidden: z.record(z.string(), z.unknown()).nullish(),
  variables: z.array(z.looseObject({ key: z.string(), text: z.string().nullish(), number: z.number().nullish() })).nullish(),
  answers: z.array(answer).nullish(),
});

export type FormResponse = z.infer<typeof formResponse>;

export const webhook = z.looseObject({ event_type: z.string(), form_response: z.unknown() });

/** What is pulled is kept with its form, which the item itself does not name. */
export const pulled = z.strictObject({ form_id: z.string(), item: z.unknown() });

export const formOf = z.looseObject({ form_id: z.string() });
