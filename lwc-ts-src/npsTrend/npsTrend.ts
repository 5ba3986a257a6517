import { LightningElement, api } from 'lwc';
import type { FigureColumn, FigureRow } from 'c/figureTable';
import type { PlotPoint } from 'c/npsPlot';
import { isRtl } from 'c/pulseWording';

/** A mark of an axis: its words, and where it stands in percent. */
export interface AxisMark {
  readonly id: string;
  readonly at: number;
  readonly text: string;
  /** Left out where there is little room. */
  readonly isMinor?: boolean;
}

/** All of it; words and paths are made outside, in a field of 100 by 100 with y downwards. */
export interface TrendView {
  readonly sentence: string;
  readonly points: readonly PlotPoint[];
  readonly line: string;
  readonly ranges: string;
  readonly dots: string;
  readonly hollowDots: string;
  readonly grid: string;
  readonly zero: string;
  readonly valueMarks: readonly AxisMark[];
  readonly timeMarks: readonly AxisMark[];
  /** The chosen period, from and to in percent. */
  readonly period: { readonly from: number; readonly to: number };
  /** "Hollow: fewer than 30 answers"; empty where no dot is. */
  readonly few: string;
  readonly volatility: string;
  readonly table: { readonly caption: string; readonly columns: readonly FigureColumn[]; readonly rows: readonly FigureRow[] };
}

interface MarkView extends AxisMark {
  readonly style: string;
  readonly className: string;
}

/** NPS by month. */
export default class NpsTrend extends LightningElement {
  @api view: TrendView | undefined;

  get drawingClass(): string {
    return isRtl() ? 'drawing mirrored' : 'drawing';
  }

  get valueMarks(): MarkView[] {
    return (this.view?.valueMarks ?? []).map((mark) => ({ ...mark, style: `inset-block-end: ${mark.at}%`, className: 'value' }));
  }

  get timeMarks(): MarkView[] {
    return (this.view?.timeMarks ?? []).map((mark) => ({
      ...mark,
      style: `inset-inline-start: ${mark.at}%`,
      className: mark.isMinor ? 'time minor' : 'time',
    }));
  }

  get periodStyle(): string {
    const { from = 0, to = 0 } = this.view?.period ?? {};
    return `inset-inline-start: ${from}%; inline-size: ${to - from}%`;
  }
}
