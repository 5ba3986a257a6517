// Generated from lwc-ts-src/setupStep/stepState.ts by `npm run build:lwc`. Change the source, not this file.
import { fill, formatDate } from 'c/pulseWording';
import { LABELS } from './labels';
/**
 * The state of a step. What can be seen outranks what was ticked: a tick cannot hide that something is missing.
 * Only "not needed" does, as that is a decision.
 */
export function stepState(look, record) {
    if (record?.status === 'NotNeeded')
        return 'notNeeded';
    if (look === 'checking')
        return 'checking';
    if (typeof look === 'object')
        return look.finding.state;
    if (record === undefined)
        return 'unseen';
    return record.status === 'Done' ? 'done' : 'missing';
}
/** What is shown beside the state: what was found, or who said so. */
export function stepDetail(look, record) {
    const said = record === undefined ? [] : [saidBy(record), record.detail];
    const seen = typeof look === 'object' ? [look.finding.text] : [];
    if (record === undefined && look === 'failed')
        return LABELS.forbidden;
    const tick = record?.status === 'NotNeeded' || seen.length === 0 ? said : [];
    return [...seen, ...tick].filter((text) => text !== '').join(' ');
}
function saidBy({ isFromDoctor, checkedAt, by }) {
    const day = formatDate(checkedAt);
    if (day === '')
        return '';
    const sentence = isFromDoctor ? fill(LABELS.doctor, day) : by === '' ? fill(LABELS.ticked, day) : fill(LABELS.tickedBy, by, day);
    return `${sentence}.`;
}
