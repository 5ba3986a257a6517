/** A day of a calendar, `YYYY-MM-DD`. */
export type Day = string;

/** First and last day of a period. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day on the calendar of somebody in that time zone. @param moment ISO 8601 or epoch milliseconds */
export function dayIn(timeZone: string, moment: string | number): Day {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  // `+0000` is how the REST API writes UTC.
  const epoch = typeof moment === 'number' ? moment : Date.parse(moment.replace(/\+0000$/u, 'Z'));
  return format.format(new Date(epoch));
}

const parts = (day: Day): { readonly year: number; readonly month: number; readonly date: number } => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  date: Number(day.slice(8, 10)),
});

const dayOf = (year: number, month: number, date: number): Day => new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

export function plusDays(day: Day, days: number): Day {
  const { year, month, date } = parts(day);
  return dayOf(year, month, date + days);
}

/** The whole period around a day, `shift` periods later, `count` periods long. Weeks begin on Sunday, as in the United States. */
export function periodOf(unit: string, day: Day, shift = 0, count = 1): Span {
  const from = beginOf(unit, day, shift);
  return { from, to: plusDays(beginOf(unit, day, shift + count), -1) };
}

function beginOf(unit: string, day: Day, shift: number): Day {
  const { year, month, date } = parts(day);
  switch (unit) {
    case 'DAY':
      return dayOf(year, month, date + shift);
    case 'WEEK': {
      const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay();
      return dayOf(year, month, date - weekday + 7 * shift);
    }
    case 'MONTH':
      return dayOf(year, month + shift, 1);
    case 'QUARTER':
    case 'FISCAL_QUARTER':
      return dayOf(year, Math.floor((month - 1) / 3) * 3 + 1 + 3 * shift, 1);
    case 'YEAR':
    case 'FISCAL_YEAR':
      return dayOf(year + shift, 1, 1);
    default:
      throw new Error(`no period ${unit}`);
  }
}

/**
 * Days that a relative date of a filter stands for (SOQL and SOSL Reference, "Date Formats and Date Literals").
 * `LAST_N_DAYS:n` goes to today; `LAST_N_MONTHS:n` and its like end with the period before this one.
 */
export function relativeDays(literal: string, today: Day): Span | undefined {
  const [name = '', number] = literal.trim().toUpperCase().split(':');
  if (name === 'TODAY') return { from: today, to: today };
  if (name === 'YESTERDAY') return periodOf('DAY', today, -1);
  if (name === 'TOMORROW') return periodOf('DAY', today, 1);
  const n = Number(number);
  if (name === 'LAST_N_DAYS') return { from: plusDays(today, -n), to: today };
  if (name === 'NEXT_N_DAYS') return { from: plusDays(today, 1), to: plusDays(today, n) };
  if (name === 'N_DAYS_AGO') return periodOf('DAY', today, -n);
  const match = /^(THIS|LAST|NEXT|LAST_N|NEXT_N)_((?:FISCAL_)?(?:WEEK|MONTH|QUARTER|YEAR))S?$/u.exec(name);
  const [, which, unit = ''] = match ?? [];
  if (which === 'THIS') return periodOf(unit, today);
  if (which === 'LAST') return periodOf(unit, today, -1);
  if (which === 'NEXT') return periodOf(unit, today, 1);
  if (which === 'LAST_N') return periodOf(unit, today, -n, n);
  if (which === 'NEXT_N') return periodOf(unit, today, 1, n);
  return undefined;
}

/** Durations of `timeFrameFilter` as relative dates (Metadata API, "UserDateInterval"); `[from, to]` where two are needed. */
const INTERVALS: Readonly<Record<string, string | readonly [string, string]>> = {
  INTERVAL_CURRENT: 'THIS_FISCAL_QUARTER',
  INTERVAL_CURY: 'THIS_YEAR',
  INTERVAL_PREVY: 'LAST_YEAR',
  INTERVAL_PREVCURY: ['LAST_YEAR', 'THIS_YEAR'],
  INTERVAL_CURFY: 'THIS_FISCAL_YEAR',
  INTERVAL_PREVFY: 'LAST_FISCAL_YEAR',
  INTERVAL_CURRENTQ: 'THIS_QUARTER',
  INTERVAL_PREVQ: 'LAST_QUARTER',
  INTERVAL_CURPREVQ: ['LAST_QUARTER', 'THIS_QUARTER'],
  INTERVAL_TODAY: 'TODAY',
  INTERVAL_YESTERDAY: 'YESTERDAY',
  INTERVAL_TOMORROW: 'TOMORROW',
  INTERVAL_THISWEEK: 'THIS_WEEK',
  INTERVAL_LASTWEEK: 'LAST_WEEK',
  INTERVAL_NEXTWEEK: 'NEXT_WEEK',
  INTERVAL_THISMONTH: 'THIS_MONTH',
  INTERVAL_LASTMONTH: 'LAST_MONTH',
  INTERVAL_NEXTMONTH: 'NEXT_MONTH',
  INTERVAL_LASTTHISMONTH: ['LAST_MONTH', 'THIS_MONTH'],
  INTERVAL_LAST7: 'LAST_N_DAYS:7',
  INTERVAL_LAST30: 'LAST_N_DAYS:30',
  INTERVAL_LAST60: 'LAST_N_DAYS:60',
  INTERVAL_LAST90: 'LAST_N_DAYS:90',
  INTERVAL_LAST120: 'LAST_N_DAYS:120',
  INTERVAL_NEXT7: 'NEXT_N_DAYS:7',
  INTERVAL_NEXT30: 'NEXT_N_DAYS:30',
};

/** Days of a duration of a time frame. @throws Error for one that these checks do not know */
export function intervalDays(interval: string, today: Day): Span {
  const relative = INTERVALS[interval];
  const [first, last] = typeof relative === 'string' ? [relative, relative] : (relative ?? []);
  const from = relativeDays(first ?? '', today)?.from;
  const to = relativeDays(last ?? '', today)?.to;
  if (from === undefined || to === undefined) throw new Error(`The checks do not know the duration ${interval}.`);
  return { from, to };
}

/** What a date is grouped by: the first day of its period, or a number. */
export function grainOf(granularity: string, day: Day): string | number {
  switch (granularity) {
    case 'Day':
    case 'None':
      return day;
    case 'Week':
    case 'Month':
    case 'Quarter':
    case 'Year':
      return periodOf(granularity.toUpperCase(), day).from;
    case 'FiscalQuarter':
      return periodOf('QUARTER', day).from;
    case 'FiscalYear':
      return periodOf('YEAR', day).from;
    case 'MonthInYear':
      return parts(day).month;
    case 'DayInMonth':
      return parts(day).date;
    default:
      throw new Error(`The checks do not know the granularity ${granularity}.`);
  }
}
