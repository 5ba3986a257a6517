import type { AssignedAnswer } from '../match/matchAnswers.ts';
import { collectionSize } from '../salesforce/composite.ts';

/** Why a record was not saved. */
export interface SaveError {
  readonly object: string;
  readonly code: string;
  readonly message: string;
}

/** One answer on its way into the org: what is done and what went wrong. Changes while it is being pushed. */
export interface PushWork {
  answer: AssignedAnswer;
  /** `create` until the org says that it has the answer. */
  response: 'create' | 'update' | 'saved';
  /** What was done to the org's record; `kept`: the org has a newer version. */
  counted: 'created' | 'updated' | 'kept' | undefined;
  readonly reasonsLeft: Set<string>;
  /** Tries that ended in an error worth trying again. */
  failures: number;
  /** Records sent but not yet answered in the current pass. */
  open: number;
  /** Most records of a collection this answer may travel in; shrinks when rows are locked. */
  collectionSize: number;
  error: SaveError | undefined;
}

export function pushWork(answer: AssignedAnswer): PushWork {
  return {
    answer,
    response: answer.everPushed ? 'update' : 'create',
    counted: undefined,
    reasonsLeft: new Set(answer.answer.reasons ?? []),
    failures: 0,
    open: 0,
    collectionSize,
    error: undefined,
  };
}

/** The next smaller collection: 200, 50, 10, 1. */
export function smaller(size: number): number {
  return [50, 10, 1].find((next) => next < size) ?? 1;
}
