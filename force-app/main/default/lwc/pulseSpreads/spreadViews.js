// Generated from lwc-ts-src/pulseSpreads/spreadViews.ts by `npm run build:lwc`. Change the source, not this file.
import { BANDS, scoreBand } from 'c/pulseBands';
import { CONTACTS_SHOWN } from 'c/pulseQueries';
import { targetOf, yellowFromOf } from 'c/pulseRecord';
import { countLabel, fill, formatScore, formatWhole } from 'c/pulseWording';
import { LABELS } from './labels';
/** How the people of an account spread over the bands; undefined for nobody. */
export function peopleSpread(details, figures) {
    const { respondents, respondentCount } = details;
    if (respondents.length === 0)
        return undefined;
    const items = respondents.map(({ id, name, recordId, score, count, band }) => itemOf(id, name, score, count, BANDS.find((look) => look.band === band)?.band ?? bandOf(figures, score), recordId));
    const counts = countsOf(items);
    // The lowest are listed first: whoever is not listed is in the best band of those who are, or in a better one.
    const best = BANDS.find(({ band }) => (counts.get(band) ?? 0) > 0)?.band ?? 'Red';
    counts.set(best, (counts.get(best) ?? 0) + respondentCount - items.length);
    return {
        key: 'people',
        title: LABELS.peopleTitle,
        summary: countLabel(respondentCount, LABELS.peopleOne, LABELS.peopleMany),
        parts: partsOf(counts),
        items,
        note: respondentCount > items.length ? fill(LABELS.lowestShown, formatWhole(CONTACTS_SHOWN), formatWhole(respondentCount)) : '',
    };
}
/** How the touchpoints spread over the bands, lowest first; undefined where fewer than two have answers. The relationship as a whole is none. */
export function touchpointSpread({ touchpoints, journey }, figures) {
    const names = new Map(journey.map(({ key, name }) => [key, name]));
    const items = touchpoints
        .flatMap(({ touchpoint, now }) => {
        if (now.count === 0 || touchpoint === null)
            return [];
        const score = now.sum / now.count;
        const name = names.get(touchpoint) ?? touchpoint;
        return [{ score, item: itemOf(name, name, score, now.count, bandOf(figures, score)) }];
    })
        .sort((one, other) => one.score - other.score)
        .map(({ item }) => item);
    if (items.length < 2)
        return undefined;
    return {
        key: 'touchpoints',
        title: LABELS.touchpointsTitle,
        summary: countLabel(items.length, LABELS.touchpointsOne, LABELS.touchpointsMany),
        parts: partsOf(countsOf(items)),
        items,
        note: '',
    };
}
function itemOf(id, name, score, count, band, recordId) {
    return {
        id,
        name,
        recordId,
        band,
        scoreText: formatScore(score),
        answersText: countLabel(count, LABELS.countAnswersOne, LABELS.countAnswersMany),
    };
}
function bandOf(figures, score) {
    return scoreBand(score, yellowFromOf(figures), targetOf(figures));
}
function countsOf(items) {
    const counts = new Map();
    for (const { band } of items)
        counts.set(band, (counts.get(band) ?? 0) + 1);
    return counts;
}
/** Worst band first: it is what matters. */
function partsOf(counts) {
    return [...BANDS].reverse().flatMap(({ band, label }) => {
        const count = counts.get(band) ?? 0;
        return count === 0 ? [] : [{ band, count, text: fill(LABELS.spreadPart, formatWhole(count), label) }];
    });
}
