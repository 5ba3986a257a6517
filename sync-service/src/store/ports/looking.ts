import type { KnownAnswer } from './links.ts';

/** What commands ask that only look. */
export interface LookingStore {
  /** Every answer with a sequence above the given one, in order: for an export. */
  answersAfter(afterSequence: number, limit: number): Promise<readonly KnownAnswer[]>;
  /** When the newest delivery of a source that was no repetition came in; ISO 8601, UTC. */
  lastReceived(source: string): Promise<string | undefined>;
}
