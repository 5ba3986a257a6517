import { BANDS } from 'c/pulseBands';
import { fill } from 'c/pulseWording';
import type { BandChoice } from './responseQuery';
import { LABELS } from './labels';

export interface Option {
  readonly label: string;
  readonly value: string;
}

/** The value of "all" in both filters; a combobox has no blank value. */
export const ALL = '*';

export const BAND_OPTIONS: readonly Option[] = [
  { label: LABELS.filterAll, value: ALL },
  ...BANDS.map((look) => ({ label: fill(LABELS.bandOption, look.label, look.ratingMeaning), value: look.band })),
  { label: LABELS.noRating, value: 'unrated' },
];

/** The filter's band out of the combobox's value; undefined for all. */
export function bandChoice(value: string): BandChoice | undefined {
  return BAND_CHOICES.find((choice) => choice === value);
}

export function touchpointOptions(touchpoints: readonly string[]): Option[] {
  return [{ label: LABELS.filterAll, value: ALL }, ...touchpoints.map((touchpoint) => ({ label: touchpoint, value: touchpoint }))];
}

const BAND_CHOICES: readonly BandChoice[] = ['Green', 'Yellow', 'Red', 'unrated'];
