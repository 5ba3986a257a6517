import { z } from 'zod';
import { answerRules, sourceName } from '../answers/answerRules.ts';
import { signingSecret } from '../http/standardWebhooks.ts';

const { surveys, anonymous } = answerRules;

export const genericSettings = z.strictObject({
  name: sourceName,
  kind: z.literal('generic'),
  secret: signingSecret().describe('Signing secret (Standard Webhooks): whsec_ and base64 of 24 to 64 bytes'),
  previousSecret: signingSecret().optional().describe('The secret before, accepted while it is being changed'),
  surveys,
  anonymous,
});

export type GenericSettings = z.infer<typeof genericSettings>;
