import type { FlowSchedule } from './flowStartTypes.ts';
import type { ShapeReader } from './shapeReader.ts';

/** `<schedule>` of a schedule-triggered flow. */
export function readSchedule(reader: ShapeReader): FlowSchedule | undefined {
  return reader.one('schedule', (schedule) => {
    const frequency = schedule.oneOf('frequency', ['Once', 'Daily', 'Weekly']);
    if (frequency === undefined) schedule.requiredText('frequency');
    const startDate = schedule.requiredText('startDate');
    if (startDate !== '' && !isDate(startDate)) schedule.problem(`<startDate> is not a date: ${startDate}`);
    // Written with a Z, but by the organization's time zone.
    const [, startTime] = /^(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?Z?$/u.exec(schedule.requiredText('startTime')) ?? [];
    if (startTime === undefined || !isTime(startTime)) schedule.problem('<startTime> is not a time such as 02:00:00.000Z');
    return { frequency: frequency ?? 'Once', startDate, startTime: startTime ?? '00:00:00' };
  });
}

function isDate(text: string): boolean {
  const midnight = /^\d{4}-\d\d-\d\d$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

function isTime(text: string): boolean {
  const [hours = 99, minutes = 99, seconds = 0] = text.split(':').map(Number);
  return hours < 24 && minutes < 60 && seconds < 60;
}
