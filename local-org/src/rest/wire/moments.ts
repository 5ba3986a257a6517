/** Dates and times as they travel: `2022-01-01T00:00:00.000+0000`, `2022-01-01`, `10:30:00.000Z`. */

const datetimeForm = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u;
const dateForm = /^\d{4}-\d{2}-\d{2}$/u;
const timeForm = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/u;

export function datetimeToWire(moment: number): string {
  return new Date(moment).toISOString().replace('Z', '+0000');
}

/** Epoch milliseconds, whole seconds as the platform stores them; undefined when the text is no moment. */
export function datetimeFromWire(text: string): number | undefined {
  if (!datetimeForm.test(text) || !isCalendarDay(text)) return undefined;
  // The form that most clients send needs nothing put right.
  if (text.endsWith('Z')) return wholeSeconds(Date.parse(text));
  const withColon = text.replace(/([+-]\d{2})(\d{2})$/u, (whole, hours: string, minutes: string) =>
    text.includes('T') ? `${hours}:${minutes}` : whole,
  );
  const withZone = withColon.includes('T') && !/(?:Z|[+-]\d{2}:\d{2})$/u.test(withColon) ? `${withColon}Z` : withColon;
  return wholeSeconds(Date.parse(withZone));
}

function wholeSeconds(moment: number): number | undefined {
  return Number.isNaN(moment) ? undefined : Math.floor(moment / 1000) * 1000;
}

/** A date; a moment gives its day in UTC. */
export function dateFromWire(text: string): string | undefined {
  if (dateForm.test(text)) return isCalendarDay(text) ? text : undefined;
  const moment = datetimeFromWire(text);
  return moment === undefined ? undefined : new Date(moment).toISOString().slice(0, 10);
}

/** Milliseconds since midnight. */
export function timeFromWire(text: string): number | undefined {
  const [matched, hours, minutes, seconds = '0', fraction = '0'] = timeForm.exec(text) ?? [];
  if (matched === undefined) return undefined;
  const time = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
  return time < 86_400_000 ? time : undefined;
}

export function timeToWire(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(11);
}

function isCalendarDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  if (month < 1 || month > 12 || day < 1 || Number.isNaN(year)) return false;
  // Most days are there in every month.
  return day <= 28 || day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
