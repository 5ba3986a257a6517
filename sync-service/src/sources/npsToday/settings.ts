import { z } from 'zod';
import { secret } from '../../secret.ts';
import { answerRules, sourceName } from '../answers/answerRules.ts';
import { platformUrl } from '../http/platformUrl.ts';
import { pullSettings } from '../pulling/pullSettings.ts';

export const npsTodaySettings = z
  .strictObject({
    name: sourceName,
    kind: z.literal('nps.today'),
    apiKey: secret().describe('API key (Account > Api Keys)'),
    webhookPath: secret()
      .optional()
      .describe('A long secret that ends the address of the webhook: nps.today signs nothing. Without it webhooks are refused'),
    previousWebhookPath: secret().optional().describe('The one before, accepted while it is being changed'),
    campaignIds: z.array(z.string().min(1)).default([]).describe('Ids of the campaigns; answers to others are ignored. None: all'),
    url: platformUrl('https://api.nps.today').describe('Address of the API'),
    pull: pullSettings({ everySeconds: 300, overlapSeconds: 86_400 }),
    ...answerRules,
  })
  .refine(({ webhookPath, pull }) => webhookPath !== undefined || pull !== false, 'brings nothing in: pull, or give webhookPath');

export type NpsTodaySettings = z.infer<typeof npsTodaySettings>;
