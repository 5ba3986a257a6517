import { huddleDays, type HuddleFigures, type HuddleLists } from 'c/huddleData';
import type { PaperView } from 'c/huddlePaper';
import { FEW_ANSWERS, fill, formatDateTime, formatDayRange, formatWhole } from 'c/pulseWording';
import { detractorFigure, newFigure, npsFigure, openFigure, resolvedFigure } from './figures';
import { LABELS } from './labels';
import { detractorSection, openSection, reasonSection, resolvedSection } from './sections';

/** When and for what a sheet is made. */
export interface Occasion {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
  /** Name of the touchpoint that it is limited to; undefined for all. */
  readonly touchpoint: string | undefined;
}

/** The sheet of the weekly meeting. */
export function weeklySheet(lists: HuddleLists, figures: HuddleFigures, occasion: Occasion): PaperView {
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
export function shiftSheet(lists: HuddleLists, since: string, occasion: Occasion): PaperView {
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

function limited(span: string, { touchpoint }: Occasion): string {
  return touchpoint === undefined ? span : fill(LABELS.at, span, touchpoint);
}

function madeAt({ now }: Occasion): string {
  return fill(LABELS.made, formatDateTime(new Date(now).toISOString()));
}
