import type { RecurringJob } from '../jobs/jobs.ts';
import { PulseError } from '../errors.ts';
import { countInvitations, openDesk, type Desk, type InvitationParts } from './desk.ts';
import { tellEvents } from './events.ts';
import { freeClaims } from './freeClaims.ts';
import { recover } from './recover.ts';
import { sendReminders } from './reminders.ts';
import { sendDue } from './sendDue.ts';
import { lookAtOrg, type Situation } from './situation.ts';
import { tellOrg } from './tell.ts';

/** How long the store remembers hand-overs that are over. The org remembers them, too. */
const rememberDays = 90;

/**
 * Sends what is due, again and again: look, take, check, hand over, tell. The org is the truth about who may be asked and who was; the
 * store knows what was handed over before the org did.
 */
export function invitationsJob(parts: InvitationParts): RecurringJob {
  const desk = openDesk(parts);
  return {
    name: 'invitations',
    everySeconds: parts.settings.everySeconds,
    run: async (signal) => {
      desk.problems.clear();
      desk.leftBehind.clear();
      try {
        await runOnce(desk, signal);
      } catch (thrown) {
        if (thrown instanceof PulseError) desk.problems.add(thrown.message);
        throw thrown;
      } finally {
        tellOperator(desk);
      }
    },
  };
}

async function runOnce(desk: Desk, signal: AbortSignal): Promise<void> {
  await tellOrg(desk);
  await freeClaims(desk);
  let situation = await lookAtOrg(desk.org, desk.now(), desk.settings.timeZone);
  await recover(desk, situation.surveys, signal);
  await expire(desk, situation);
  await tellEvents(desk, situation.surveys);
  while (!signal.aborted && situation.due.size > 0 && (await sendDue(desk, situation, signal)) > 0) {
    situation = await lookAtOrg(desk.org, desk.now(), desk.settings.timeZone);
  }
  if (desk.settings.reminders && situation.reminders.size > 0 && !signal.aborted) await sendReminders(desk, situation, signal);
  await tellOrg(desk);
  await desk.store.pruneSendings(new Date(Date.now() - rememberDays * 24 * 3_600_000).toISOString());
}

/** The org does so every night by itself; this is so that nobody is reminded, and everybody can be asked anew, in time. */
async function expire(desk: Desk, { overdue }: Situation): Promise<void> {
  const changed = await desk.org.change(overdue.map((Id) => ({ Id, Status__c: 'Expired' })));
  countInvitations(desk, '', 'expired', changed.filter(({ ok }) => ok).length);
}

function tellOperator(desk: Desk): void {
  const problems = [...desk.problems, ...desk.senders.problems()];
  desk.telemetry.condition('invitations', problems.length === 0 ? undefined : problems.join(' '));
}
