import { z } from 'zod';
import { scale } from '../../mapping/mappingSchema.ts';
import { secret } from '../../secret.ts';
import { answerRules, sourceName } from '../answers/answerRules.ts';
import { platformUrl } from '../http/platformUrl.ts';
import { pullSettings } from '../pulling/pullSettings.ts';

export const delightedSettings = z.strictObject({
  name: sourceName,
  kind: z.literal('delighted'),
  apiKey: secret().describe('API key of the project (Integrations > API); it signs the webhooks, too'),
  previousApiKey: secret().optional().describe('The key before, accepted for webhooks while it is being changed'),
  url: platformUrl('https://api.delighted.com').describe('Address of the API'),
  scales: z
    .record(z.string(), z.union([z.literal('ignore'), z.literal('no rating'), scale]))
    .default({})
    .describe(
      'What becomes of surveys of another type than nps (csat, ces, stars, ...): "ignore", "no rating" (kept without one), or how their scale is converted to 0 to 10',
    ),
  pull: pullSettings({ everySeconds: 300, overlapSeconds: 3_600 }),
  ...answerRules,
});

export type DelightedSettings = z.infer<typeof delightedSettings>;
