/** One answer on the wall. What is not allowed there is an empty text. */
export interface FeedItem {
  readonly id: string;
  readonly band: string | undefined;
  readonly ratingText: string;
  /** Touchpoint, and the names that may be shown. */
  readonly facts: readonly string[];
  readonly comment: string;
  readonly timeText: string;
  readonly isNew: boolean;
}
