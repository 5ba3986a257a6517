import type { Answer } from '../../answer.ts';
import type { AnswerState, Assignment, StoredAnswer } from './answers.ts';

/** An answer with what the store believes of it, whatever its state. */
export interface KnownAnswer {
  readonly sequence: number;
  readonly externalId: string;
  readonly state: AnswerState | 'discarded';
  /** True once the org has had any version of it. */
  readonly everPushed: boolean;
  /** Missing once retention has reduced the answer to its key. */
  readonly answer?: Answer;
  readonly assignment?: Assignment;
}

/** What matching again, and the comparison of store and org, have to know. */
export interface LinkStore {
  /** Answers the org has that were linked to nobody although they say who gave them, with a sequence above the given one, in order. */
  unlinkedAnswers(afterSequence: number, limit: number): Promise<readonly StoredAnswer[]>;
  /** Answers the org should have as they are stored here, with a sequence above the given one, in order. */
  pushedAnswers(afterSequence: number, limit: number): Promise<readonly KnownAnswer[]>;
  /** Those of these external ids that the store knows. */
  knownAnswers(externalIds: readonly string[]): Promise<readonly KnownAnswer[]>;
}
