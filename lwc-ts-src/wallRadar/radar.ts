/** One unhappy customer on the wall. */
export interface RadarItem {
  readonly id: string;
  readonly band: string | undefined;
  readonly ratingText: string;
  /** Touchpoint, and the names that may be shown. */
  readonly facts: readonly string[];
  /** What is wrong: overdue since when, nobody has taken it. */
  readonly troubles: readonly string[];
}
