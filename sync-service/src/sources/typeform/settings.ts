import { z } from 'zod';
import { secret } from '../../secret.ts';
import { answerRules, sourceName } from '../answers/answerRules.ts';
import { platformUrl } from '../http/platformUrl.ts';
import { pullSettings } from '../pulling/pullSettings.ts';

export const typeformSettings = z
  .strictObject({
    name: sourceName,
    kind: z.literal('typeform'),
    webhookSecret: secret().optional().describe('Secret of the webhook (Connect > Webhooks > Edit); without it webhooks are refused'),
    previousWebhookSecret: secret().optional().describe('The secret before, accepted while it is being changed'),
    token: secret().optional().describe('Personal access token with the scope responses:read; without it nothing is pulled'),
    forms: z
      .array(z.string().min(1))
      .default([])
      .describe('Ids of the forms; answers to others are ignored. None: every form whose webhook comes here, and nothing is pulled'),
    url: platformUrl('https://api.typeform.com').describe(
      'Address of the API; https://api.eu.typeform.com where the account is in the EU data center',
    ),
    pull: pullSettings({ everySeconds: 600, overlapSeconds: 7_200 }),
    ...answerRules,
  })
  .refine(
    ({ webhookSecret, token, forms, pull }) => webhookSecret !== undefined || (token !== undefined && forms.length > 0 && pull !== false),
    'brings nothing in: give webhookSecret, or token and forms, or both',
  );

export type TypeformSettings = z.infer<typeof typeformSettings>;
