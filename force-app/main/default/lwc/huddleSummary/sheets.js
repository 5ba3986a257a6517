// Generated from lwc-ts-src/huddleSummary/sheets.ts by `npm run build:lwc`. Change the source, not this file.
import { huddleDays } from 'c/huddleData';
import { FEW_ANSWERS, fill, formatDateTime, formatDayRange, formatWhole } from 'c/pulseWording';
import { detractorFigure, newFigure, npsFigure, openFigure, resolvedFigure } from './figures';
import { LABELS } from './labels';
import { detractorSection, openSection, reasonSection, resolvedSection } from './sections';
/** The sheet of the weekly meeting. */
export function weeklySheet(lists, figures, occasion) {
    const { days, before } = huddleDays(occasion.now, occasion.timeZone);
    const reasons = reasonSection(figures);
    return {
        title: LABELS.weekly,
        span: limited(fill(LABELS.span, formatDayRange(...days), formatDayRange(...before)), occasion),
        made: madeAt(occasion),
        figures: [npsFigure(figures), openFigure(lists), detractorFigure(lists, figures.now.answers), resolvedFigure(lists)],
        sections: [openSection(lists), detractorSection(lists), ...(reasons ? [reasons] : []), resolvedSection(lists)],
        signatures: [],
        note: fill(LABELS.note, formatWhole(FEW_ANSWERS)),
    };
}
/** The sheet for the next shift. @param since ISO 8601 */
export function shiftSheet(lists, since, occasion) {
    return {
        title: LABELS.shift,
        span: limited(fill(LABELS.since, formatDateTime(since)), occasion),
        made: madeAt(occasion),
        figures: [openFigure(lists), newFigure(lists), detractorFigure(lists), resolvedFigure(lists)],
        sections: [openSection(lists, since), detractorSection(lists), resolvedSection(lists)],
        signatures: [LABELS.handedOver, LABELS.takenOver],
        note: LABELS.noteShift,
    };
}
function limited(span, { touchpoint }) {
    return touchpoint === undefined ? span : fill(LABELS.at, span, touchpoint);
}
function madeAt({ now }) {
    return fill(LABELS.made, formatDateTime(new Date(now).toISOString()));
}
