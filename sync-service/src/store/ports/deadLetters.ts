/** Code of an answer whose record somebody deleted in the org: replaying it creates the record again. */
export const deletedInOrg = 'DELETED_IN_SALESFORCE';

/** Something that was accepted and cannot reach the org as it is: an answer the org refuses, or a delivery nobody understands. */
export interface DeadLetter {
  /** `answer:<external id>` or `delivery:<id>`. */
  readonly id: string;
  readonly kind: 'answer' | 'delivery';
  readonly source: string;
  /** parked: waits for a change of configuration; dead: refused for its content; discarded: somebody gave it up, and said why. */
  readonly state: 'parked' | 'dead' | 'discarded';
  readonly code: string;
  /** Free of personal data. */
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly diedAt: string;
  readonly discardedBecause?: string;
}

export interface DeadLetterFilter {
  readonly source?: string;
  readonly code?: string;
  readonly state?: DeadLetter['state'];
  /** True: without those that were given up. */
  readonly open?: boolean;
  readonly ids?: readonly string[];
  /** ISO 8601, UTC; by `diedAt`. */
  readonly since?: string;
}

export interface DeadLetterStore {
  /** Oldest first, those that come after the given id. */
  deadLetters(filter: DeadLetterFilter, limit: number, after?: string): Promise<readonly DeadLetter[]>;
  /** With its content (an answer's canonical JSON, a delivery's body as text): personal data, shown only to who asks for it by id. */
  deadLetter(id: string): Promise<(DeadLetter & { readonly content: string }) | undefined>;
  /** Tries them again: answers wait to be pushed, deliveries to be read. @returns how many */
  replayDeadLetters(filter: DeadLetterFilter): Promise<number>;
  /** Gives one up for good, with the reason. It stays listed as discarded; its content goes with retention. @returns false when there is no such dead letter */
  discardDeadLetter(id: string, why: string): Promise<boolean>;
  /** Wakes everything that is parked: the configuration has changed. @returns how many */
  unpark(): Promise<number>;
}
