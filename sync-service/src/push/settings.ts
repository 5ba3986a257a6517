import { z } from 'zod';
import { answerFields } from '../answer.ts';

/** How answers are brought into the org. */
export const pushSettings = z.strictObject({
  bulkFrom: z
    .int()
    .min(0)
    .default(2_000)
    .describe('With more answers waiting than this they go by Bulk API 2.0 instead of the stream of composite calls; 0: never.'),
  callsInFlight: z.int().min(1).max(20).default(5).describe('Calls of the stream that are on their way at the same time.'),
  batchWindowMilliseconds: z
    .int()
    .min(0)
    .max(600_000)
    .default(500)
    .describe('How long answers that come in one after the other are gathered for one call. Longer: fewer API calls, later records.'),
  apiReservePercent: z
    .int()
    .min(0)
    .max(95)
    .default(20)
    .describe("Share of the org's daily API calls that is left to others. From half of the rest on, calls are spread out."),
  answersInMemory: z.int().min(200).max(50_000).default(2_000).describe('Most answers that are held in memory to be pushed.'),
  answersPerLoad: z.int().min(1_000).max(2_000_000).default(250_000).describe('Most answers of one load by Bulk API 2.0.'),
});

export type PushSettings = z.output<typeof pushSettings>;

export const defaultPushSettings: PushSettings = pushSettings.parse({});

const sourceField = z
  .string()
  .refine((name) => /^extra\..+/.test(name) || answerFields.some((field) => field === name) || name === 'do_not_contact', {
    error: `must be extra.<name> or a field of an answer: ${answerFields.join(', ')}`,
  });

/** One field of the customer's own that is filled from answers. */
export const fieldMapping = z.strictObject({
  from: sourceField.describe('Where the value comes from: extra.<name as the source gives it>, or a field of an answer such as language.'),
  to: z
    .string()
    .regex(/^[A-Za-z]\w*__c$/, 'must be the API name of a custom field, such as Plan__c')
    .describe('API name of the custom field of PulseResponse__c.'),
  optional: z
    .boolean()
    .default(false)
    .describe(
      'true: where the org does not have the field (or not for us), answers are pushed without it. false: they wait until it is there.',
    ),
});

export type FieldMapping = z.output<typeof fieldMapping>;

/** Fields of the customer's own. */
export const fieldsSettings = z.strictObject({
  response: z.array(fieldMapping).default([]).describe('Custom fields of PulseResponse__c that are filled from answers.'),
});

export type FieldsSettings = z.output<typeof fieldsSettings>;
