import type { ReportOrg } from '../org.ts';
import { exclude, makeAnswers, type Answer } from './answers.ts';
import { makeCustomers, type Respondent } from './customers.ts';
import { DAY, HOUR } from './moments.ts';
import { hirePeople, OWNERS, type Person } from './people.ts';
import { Random } from './random.ts';
import { makeSurveys } from './surveys.ts';
import { makeChecks, makeFollowUps, makeInvitations, makeSnapshots } from './work.ts';

/** An org full of invented customers, the same for the same seed. */
export interface World {
  readonly org: ReportOrg;
  readonly people: readonly Person[];
  /** Id of a survey whose answers are about a touchpoint. */
  readonly transactionalSurvey: string;
  /** Epoch milliseconds at which the org's clock stands. */
  readonly now: number;
}

/** Days before its `now` at which a world begins: an org for it opens then, so that its schedules count from there. */
export const WORLD_DAYS = 216;

/** How many answers a world has. */
const ANSWERS = 420;

/** Days before `now` at which a part of the follow-ups is made. */
const PHASES = [210, 120, 45, 20, 6] as const;

/**
 * Fills an org. What is made at once would all be created at one moment: so answers come in two parts, follow-ups and
 * changes in several, and the clock ends at `now`.
 */
export async function makeWorld(org: ReportOrg, seed: number, now: number): Promise<World> {
  const random = new Random(seed);
  const { admin, local } = org;
  local.org.clock.set(now - 215 * DAY);
  const people = await hirePeople(admin);
  const owners = people.slice(0, OWNERS);
  const surveys = await makeSurveys(admin, owners[0]?.id ?? '');
  const respondents = await makeCustomers(admin, owners, random);
  const material = { admin, respondents, surveys, random };
  const early = await makeAnswers({ ...material, now: now - 215 * DAY }, 'early', ANSWERS / 2);
  await local.idle();
  for (const [part, days] of PHASES.entries()) {
    local.org.clock.set(now - days * DAY);
    await exclude({ ...material, now: now - days * DAY }, pick(early, 25, part));
    await makeFollowUps({ ...material, now: now - days * DAY }, pick(early, PHASES.length, part), owners);
  }
  // The night after them the flows put flags and recoveries right.
  const yesterday = now - 26 * HOUR;
  local.org.clock.set(yesterday);
  const late = await makeAnswers({ ...material, respondents: await kept(org, respondents), now: yesterday }, 'late', ANSWERS / 2);
  await exclude({ ...material, now: yesterday }, pick(late, 20, 0));
  await local.idle();
  await makeFollowUps({ ...material, now: yesterday }, pick(late, 3, 0), owners);
  await makeInvitations({ ...material, now: yesterday }, [...early, ...late]);
  await makeSnapshots({ ...material, now });
  await makeChecks({ ...material, now });
  await admin.get('POST', '/local-org/clock', { now: new Date(now).toISOString() });
  await local.idle();
  const transactionalSurvey = surveys.find(({ id, program }) => id !== null && program === 'Transactional')?.id ?? '';
  return { org, people, transactionalSurvey, now };
}

/** Those whose pulse is still there: a night takes pulses that stayed empty. */
async function kept({ admin }: ReportOrg, respondents: readonly Respondent[]): Promise<readonly Respondent[]> {
  const pulses = new Set((await admin.query('SELECT Id FROM ContactPulse__c')).map((row) => row['Id']));
  return respondents.filter(({ pulse }) => pulses.has(pulse));
}

const pick = (answers: readonly Answer[], of: number, part: number): readonly Answer[] => answers.filter((_, n) => n % of === part);
