// Generated from lwc-ts-src/pulseTrendCard/trendView.ts by `npm run build:lwc`. Change the source, not this file.
import { bandLook, ratingBand, scoreBand } from 'c/pulseBands';
import { dayOfMonth, monthEnds, monthOf, startOfMonth } from 'c/pulseQueries';
import { countLabel, fill, formatDate, formatDay, formatMonth, formatScore, formatWhole, MILLISECONDS_A_DAY, WINDOW_DAYS, } from 'c/pulseWording';
import { LABELS } from './labels';
/** Lines used where a pulse carries none of its own. */
const DEFAULT_TARGET = 9;
const DEFAULT_YELLOW_FROM = 7;
/** Fewer months than this look like a mistake. */
const FEWEST_MONTHS = 6;
/** The pulse at the ends of the last months and now; undefined without a single score. */
export function trendView(details, figures, answers, now) {
    const ends = withoutEmptyBeginning(monthEnds(details.months, details.snapshots, monthOf(now)));
    const points = [...ends.map((end) => pointOf(end, figures)), pointNow(figures, now)];
    if (points.every(({ score }) => score === null))
        return undefined;
    const from = startOfMonth(ends[0]?.month ?? monthOf(now));
    const marks = marksOf(details, figures).filter(({ at }) => at >= from && at <= now);
    return {
        trend: {
            from,
            until: now,
            windowFrom: Math.max(from, now - WINDOW_DAYS * MILLISECONDS_A_DAY),
            points,
            dots: answers.filter(({ at }) => at >= from && at <= now).map(dotOf),
            marks: marks.map(({ key, at }) => ({ key, at })),
        },
        name: nameOf(points),
        columns: COLUMNS,
        rows: [...points].reverse().map(rowOf),
        marks: marks.map(({ key, text }) => ({ key, text })),
    };
}
const COLUMNS = [
    { label: LABELS.month },
    { label: LABELS.pulse, isNumeric: true },
    { label: LABELS.answersTitle, isNumeric: true },
    { label: LABELS.targetColumn, isNumeric: true },
    { label: LABELS.bandColumn },
];
function withoutEmptyBeginning(ends) {
    const first = ends.findIndex(({ score }) => score !== null);
    return ends.slice(Math.min(first === -1 ? ends.length : first, ends.length - FEWEST_MONTHS));
}
function pointOf(end, figures) {
    const month = formatMonth(dayOfMonth(end.month));
    return countedPoint({
        key: dayOfMonth(end.month),
        at: startOfMonth(end.month + 1),
        title: fill(LABELS.end, month),
        score: end.score,
        count: end.count,
        target: end.target ?? figures.target,
        yellowFrom: end.yellowFrom ?? figures.yellowFrom,
    });
}
function pointNow({ score, ratingCount, target, yellowFrom }, now) {
    return countedPoint({ key: 'now', at: now, title: LABELS.today, score, count: ratingCount, target, yellowFrom });
}
function countedPoint({ key, at, title, score, count, target, yellowFrom }) {
    const goal = target ?? DEFAULT_TARGET;
    const band = score === null ? undefined : scoreBand(score, yellowFrom ?? DEFAULT_YELLOW_FROM, goal);
    const look = bandLook(band);
    const said = score === null || !look
        ? [fill(LABELS.none, formatWhole(WINDOW_DAYS))]
        : [
            fill(LABELS.bandWords, LABELS.pulse, formatScore(score)),
            fill(LABELS.bandWords, look.label, look.scoreMeaning),
            countLabel(count, LABELS.countAnswersOne, LABELS.countAnswersMany),
            fill(LABELS.target, formatScore(goal)),
        ];
    return { key, at, score, target: goal, band, title, count, lines: [title, ...said] };
}
function dotOf({ id, at, rating, touchpoint }) {
    const band = ratingBand(rating);
    const words = fill(LABELS.answerRating, formatWhole(rating), bandLook(band)?.ratingMeaning ?? '');
    return { id, at, rating, band, lines: [formatDate(new Date(at).toISOString()), words, ...(touchpoint === '' ? [] : [touchpoint])] };
}
/** Every day from which comparisons start anew, also one that was written to the pulse by hand. */
function marksOf({ rebaselines }, { comparisonStart, rebaselineNote, segment }) {
    const ofCustomer = rebaselines.filter((rebaseline) => rebaseline.segment === undefined || (segment && rebaseline.segment === segment));
    const own = comparisonStart === null ? [] : [{ day: comparisonStart, note: rebaselineNote ?? '' }];
    const byDay = new Map([...ofCustomer, ...own].map((rebaseline) => [rebaseline.day, rebaseline]));
    return [...byDay.values()]
        .map(({ day, note }) => ({ key: day, at: Date.parse(day), text: fill(LABELS.rebaseline, formatDay(day), note).trim() }))
        .sort((one, other) => one.at - other.at);
}
function nameOf(points) {
    const scored = points.filter(({ score }) => score !== null);
    const [first, last] = [scored[0], scored[scored.length - 1]];
    if (!first || !last)
        return LABELS.title;
    return fill(LABELS.name, first.title, last.title, formatScore(first.score ?? 0), formatScore(last.score ?? 0));
}
function rowOf({ key, title, score, count, target, band }) {
    return {
        id: key,
        cells: [
            key === 'now' ? title : formatMonth(key),
            score === null ? '–' : formatScore(score),
            formatWhole(count),
            formatScore(target),
            bandLook(band)?.label ?? '',
        ],
    };
}
