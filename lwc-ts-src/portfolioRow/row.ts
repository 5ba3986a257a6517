import type { Band } from 'c/pulseBands';

/** A reason as a person reads it. */
export interface RowReason {
  readonly key: string;
  readonly icon: string;
  readonly text: string;
}

/** The trend as shown: an arrow, a figure, and the sentence behind them. */
export interface RowTrend {
  readonly icon: string;
  readonly text: string;
  readonly sentence: string;
}

/** One customer as shown. What the user may not see, or what there is not, is an empty text. */
export interface PortfolioRow {
  readonly id: string;
  readonly name: string;
  readonly ownerName: string;
  readonly segmentText: string;
  readonly revenueText: string;
  readonly holdText: string;
  readonly levelText: string;
  readonly levelBand: Band;
  readonly scoreText: string;
  readonly band: string | undefined;
  readonly bandText: string;
  readonly answersText: string;
  /** Why there is no score; empty where there is one. */
  readonly noScoreText: string;
  readonly trend: RowTrend | undefined;
  readonly lastAnswerText: string;
  readonly reasons: readonly RowReason[];
  readonly followUpId: string | undefined;
  readonly canAsk: boolean;
  readonly canStart: boolean;
  readonly isStarting: boolean;
}
