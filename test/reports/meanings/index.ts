import { FOLLOW_UP_MEANINGS } from './followUps.ts';
import { HUDDLE_MEANINGS } from './huddle.ts';
import type { CheckedMeaning } from './meaning.ts';
import { NPS_MEANINGS } from './nps.ts';
import { PROGRAMME_MEANINGS } from './programme.ts';
import { RATING_MEANINGS } from './ratings.ts';

/** What every report of the package is to tell, by the name of its file. */
export const MEANINGS: Readonly<Record<string, CheckedMeaning>> = {
  ...NPS_MEANINGS,
  ...RATING_MEANINGS,
  ...FOLLOW_UP_MEANINGS,
  ...PROGRAMME_MEANINGS,
  ...HUDDLE_MEANINGS,
};
