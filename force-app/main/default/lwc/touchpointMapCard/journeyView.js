// Generated from lwc-ts-src/touchpointMapCard/journeyView.ts by `npm run build:lwc`. Change the source, not this file.
import { bandLook, scoreBand } from 'c/pulseBands';
import { welch } from 'c/npsMath';
import { countLabel, FEW_ANSWERS, fill, formatScore, formatWhole, WINDOW_DAYS } from 'c/pulseWording';
import { trendLine } from 'c/trendWords';
import { weakSpots } from './weakSpots';
import { LABELS } from './labels';
/** Lines used where a pulse carries none of its own. */
const DEFAULT_TARGET = 9;
const DEFAULT_YELLOW_FROM = 7;
const HIGHEST = 10;
/** The touchpoints in the order of the journey; undefined where no answer tells anything. */
export function journeyView(details, figures) {
    const steps = stepsOf(details);
    if (!steps.some(({ now, before }) => now.count + before.count > 0))
        return undefined;
    const spots = weakSpots(steps.filter(({ touchpoint }) => touchpoint !== null));
    const weak = new Set([spots.breaks?.name, spots.falls?.name]);
    const rows = steps.map((step) => rowOf(step, figures, weak.has(step.name)));
    return { rows, sentences: sentencesOf(spots, steps), hasFew: rows.some(({ isFew }) => isFew) };
}
/** The steps of the journey, then touchpoints that are not in it, and the relationship as a whole at last. */
function stepsOf({ journey, touchpoints }) {
    const sums = new Map(touchpoints.map((touchpoint) => [touchpoint.touchpoint, touchpoint]));
    const known = journey.map(({ key, name }) => ({ ...(sums.get(key) ?? { touchpoint: key, now: NOTHING, before: NOTHING }), name }));
    const keys = new Set(journey.map(({ key }) => key));
    const others = touchpoints
        .filter(({ touchpoint }) => touchpoint !== null && !keys.has(touchpoint))
        .map((touchpoint) => ({ ...touchpoint, name: touchpoint.touchpoint ?? '' }))
        .sort((one, other) => one.name.localeCompare(other.name));
    const whole = sums.get(null);
    return [...known, ...others, ...(whole ? [{ ...whole, name: LABELS.relationship }] : [])];
}
const NOTHING = { count: 0, sum: 0, squareSum: 0 };
function rowOf(step, figures, isWeak) {
    const { now, before, name, touchpoint } = step;
    const target = figures.target ?? DEFAULT_TARGET;
    const score = now.count === 0 ? undefined : now.sum / now.count;
    const band = score === undefined ? undefined : scoreBand(score, figures.yellowFrom ?? DEFAULT_YELLOW_FROM, target);
    const priorScore = before.count === 0 ? null : before.sum / before.count;
    const trend = trendLine({
        trend: score === undefined || priorScore === null ? null : score - priorScore,
        priorScore,
        priorRatingCount: before.count,
        trendIsSound: welch(now, before)?.isSound ?? null,
    });
    const text = score === undefined ? '' : formatScore(score);
    return {
        key: touchpoint ?? '',
        name,
        touchpoint: touchpoint ?? undefined,
        seeText: fill(LABELS.see, name),
        hasAnswers: score !== undefined,
        isLinked: score !== undefined && touchpoint !== null,
        isWeak,
        band,
        bandText: fill(LABELS.bandWords, text, bandLook(band)?.scoreMeaning ?? ''),
        answersText: score === undefined
            ? fill(LABELS.noAnswers, formatWhole(WINDOW_DAYS))
            : countLabel(now.count, LABELS.countAnswersOne, LABELS.countAnswersMany),
        isFew: now.count > 0 && now.count < FEW_ANSWERS,
        trendIcon: trend.icon,
        trendText: trend.direction === 'unknown' ? '' : trend.text,
        barClass: `fill ${band?.toLowerCase() ?? ''}`,
        barStyle: `inline-size: ${((score ?? 0) / HIGHEST) * 100}%`,
        targetStyle: `inset-inline-start: ${(target / HIGHEST) * 100}%`,
        rowClass: score === undefined ? 'row still' : isWeak ? 'row weak' : 'row',
    };
}
function sentencesOf({ breaks, falls, lowest }, steps) {
    const said = [
        breaks && fill(LABELS.breaks, breaks.name, formatScore(breaks.score), formatScore(breaks.below)),
        falls && fill(LABELS.falls, falls.name, formatScore(falls.from), formatScore(falls.to)),
        lowest && fill(LABELS.lowest, lowest.name, formatScore(lowest.score)),
    ].filter((sentence) => sentence !== undefined);
    const comparable = steps.filter(({ touchpoint, now }) => touchpoint !== null && now.count > 0).length > 1;
    return said.length === 0 && comparable ? [LABELS.even] : said;
}
