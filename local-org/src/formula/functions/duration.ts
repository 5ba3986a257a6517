import { toCount } from '../runtime/numbers.ts';
import { asMoment, asNumber, type Value } from '../runtime/values.ts';
import type { FormulaType } from '../types.ts';

const DAY = 86_400;

/**
 * FORMATDURATION: `HH:MM:SS` of seconds or of two times, `D:HH:MM:SS` of two
 * date-times, or of seconds when days are asked for. Always positive.
 */
export function formatDuration(type: FormulaType, first: Value, second: Value): string | null {
  if (type === 'number') {
    const seconds = asNumber(first);
    return seconds === null ? null : format(Math.abs(toCount(seconds)), second === true);
  }
  const from = asMoment(first);
  const to = asMoment(second);
  return from === null || to === null ? null : format(Math.abs(Math.trunc((to - from) / 1000)), type === 'datetime');
}

function format(seconds: number, withDays: boolean): string {
  const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (!withDays) return `${two(Math.floor(seconds / 3600))}:${clock}`;
  return `${Math.floor(seconds / DAY)}:${two(Math.floor(seconds / 3600) % 24)}:${clock}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
