// Generated from lwc-ts-src/huddleSummary/figures.ts by `npm run build:lwc`. Change the source, not this file.
import { npsMargin, npsOf, npsTrend } from 'c/npsMath';
import { countLabel, FEW_ANSWERS, fill, formatNps, formatWhole } from 'c/pulseWording';
import { npsTrendLine } from 'c/trendWords';
import { LABELS } from './labels';
const NPS = { key: 'nps', label: LABELS.measureRelational, isWide: true };
/** NPS of the week with its margin, its answers, and whether the change is more than chance. */
export function npsFigure({ now, before }) {
    const [nps, margin] = [npsOf(now.nps), npsMargin(now.nps)];
    const rated = countLabel(now.nps.rated, LABELS.ratedOne, LABELS.ratedMany);
    if (nps === null || margin === null)
        return { ...NPS, value: '–', notes: [LABELS.noValue, rated] };
    const few = now.nps.rated < FEW_ANSWERS ? [LABELS.few] : [];
    const notes = [fill(LABELS.margin, formatWhole(margin)), rated, ...few, ...changeNotes({ now, before })];
    return { ...NPS, value: formatNps(nps), notes };
}
function changeNotes({ now, before }) {
    const { text, soundness } = npsTrendLine(npsTrend(now.nps, before.nps));
    return soundness === '' ? [text] : [text, soundness];
}
export function openFigure({ counts: { open, overdue } }) {
    const note = overdue > 0 ? fill(LABELS.overdue, formatWhole(overdue)) : LABELS.noneOverdue;
    return { key: 'open', label: LABELS.open, value: formatWhole(open), notes: open > 0 ? [note] : [], isUrgent: overdue > 0 };
}
export function newFigure({ counts: { made } }) {
    return { key: 'new', label: LABELS.newOnes, value: formatWhole(made), notes: [] };
}
/** @param answers how many answers they are among; undefined where that is not known */
export function detractorFigure({ counts: { detractors } }, answers) {
    const notes = answers === undefined ? [] : [countLabel(answers, LABELS.answersOne, LABELS.answersMany)];
    return { key: 'detractors', label: LABELS.newDetractors, value: formatWhole(detractors), notes };
}
export function resolvedFigure({ counts: { resolved, onTime } }) {
    const notes = resolved > 0 ? [fill(LABELS.inTime, formatWhole(onTime))] : [];
    return { key: 'resolved', label: LABELS.resolved, value: formatWhole(resolved), notes };
}
