import type { Option } from 'c/choiceBar';
import { fill, formatWhole } from 'c/pulseWording';
import { LABELS } from './labels';

/** Which sheet. */
export type Sheet = 'weekly' | 'shift';

export const SHEET_OPTIONS: readonly Option[] = [
  { label: LABELS.weekly, value: 'weekly' },
  { label: LABELS.shift, value: 'shift' },
];

export function sheetOf(value: string | undefined): Sheet {
  return value === 'shift' ? 'shift' : 'weekly';
}

/** A shift, half a day, a day, a weekend. */
const HOURS = [8, 12, 24, 72];
const USUAL_HOURS = 12;

export function hourOptions(chosen: number): Option[] {
  const all = [...new Set([...HOURS, chosen])].sort((one, other) => one - other);
  return all.map((hours) => ({ label: fill(LABELS.hours, formatWhole(hours)), value: String(hours) }));
}

/** Whole hours from 1 to 720; what a page's design says may be anything. */
export function hoursOf(value: number | string | undefined): number {
  const hours = Math.trunc(Number(value));
  return hours >= 1 && hours <= 720 ? hours : USUAL_HOURS;
}

/** The value for all touchpoints. */
export const ALL = '';

export function touchpointOptions(touchpoints: readonly { readonly key: string; readonly name: string }[]): Option[] {
  return [{ label: LABELS.all, value: ALL }, ...touchpoints.map(({ key, name }) => ({ label: name, value: key }))];
}
