// Generated from lwc-ts-src/trendWords/trendWords.ts by `npm run build:lwc`. Change the source, not this file.
import downMany from '@salesforce/label/c.Pulse_Trend_Down_Many';
import downOne from '@salesforce/label/c.Pulse_Trend_Down_One';
import levelMany from '@salesforce/label/c.Pulse_Trend_Level_Many';
import levelOne from '@salesforce/label/c.Pulse_Trend_Level_One';
import noise from '@salesforce/label/c.Pulse_Trend_Noise';
import sound from '@salesforce/label/c.Pulse_Trend_Sound';
import unknown from '@salesforce/label/c.Pulse_Trend_Unknown';
import upMany from '@salesforce/label/c.Pulse_Trend_Up_Many';
import upOne from '@salesforce/label/c.Pulse_Trend_Up_One';
import { countLabel, formatScore } from 'c/pulseWording';
const ICONS = {
    up: 'utility:arrowup',
    down: 'utility:arrowdown',
    level: 'utility:forward',
    unknown: 'utility:dash',
};
const LABELS = {
    up: [upOne, upMany],
    down: [downOne, downMany],
    level: [levelOne, levelMany],
};
/** "Down 1.2 from 8.4, 14 answers before". A change that rounds to nothing is no change. */
export function trendLine({ trend, priorScore, priorRatingCount, trendIsSound }) {
    if (trend === null || priorScore === null)
        return { direction: 'unknown', icon: ICONS.unknown, text: unknown, soundness: '' };
    const direction = directionOf(trend);
    const [one, many] = LABELS[direction];
    const text = countLabel(priorRatingCount, one, many, formatScore(Math.abs(trend)), formatScore(priorScore));
    const isJudged = trendIsSound !== null && direction !== 'level';
    return { direction, icon: ICONS[direction], text, soundness: isJudged ? (trendIsSound ? sound : noise) : '' };
}
function directionOf(trend) {
    const tenths = Math.round(Math.abs(trend) * 10);
    if (tenths === 0)
        return 'level';
    return trend > 0 ? 'up' : 'down';
}
