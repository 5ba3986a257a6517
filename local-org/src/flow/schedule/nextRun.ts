import { DateTime } from 'luxon';
import type { FlowSchedule } from '../../metadata/flowStartTypes.ts';

/**
 * The first run after a moment, epoch milliseconds; undefined when none is left.
 * A flow that runs once at a time that has passed does not run (Help, "Schedule-Triggered Flow Considerations").
 */
export function nextRun(schedule: FlowSchedule, after: number, timeZone: string): number | undefined {
  const first = DateTime.fromISO(`${schedule.startDate}T${schedule.startTime}`, { zone: timeZone });
  if (first.toMillis() > after) return first.toMillis();
  if (schedule.frequency === 'Once') return undefined;
  const days = schedule.frequency === 'Daily' ? 1 : 7;
  const passed = Math.floor(DateTime.fromMillis(after, { zone: timeZone }).diff(first, 'days').days / days);
  // By the calendar, so that the time of day stays when the clocks change.
  for (let rounds = Math.max(passed, 0); ; rounds += 1) {
    const run = first.plus({ days: rounds * days }).toMillis();
    if (run > after) return run;
  }
}
