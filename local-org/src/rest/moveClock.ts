import { DateTime, Duration } from 'luxon';
import { SalesforceError } from '../errors.ts';
import { addReports, nothingRan, type TimeReport } from '../flow/schedule/timeline.ts';
import type { Org } from '../org.ts';
import { isJsonObject } from './apiMessages.ts';
import { datetimeFromWire } from './wire/moments.ts';

/** What the platform takes for a date and time (SOQL and SOSL Reference, "Date Formats and Date Literals"). */
const earliest = Date.UTC(1700, 0, 1);
const latest = Date.UTC(4000, 11, 31);

const usage =
  'Tell the moment as {"now": "2022-10-01T00:00:00Z"}, or how far to go as {"advanceBy": "P1DT2H"} or {"advanceBy": 3600} (seconds)';

/**
 * Moves the org's clock; what becomes due on the way runs at its own time. A
 * deployment meanwhile exchanges the engine: the new one goes on.
 * @param asleep goes there at once; what was missed runs there, a flow that missed several of its times once
 */
export async function moveClock(org: Org, moment: number, asleep = false): Promise<TimeReport> {
  let report = nothingRan;
  for (;;) {
    const { flows } = org;
    report = addReports(report, await flows.advanceTo(moment, asleep));
    if (flows === org.flows) return report;
  }
}

/**
 * The moment that a request names, epoch milliseconds: `now`, `advanceBy` (an
 * ISO 8601 duration or seconds) or `advanceSeconds`.
 * @throws SalesforceError INVALID_INPUT
 */
export function wantedMoment(body: unknown, now: number): number {
  const moment = isJsonObject(body) ? (momentOf(body['now']) ?? after(now, body['advanceBy'] ?? body['advanceSeconds'])) : undefined;
  if (moment === undefined || Number.isNaN(moment)) throw new SalesforceError('INVALID_INPUT', usage);
  if (moment < earliest || moment > latest) {
    throw new SalesforceError('INVALID_INPUT', 'The clock can be set from the year 1700 to 4000');
  }
  return moment;
}

/** Whether a request wants the org to have slept meanwhile. @throws SalesforceError INVALID_INPUT */
export function wantedSleep(body: unknown): boolean {
  const asleep = isJsonObject(body) ? body['asleep'] : undefined;
  if (asleep !== undefined && typeof asleep !== 'boolean') throw new SalesforceError('INVALID_INPUT', '"asleep" is true or false');
  return asleep === true;
}

function momentOf(value: unknown): number | undefined {
  return typeof value === 'string' ? datetimeFromWire(value) : undefined;
}

function after(now: number, by: unknown): number | undefined {
  if (typeof by === 'number') return now + by * 1000;
  if (typeof by !== 'string') return undefined;
  if (/^\d+$/u.test(by)) return now + Number(by) * 1000;
  const duration = Duration.fromISO(by);
  return duration.isValid ? DateTime.fromMillis(now, { zone: 'utc' }).plus(duration).toMillis() : undefined;
}
