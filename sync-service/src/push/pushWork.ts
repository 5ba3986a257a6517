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
  /** Reasons of earlier versions that this one has no more. */
  readonly reasonsGone: Set<string>;
  /** Tries that ended in an error worth trying again. */
  failures: number;
  /** Records sent but not yet answered. */
  open: number;
  /** Most records of a collection this answer may travel in; shrinks when rows are locked. */
  collectionSize: number;
  /** Not to be sent before this time (milliseconds since 1970). */
  notBefore: number;
  /** True until the org was asked whether it has a newer version, for an answer this store never pushed. */
  unchecked: boolean;
  error: SaveError | undefined;
}

export function pushWork(answer: AssignedAnswer): PushWork {
  const reasons = new Set(answer.answer.reasons ?? []);
  return {
    answer,
    response: answer.everPushed ? 'update' : 'create',
    counted: undefined,
    reasonsLeft: reasons,
    // A source that does not speak of reasons in this version takes none back.
    reasonsGone: new Set(answer.answer.reasons === undefined ? [] : answer.pushedReasons.filter((reason) => !reasons.has(reason))),
    failures: 0,
    open: 0,
    collectionSize,
    notBefore: 0,
    unchecked: !answer.everPushed,
    error: undefined,
  };
}

/** True when the org has everything of it. */
export function isComplete({ response, reasonsLeft, reasonsGone }: PushWork): boolean {
  return response === 'saved' && reasonsLeft.size === 0 && reasonsGone.size === 0;
}

/** One account is worked on by one call at a time: its answers share this lane. */
export function laneOf({ answer }: PushWork): string {
  return answer.assignment.accountPulse.key;
}

/** The next smaller collection: 200, 50, 10, 1. */
export function smaller(size: number): number {
  return [50, 10, 1].find((next) => next < size) ?? 1;
}
