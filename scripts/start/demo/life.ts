/** A month that the demo's org lives through, so that its nights leave what they leave in any org. */
export interface LivedMonth {
  /** Late on its last day: what came in during the month is in the org by then. */
  readonly eve: Date;
  /** The morning after the night in which the snapshot of the month is taken. */
  readonly morning: Date;
}

/** Months for which the demo has snapshots. */
const MONTHS = 5;
/** Days before the end of the first one at which the demo says that the package was installed. */
const INSTALLED_BEFORE_DAYS = 20;
const DAY = 86_400_000;
/** Days ago when the latest news but those of the last days came in: some of it is overdue by now. */
const NEWS_DAYS = 3;
const EVE_HOUR = 18;
const MORNING_HOUR = 8;

/** The months that end before `now`, the oldest first. Their hours are far enough from midnight for any time zone of Europe. */
export function livedMonths(now: Date): readonly LivedMonth[] {
  // A month that has hardly ended is left to the org's own clock.
  const latest = new Date(now.getTime() - (NEWS_DAYS + 2) * DAY);
  return Array.from({ length: MONTHS }, (_, index) => {
    const firstOfNext = Date.UTC(latest.getUTCFullYear(), latest.getUTCMonth() - (MONTHS - 1 - index), 1);
    return { eve: new Date(firstOfNext - DAY + EVE_HOUR * 3_600_000), morning: new Date(firstOfNext + MORNING_HOUR * 3_600_000) };
  });
}

/** When the demo's org begins. */
export function installedAt(now: Date): Date {
  const first = livedMonths(now)[0]?.eve ?? now;
  return new Date(first.getTime() - INSTALLED_BEFORE_DAYS * DAY);
}

/** A stretch of the demo's time: what happened in it is loaded at its end. */
export interface Stretch {
  /** Exclusive. */
  readonly from: Date;
  /** Inclusive. */
  readonly to: Date;
  readonly kind: 'before' | 'month' | 'news' | 'now';
  /** Of a month. */
  readonly morning?: Date;
}

/** All of the demo's time: what was before the installation, the months since, news, and the last days up to now. */
export function stretches(now: Date): readonly Stretch[] {
  const months = livedMonths(now);
  const installed = installedAt(now);
  const news = new Date(now.getTime() - NEWS_DAYS * DAY);
  const begins = [installed, ...months.map(({ eve }) => eve)];
  return [
    { from: new Date(0), to: installed, kind: 'before' },
    ...months.map(({ eve, morning }, index): Stretch => ({ from: begins[index] ?? installed, to: eve, kind: 'month', morning })),
    { from: begins.at(-1) ?? installed, to: news, kind: 'news' },
    { from: news, to: now, kind: 'now' },
  ];
}
