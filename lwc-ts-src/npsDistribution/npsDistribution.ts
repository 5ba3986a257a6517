import { LightningElement, api } from 'lwc';
import type { FigureColumn, FigureRow } from 'c/figureTable';
import type { PlotPoint } from 'c/npsPlot';

/** A rating with how often it was given. */
export interface RatingBar {
  readonly rating: string;
  readonly kind: 'promoter' | 'passive' | 'detractor';
  /** Height in percent of the highest. */
  readonly height: number;
  /** What stands above the bar. */
  readonly number: string;
  readonly text: string;
}

export interface SharePart {
  readonly kind: RatingBar['kind'];
  readonly name: string;
  readonly percent: number;
  readonly value: string;
}

/** All of it; words are made outside. */
export interface DistributionView {
  readonly sentence: string;
  readonly bars: readonly RatingBar[];
  /** Promoters, passives, detractors. */
  readonly parts: readonly SharePart[];
  readonly table: { readonly caption: string; readonly columns: readonly FigureColumn[]; readonly rows: readonly FigureRow[] };
}

interface BarView extends RatingBar {
  readonly style: string;
  readonly className: string;
}

interface PartView extends SharePart {
  readonly style: string;
  readonly className: string;
  readonly keyClass: string;
}

/** How often each rating was given. */
export default class NpsDistribution extends LightningElement {
  @api view: DistributionView | undefined;

  get bars(): BarView[] {
    return (this.view?.bars ?? []).map((bar) => ({ ...bar, style: `block-size: ${bar.height}%`, className: `bar ${bar.kind}` }));
  }

  /** The middle of each bar, at its top. */
  get points(): PlotPoint[] {
    const bars = this.view?.bars ?? [];
    return bars.map(({ height, text }, index) => ({ x: ((index + 0.5) / bars.length) * 100, y: height * BARS_SHARE, text }));
  }

  get parts(): PartView[] {
    return (this.view?.parts ?? []).map((part) => ({
      ...part,
      style: `inline-size: ${part.percent}%`,
      className: `part ${part.kind}`,
      keyClass: `key ${part.kind}`,
    }));
  }
}

/** How much of the height the bars take; the rest is for the numbers above them. */
const BARS_SHARE = 0.85;
