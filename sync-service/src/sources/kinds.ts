import { z } from 'zod';
import { waitFor } from '../salesforce/backoff.ts';
import { concealing } from './concealed.ts';
import { delighted } from './delighted/delighted.ts';
import { delightedSettings } from './delighted/settings.ts';
import { formbricks } from './formbricks/formbricks.ts';
import { formbricksSettings } from './formbricks/settings.ts';
import { generic } from './generic/generic.ts';
import { genericSettings } from './generic/settings.ts';
import { PlatformClient, type PlatformClientOptions } from './http/platformClient.ts';
import { npsToday } from './npsToday/npsToday.ts';
import { npsTodaySettings } from './npsToday/settings.ts';
import { qualtrics } from './qualtrics/qualtrics.ts';
import { qualtricsSettings } from './qualtrics/settings.ts';
import type { Source, SourceTools } from './source.ts';
import { surveyMonkeySettings } from './surveymonkey/settings.ts';
import { surveyMonkey } from './surveymonkey/surveyMonkey.ts';
import { typeformSettings } from './typeform/settings.ts';
import { typeform } from './typeform/typeform.ts';

/** Every kind of source there is. A new one is a folder beside these, and a line in each of the three places here. */
export const sourceKinds = [npsToday, delighted, typeform, surveyMonkey, qualtrics, formbricks, generic] as const;

/** A source's section of the configuration; `kind` tells which. */
export const sourceSection = z.discriminatedUnion('kind', [
  npsTodaySettings,
  delightedSettings,
  typeformSettings,
  surveyMonkeySettings,
  qualtricsSettings,
  formbricksSettings,
  genericSettings,
]);

export type SourceSection = z.infer<typeof sourceSection>;

/** Opens a source with the tools given to it. */
export function openSourceWith(section: SourceSection, tools: SourceTools): Source {
  switch (section.kind) {
    case 'nps.today':
      return npsToday.open(section, tools);
    case 'delighted':
      return delighted.open(section, tools);
    case 'typeform':
      return typeform.open(section, tools);
    case 'surveymonkey':
      return surveyMonkey.open(section, tools);
    case 'qualtrics':
      return qualtrics.open(section, tools);
    case 'formbricks':
      return formbricks.open(section, tools);
    case 'generic':
      return generic.open(section, tools);
  }
}

/** Opens a configured source with a client of its own for its platform. @param options for tests, and to count calls */
export function openSource(section: SourceSection, options: Partial<PlatformClientOptions> = {}): Source {
  const kind = sourceKinds.find(({ kind: name }) => name === section.kind) ?? generic;
  const http = new PlatformClient({ platform: kind.title, callsPerSecond: kind.callsPerSecond, ...options });
  return concealing(openSourceWith(section, { http, now: () => new Date(), wait: options.wait ?? waitFor }));
}
