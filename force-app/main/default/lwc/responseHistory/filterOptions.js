// Generated from lwc-ts-src/responseHistory/filterOptions.ts by `npm run build:lwc`. Change the source, not this file.
import { BANDS } from 'c/pulseBands';
import { fill } from 'c/pulseWording';
import { LABELS } from './labels';
/** The value of "all" in both filters; a combobox has no blank value. */
export const ALL = '*';
export const BAND_OPTIONS = [
    { label: LABELS.filterAll, value: ALL },
    ...BANDS.map((look) => ({ label: fill(LABELS.bandOption, look.label, look.ratingMeaning), value: look.band })),
    { label: LABELS.noRating, value: 'unrated' },
];
/** The filter's band out of the combobox's value; undefined for all. */
export function bandChoice(value) {
    return BAND_CHOICES.find((choice) => choice === value);
}
export function touchpointOptions(touchpoints) {
    return [{ label: LABELS.filterAll, value: ALL }, ...touchpoints.map((touchpoint) => ({ label: touchpoint, value: touchpoint }))];
}
const BAND_CHOICES = ['Green', 'Yellow', 'Red', 'unrated'];
