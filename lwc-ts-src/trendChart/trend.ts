import type { Band } from 'c/pulseBands';

/** The pulse at a moment: the end of a month, or now. */
export interface TrendPoint {
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly score: number | null;
  readonly target: number;
  readonly band: Band | undefined;
  /** What is said of it: the moment first. */
  readonly lines: readonly string[];
}

/** One answer. */
export interface TrendDot {
  readonly id: string;
  readonly at: number;
  readonly rating: number;
  readonly band: Band | undefined;
  readonly lines: readonly string[];
}

/** A day on which something changed. */
export interface TrendMark {
  readonly key: string;
  readonly at: number;
}

/** All that a chart shows; times ascend. */
export interface Trend {
  readonly from: number;
  readonly until: number;
  /** Where the window of the newest point begins. */
  readonly windowFrom: number;
  readonly points: readonly TrendPoint[];
  readonly dots: readonly TrendDot[];
  readonly marks: readonly TrendMark[];
}
