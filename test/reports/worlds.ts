import { openReportOrg, type OrgWish } from './org.ts';
import { DAY } from './world/moments.ts';
import { makeWorld, WORLD_DAYS, type World } from './world/index.ts';

/** A seed and the moment at which its world is looked at. */
export interface Plan {
  readonly seed: number;
  readonly now: string;
  readonly why: string;
}

/** Moments at which calendars differ between time zones; all after the nightly flows of that day (2:00 UTC), which move the windows on. */
export const PLANS: readonly Plan[] = [
  { seed: 1, now: '2026-03-30T10:30:00Z', why: 'the day after clocks went forward in Europe' },
  { seed: 2, now: '2026-11-02T06:30:00Z', why: 'the day after clocks went back in America, still the 1st in Los Angeles' },
  { seed: 3, now: '2026-03-01T06:15:00Z', why: 'a new month in UTC, the old one in Los Angeles' },
];

/** An org of its own with a world in it. The caller closes it. */
export async function openWorld({ seed, now }: Plan, change?: OrgWish['change']): Promise<World> {
  const moment = Date.parse(now);
  const org = await openReportOrg({ now: moment - WORLD_DAYS * DAY, ...(change === undefined ? {} : { change }) });
  try {
    return await makeWorld(org, seed, moment);
  } catch (error) {
    await org.close();
    throw error;
  }
}
