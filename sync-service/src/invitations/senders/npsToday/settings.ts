import { z } from 'zod';
import { secret } from '../../../secret.ts';
import { platformUrl } from '../../../sources/http/platformUrl.ts';
import { senderName } from '../senderName.ts';

const campaign = z.union([z.string().regex(/^\d+$/, 'must be the number of a campaign'), z.number().int().positive()]).transform(String);

/** nps.today: each invitation becomes a respondent of a campaign, which sends the survey. */
export const npsTodaySenderSettings = z.strictObject({
  name: senderName,
  kind: z.literal('nps.today'),
  apiKey: secret().describe('API key (My information > API keys).'),
  url: platformUrl('https://api.nps.today'),
  campaigns: z
    .record(z.string().min(1).max(255), campaign)
    .refine((campaigns) => Object.keys(campaigns).length > 0, 'must name a campaign for at least one survey')
    .describe(
      'For each survey key the number of the campaign that asks with it. The campaign must allow duplicates: who may be asked again is decided in Salesforce.',
    ),
  timeoutSeconds: z.number().int().min(1).max(60).default(20).describe('How long an answer is waited for.'),
});

export type NpsTodaySenderSettings = z.output<typeof npsTodaySenderSettings>;
