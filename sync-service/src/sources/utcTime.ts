/**
 * The moment that a platform's time names (milliseconds since 1970; NaN where it names none): in UTC where it says no offset, for
 * JavaScript would take it for a time of the place where the service runs.
 */
export function utcTime(text: string | undefined): number {
  const time = (text ?? '').trim();
  const bare = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}[\d:.]*)$/.exec(time);
  return Date.parse(bare === null ? time : `${bare[1] ?? ''}T${bare[2] ?? ''}Z`);
}
