import { z } from 'zod';
import { secret } from '../../../secret.ts';
import { senderName, surveyKeys } from '../senderName.ts';

/** A webhook out, signed by Standard Webhooks: for any system that can take a request and send a survey. */
export const webhookSenderSettings = z.strictObject({
  name: senderName,
  kind: z.literal('webhook'),
  surveys: surveyKeys.optional().describe('Keys of the surveys it is for; without it, those that no other sender names.'),
  url: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://mailer.example.com/ask' })
    .refine((url) => url.startsWith('https:') || /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(url), 'must begin with https://')
    .describe('Where invitations are posted to, one request each.'),
  secret: secret().describe('Signing secret (Standard Webhooks): whsec_ and base64 of 24 to 64 bytes.'),
  authorization: secret().optional().describe('Whole value of an Authorization header, where the receiver wants one.'),
  repeatable: z
    .boolean()
    .default(true)
    .describe(
      'Whether the receiver ignores a webhook-id that it has seen before. If not, an invitation whose outcome is unknown becomes Failed.',
    ),
  atOnce: z.number().int().min(1).max(20).default(5).describe('Most requests in flight.'),
  perSecond: z.number().min(0.1).max(1000).default(50).describe('Most requests a second.'),
  timeoutSeconds: z.number().int().min(1).max(60).default(15).describe('How long an answer is waited for.'),
});

export type WebhookSenderSettings = z.output<typeof webhookSenderSettings>;
