import { z } from 'zod';
import { secret } from '../../secret.ts';
import { answerRules, ratingRule, sourceName } from '../answers/answerRules.ts';
import { platformUrl } from '../http/platformUrl.ts';
import { signingSecret } from '../http/standardWebhooks.ts';
import { pullSettings } from '../pulling/pullSettings.ts';

export const formbricksSettings = z
  .strictObject({
    name: sourceName,
    kind: z.literal('formbricks'),
    webhookSecret: signingSecret().optional().describe('Signing secret of the webhook (whsec_...); without it webhooks are refused'),
    previousWebhookSecret: signingSecret().optional().describe('The secret before, accepted while it is being changed'),
    apiKey: secret().optional().describe('API key that may read responses; without it nothing is pulled'),
    surveyIds: z.array(z.string().min(1)).default([]).describe('Ids of the surveys; answers to others are ignored. None: all'),
    url: platformUrl('https://app.formbricks.com').describe('Address of your Formbricks'),
    pullBy: z
      .enum(['updatedAt', 'createdAt'])
      .default('updatedAt')
      .describe('createdAt for a self-hosted Formbricks that does not know filterDateField yet'),
    pull: pullSettings({ everySeconds: 300, overlapSeconds: 3_600 }),
    ...answerRules,
    rating: ratingRule.describe(
      'Which question is the 0 to 10 rating (its id is in the advanced settings of the question), and how another scale is converted',
    ),
  })
  .refine(
    ({ webhookSecret, apiKey, pull }) => webhookSecret !== undefined || (apiKey !== undefined && pull !== false),
    'brings nothing in: give webhookSecret or apiKey, or both',
  );

export type FormbricksSettings = z.infer<typeof formbricksSettings>;
