import { LightningElement, api } from 'lwc';
import { formatNps } from 'c/pulseWording';

/** How a figure changed. It is marked only where the change is more than chance. */
export interface ChangeView {
  readonly text: string;
  /** Its arrow; empty where it is not more than chance. */
  readonly icon: string;
  /** Whether it is more than chance, in words. */
  readonly soundText: string;
}

/** An NPS as it is shown; all words are made outside. */
export interface FigureView {
  readonly value: string;
  /** "± 7 points" */
  readonly margin: string;
  /** "Between +12 and +26 (95 % confidence)" */
  readonly interval: string;
  /** Where the figure and its range lie on the scale: 0 at -100, 100 at 100. */
  readonly at: number;
  readonly low: number;
  readonly high: number;
  readonly answers: string;
  /** "Few answers: read with care"; empty where there are enough. */
  readonly few: string;
  readonly change?: ChangeView | undefined;
  readonly facts: readonly string[];
}

/** One NPS with its margin of error. */
export default class NpsFigure extends LightningElement {
  @api view: FigureView | undefined;

  /** The ends of the scale, with the signs that the figures have. */
  ends = { low: formatNps(-100), high: formatNps(100) };

  get rangeStyle(): string {
    const { low = 0, high = 0 } = this.view ?? {};
    return `inset-inline-start: ${low}%; inline-size: ${high - low}%`;
  }

  get dotStyle(): string {
    return `inset-inline-start: ${this.view?.at ?? 0}%`;
  }

  get changeClass(): string {
    return this.view?.change?.icon ? 'change sound' : 'change';
  }
}
