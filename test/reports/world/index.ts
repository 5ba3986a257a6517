import type { ReportOrg } from '../org.ts';
import { makeAnswers, type Answer } from './answers.ts';
import { makeCustomers } from './customers.ts';
import { DAY, HOUR } from './moments.ts';
import { hirePeople, OWNERS, type Person } from './people.ts';
import { Random } from './random.ts';
import { makeSurveys } from './surveys.ts';
import { makeFollowUps, makeInvitations, makeSnapshots } from './work.ts';

/** An org full of invented customers, the same for the same seed. */
export interface World {
  readonly org: ReportOrg;
  readonly people: readonly Person[];
  /** Epoch milliseconds at which the org's clock stands. */
  readonly now: number;
}

/** How many answers a world has. */
const ANSWERS = 420;

/**
 * Fills an org. What is made at once would all be created at one moment: so
 * follow-ups are made in three parts, weeks apart, and the clock ends at `now`.
 */
export async function makeWorld(org: ReportOrg, seed: number, now: number): Promise<World> {
  const random = new Random(seed);
  const { admin, local } = org;
  local.org.clock.set(now - 60 * DAY);
  const people = await hirePeople(admin);
  const owners = people.slice(0, OWNERS);
  const surveys = await makeSurveys(admin, owners[0]?.id ?? '');
  const respondents = await makeCustomers(admin, owners, random);
  const material = { admin, respondents, surveys, random };
  local.org.clock.set(now - 45 * DAY);
  const early = await makeAnswers({ ...material, now: now - 45 * DAY }, 'early', ANSWERS / 2);
  await local.idle();
  await makeFollowUps({ ...material, now: now - 45 * DAY }, pick(early, 3, 0), owners);
  local.org.clock.set(now - 20 * DAY);
  await makeFollowUps({ ...material, now: now - 20 * DAY }, pick(early, 3, 1), owners);
  local.org.clock.set(now - 2 * HOUR);
  const late = await makeAnswers({ ...material, now: now - 2 * HOUR }, 'late', ANSWERS / 2);
  await local.idle();
  await makeFollowUps({ ...material, now }, [...pick(early, 3, 2), ...late], owners);
  await makeInvitations({ ...material, now }, [...early, ...late]);
  await makeSnapshots({ ...material, now });
  await admin.get('POST', '/local-org/clock', { now: new Date(now).toISOString() });
  await local.idle();
  return { org, people, now };
}

const pick = (answers: readonly Answer[], of: number, part: number): readonly Answer[] => answers.filter((_, n) => n % of === part);
