// Generated from lwc-ts-src/portfolioList/riskWords.ts by `npm run build:lwc`. Change the source, not this file.
import below from '@salesforce/label/c.Pulse_Risk_Below';
import belowFew from '@salesforce/label/c.Pulse_Risk_Below_Few';
import fell from '@salesforce/label/c.Pulse_Risk_Fall';
import silent from '@salesforce/label/c.Pulse_Risk_Silent';
import never from '@salesforce/label/c.Pulse_Risk_Never';
import overdue from '@salesforce/label/c.Pulse_Risk_Overdue';
import open from '@salesforce/label/c.Pulse_Risk_Open';
import openNoDeadline from '@salesforce/label/c.Pulse_Risk_Open_No_Deadline';
import segment from '@salesforce/label/c.Pulse_Risk_Segment';
import large from '@salesforce/label/c.Pulse_Risk_Large';
import act from '@salesforce/label/c.Pulse_Risk_Act';
import watch from '@salesforce/label/c.Pulse_Risk_Watch';
import low from '@salesforce/label/c.Pulse_Risk_Low';
import { fill, formatDate, formatRelative, formatScore } from 'c/pulseWording';
/** Highest risk first, as filters list them. */
export const LEVEL_LOOKS = [
    { level: 'act', band: 'Red', text: act },
    { level: 'watch', band: 'Yellow', text: watch },
    { level: 'low', band: 'Green', text: low },
];
const ICONS = {
    red: 'utility:target',
    yellow: 'utility:target',
    fall: 'utility:arrow_bottom',
    silent: 'utility:volume_off',
    goingSilent: 'utility:volume_low',
    neverAnswered: 'utility:volume_off',
    overdue: 'utility:warning',
    open: 'utility:clock',
    segment: 'utility:favorite',
    large: 'utility:moneybag',
};
/** The look of a level. */
export function levelLook(level) {
    return LEVEL_LOOKS.find((look) => look.level === level) ?? { level, band: 'Green', text: low };
}
/** A reason in words, at a moment in epoch milliseconds. */
export function reasonWords(reason, now) {
    return { key: reason.kind, icon: ICONS[reason.kind], text: textOf(reason, now) };
}
function textOf(reason, now) {
    switch (reason.kind) {
        case 'red':
        case 'yellow':
            return fill(reason.few ? belowFew : below, formatScore(reason.below), formatScore(reason.target));
        case 'fall':
            return fill(fell, formatScore(reason.by), formatScore(reason.from));
        case 'silent':
        case 'goingSilent':
            return fill(silent, formatDate(reason.since));
        case 'neverAnswered':
            return never;
        case 'overdue':
        case 'open':
            return followUpText(reason.kind, reason.followUp.dueAt, now);
        case 'segment':
            return fill(segment, reason.segment);
        default:
            return large;
    }
}
function followUpText(kind, dueAt, now) {
    if (dueAt === undefined)
        return openNoDeadline;
    return fill(kind === 'overdue' ? overdue : open, formatRelative(new Date(dueAt).toISOString(), now));
}
