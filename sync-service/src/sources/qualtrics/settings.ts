import { z } from 'zod';
import { secret } from '../../secret.ts';
import { answerRules, sourceName } from '../answers/answerRules.ts';
import { platformUrl } from '../http/platformUrl.ts';
import { pullSettings } from '../pulling/pullSettings.ts';

export const qualtricsSettings = z
  .strictObject({
    name: sourceName,
    kind: z.literal('qualtrics'),
    url: platformUrl().describe('Address of your data center, such as https://fra1.qualtrics.com (Account Settings > Qualtrics IDs)'),
    apiToken: secret().describe('API token of a user who may read the responses'),
    sharedKey: secret().optional().describe('The sharedKey of the event subscription; without it webhooks are refused'),
    previousSharedKey: secret().optional().describe('The key before, accepted while it is being changed'),
    surveyIds: z
      .array(z.string().regex(/^SV_\w+$/, 'must be a survey id such as SV_abc123'))
      .default([])
      .describe('Ids of the surveys; answers to others are ignored. None: every survey that is subscribed to, and nothing is pulled'),
    // Each pull is an export of its own, and exports are limited.
    pull: pullSettings({ everySeconds: 1_800, overlapSeconds: 7_200 }),
    ...answerRules,
  })
  .refine(
    ({ sharedKey, surveyIds, pull }) => sharedKey !== undefined || (surveyIds.length > 0 && pull !== false),
    'brings nothing in: give surveyIds to pull, or sharedKey for events, or both',
  );

export type QualtricsSettings = z.infer<typeof qualtricsSettings>;
