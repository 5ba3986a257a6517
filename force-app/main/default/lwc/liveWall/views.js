// Generated from lwc-ts-src/liveWall/views.ts by `npm run build:lwc`. Change the source, not this file.
import answersToday from '@salesforce/label/c.Pulse_Wall_Answers_Today';
import yesterday from '@salesforce/label/c.Pulse_Wall_Yesterday';
import meanToday from '@salesforce/label/c.Pulse_Wall_Mean_Today';
import ratedOne from '@salesforce/label/c.Pulse_Wall_Rated_One';
import ratedMany from '@salesforce/label/c.Pulse_Wall_Rated_Many';
import npsLabel from '@salesforce/label/c.Pulse_Wall_Nps';
import marginLabel from '@salesforce/label/c.Pulse_Board_Margin_Short';
import npsBasisOne from '@salesforce/label/c.Pulse_Nps_Basis_One';
import npsBasisMany from '@salesforce/label/c.Pulse_Nps_Basis_Many';
import openLabel from '@salesforce/label/c.Pulse_Wall_Open';
import overdueLabel from '@salesforce/label/c.Pulse_Wall_Overdue';
import noneOverdue from '@salesforce/label/c.Pulse_Wall_None_Overdue';
import noValue from '@salesforce/label/c.Pulse_Wall_No_Value';
import splitLabel from '@salesforce/label/c.Pulse_Wall_Split';
import withCount from '@salesforce/label/c.Pulse_With_Count';
import promoterLabel from '@salesforce/label/c.Pulse_Board_Promoters';
import passiveLabel from '@salesforce/label/c.Pulse_Board_Passives';
import detractorLabel from '@salesforce/label/c.Pulse_Board_Detractors';
import { countsOf, nodesOf, numberOf } from 'c/answerFigures';
import { NO_ANSWERS, npsMargin, npsOf } from 'c/npsMath';
import { BANDS } from 'c/pulseBands';
import { countLabel, FEW_ANSWERS, fill, formatNps, formatScore, formatWhole } from 'c/pulseWording';
const DASH = '–';
const PARTS = { Green: promoterLabel, Yellow: passiveLabel, Red: detractorLabel };
/** The figures of the wall, from what the query answered. */
export function wallFigures({ aggregate }, npsDays) {
    const [today] = nodesOf(aggregate.today);
    const counts = countsIn(today);
    return [
        figure('answers', answersToday, formatWhole(aggregate.today?.totalCount ?? 0), {
            note: fill(yesterday, formatWhole(aggregate.yesterday?.totalCount ?? 0)),
        }),
        figure('mean', meanToday, counts.rated > 0 ? formatScore(numberOf(today?.rating?.sum) / counts.rated) : undefined, {
            note: countLabel(counts.rated, ratedOne, ratedMany),
        }),
        npsFigure(countsIn(nodesOf(aggregate.relational)[0]), npsDays),
        followUpFigure(aggregate.open?.totalCount ?? 0, aggregate.overdue?.totalCount ?? 0),
    ];
}
/** The day's ratings as a bar; undefined while there are none. */
export function wallSplit({ aggregate }) {
    const { promoters, detractors, rated } = countsIn(nodesOf(aggregate.today)[0]);
    if (rated === 0)
        return undefined;
    const numbers = { Green: promoters, Yellow: rated - promoters - detractors, Red: detractors };
    const parts = BANDS.filter(({ band }) => numbers[band] > 0).map(({ band }) => {
        const text = fill(withCount, PARTS[band], formatWhole(numbers[band]));
        return { key: band, band, text, style: `flex-grow: ${String(numbers[band])}`, partClass: `part ${band}` };
    });
    return { sentence: fill(splitLabel, ...[promoters, numbers.Yellow, detractors].map(formatWhole)), parts };
}
function npsFigure(counts, days) {
    const [nps, margin] = [npsOf(counts), npsMargin(counts)];
    return figure('nps', fill(npsLabel, formatWhole(days)), nps === null ? undefined : formatNps(nps), {
        margin: margin === null ? '' : fill(marginLabel, formatWhole(margin)),
        note: countLabel(counts.rated, npsBasisOne, npsBasisMany),
        few: counts.rated > 0 && counts.rated < FEW_ANSWERS,
    });
}
function followUpFigure(open, overdue) {
    const note = overdue > 0 ? fill(overdueLabel, formatWhole(overdue)) : noneOverdue;
    return figure('followUps', openLabel, formatWhole(open), { note, isWarning: overdue > 0 });
}
function figure(key, label, value, { note, margin = '', few = false, isWarning = false }) {
    return { key, label, value: value ?? DASH, spoken: value === undefined ? noValue : '', margin, note, few, isWarning };
}
/** The counts of a day, or of a stretch of days; none without a group. */
function countsIn(figures) {
    return figures ? countsOf(figures) : NO_ANSWERS;
}
