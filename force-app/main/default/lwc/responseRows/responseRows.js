// Generated from lwc-ts-src/responseRows/responseRows.ts by `npm run build:lwc`. Change the source, not this file.
import erasedLabel from '@salesforce/label/c.Pulse_Erased';
import noRating from '@salesforce/label/c.Pulse_No_Rating';
import ratingWords from '@salesforce/label/c.Pulse_Rating_Words';
import quarantined from '@salesforce/label/c.Pulse_Status_Quarantined';
import excluded from '@salesforce/label/c.Pulse_Status_Excluded';
import setAsideBecause from '@salesforce/label/c.Pulse_Set_Aside_Because';
import { bandLook, ratingBand } from 'c/pulseBands';
import { fill, formatDate, formatDay, formatWhole } from 'c/pulseWording';
import { foldedText } from './foldedText';
import { followUpRow } from './followUpRow';
export { foldedText } from './foldedText';
export { followUpRow } from './followUpRow';
/** Makes a row of an answer at a moment in epoch milliseconds. Fields hidden from the user are simply not there. */
export function responseRow(node, now) {
    const rating = node.rating?.value ?? null;
    const respondedAt = node.respondedAt?.value ?? '';
    const contactName = node.contact?.Name?.value ?? '';
    const comment = node.comment?.value?.trim() ?? '';
    const reasons = reasonRows(node);
    return {
        id: node.Id,
        name: node.Name.value,
        rating,
        band: ratingBand(rating),
        ratingText: ratingText(rating),
        touchpoint: node.touchpoint?.value ?? '',
        program: node.program?.value ?? '',
        programLabel: node.program?.label ?? node.program?.value ?? '',
        date: formatDate(respondedAt),
        respondedAt,
        time: Date.parse(respondedAt) || 0,
        contactName,
        comment,
        reasons,
        followUp: latestFollowUp(node, now),
        status: node.status?.value ?? '',
        setAside: setAsideText(node),
        erased: node.erasedOn?.value ? fill(erasedLabel, formatDay(node.erasedOn.value)) : '',
        mayReadComment: node.comment !== undefined,
        searchText: foldedText([comment, contactName, ...reasons.map(({ text }) => text)].join('\n')),
    };
}
function ratingText(rating) {
    if (rating === null)
        return noRating;
    return fill(ratingWords, formatWhole(rating), bandLook(ratingBand(rating))?.ratingMeaning ?? '');
}
function reasonRows(node) {
    return (node.reasons?.edges ?? []).flatMap(({ node: reason }) => {
        const text = reason.reason?.value;
        return text && reason.overruled?.value !== true ? [{ key: reason.Id, text, isFromAi: reason.givenBy?.value === 'AI' }] : [];
    });
}
function latestFollowUp(node, now) {
    const latest = node.followUps?.edges[0]?.node;
    return latest && followUpRow(latest, now);
}
/** "Quarantined: answered faster than a person can", "Excluded: a test of our own". */
function setAsideText({ status, quarantineReason, lastOverride }) {
    if (status?.value === 'Quarantined')
        return because(quarantined, quarantineReason?.label ?? quarantineReason?.value);
    return status?.value === 'Excluded' ? because(excluded, lastOverride?.why?.value) : '';
}
function because(state, reason) {
    return reason ? fill(setAsideBecause, state, reason) : state;
}
