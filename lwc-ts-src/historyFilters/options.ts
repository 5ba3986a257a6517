import { BANDS } from 'c/pulseBands';
import { fill, formatWhole } from 'c/pulseWording';
import { PERIOD_DAYS } from 'c/historyCriteria';
import { LABELS } from './labels';

export interface Option {
  readonly label: string;
  readonly value: string;
}

/** The value of "all" in every filter; a combobox has no blank value. */
export const ALL = '*';

const ALL_OPTION: Option = { label: LABELS.all, value: ALL };

export const BAND_OPTIONS: readonly Option[] = [
  ALL_OPTION,
  ...BANDS.map((look) => ({ label: fill(LABELS.bandOption, look.label, look.ratingMeaning), value: look.band })),
  { label: LABELS.noRating, value: 'unrated' },
];

export const PROGRAM_OPTIONS: readonly Option[] = [
  ALL_OPTION,
  { label: LABELS.relational, value: 'Relational' },
  { label: LABELS.transactional, value: 'Transactional' },
];

export const PERIOD_OPTIONS: readonly Option[] = [
  ALL_OPTION,
  { label: fill(LABELS.lastDays, formatWhole(PERIOD_DAYS.month)), value: 'month' },
  { label: fill(LABELS.lastDays, formatWhole(PERIOD_DAYS.quarter)), value: 'quarter' },
  { label: fill(LABELS.lastDays, formatWhole(PERIOD_DAYS.window)), value: 'window' },
  { label: fill(LABELS.priorDays, formatWhole(PERIOD_DAYS.window)), value: 'prior' },
];

export const FOLLOW_UP_OPTIONS: readonly Option[] = [
  ALL_OPTION,
  { label: LABELS.followUpAny, value: 'any' },
  { label: LABELS.followUpOpen, value: 'open' },
  { label: LABELS.followUpOverdue, value: 'overdue' },
  { label: LABELS.followUpResolved, value: 'resolved' },
  { label: LABELS.followUpNone, value: 'none' },
];

export function touchpointOptions(touchpoints: readonly string[]): readonly Option[] {
  return [ALL_OPTION, ...touchpoints.map((touchpoint) => ({ label: touchpoint, value: touchpoint }))];
}
