import fc from 'fast-check';
import type { Fault } from '../../sync-service/src/testing/faultProxy/faults.ts';

/** When a run of the command is killed. */
export type Kill =
  /** The org has done the run's n-th request, and the service has not heard of it. */
  | { readonly at: 'request'; readonly number: number }
  /** So many milliseconds after its start. */
  | { readonly at: 'time'; readonly milliseconds: number };

/** One random story. The same seed gives the same one. */
export interface Schedule {
  readonly answers: number;
  /** Share of the answers that change after they were first sent, 0 to 1. */
  readonly changed: number;
  /** Answers that the org refuses for their content until the end. */
  readonly poisoned: number;
  /** With more answers waiting than this they go by Bulk API 2.0. */
  readonly bulkAbove: number;
  readonly kills: readonly Kill[];
  /** Faults, each so many requests after the one before. */
  readonly faults: readonly { readonly gap: number; readonly fault: Fault }[];
  /** Chance for what faults and deliveries leave open. */
  readonly chance: number;
}

const retriedCodes = ['UNABLE_TO_LOCK_ROW', 'SERVER_UNAVAILABLE', 'REQUEST_RUNNING_TOO_LONG', 'UNKNOWN_EXCEPTION'] as const;

const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('cut'), when: fc.constantFrom('before', 'after', 'within') }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('partial'), code: fc.constantFrom(...retriedCodes), share: fc.constantFrom(0.05, 0.5, 1) }),
  },
  { weight: 2, arbitrary: refused(503, 'SERVER_UNAVAILABLE', [0, 1]) },
  { weight: 1, arbitrary: refused(500, 'UNKNOWN_EXCEPTION', [undefined]) },
  { weight: 1, arbitrary: refused(429, 'TOO_MANY_REQUESTS', [0]) },
  { weight: 1, arbitrary: refused(403, 'REQUEST_LIMIT_EXCEEDED', [undefined]) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('expired') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('slow'), milliseconds: fc.integer({ min: 20, max: 400 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('vanish'), when: fc.constantFrom('before', 'after') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('job fails') }) },
);

function refused(status: number, code: string, retryAfter: readonly (number | undefined)[]): fc.Arbitrary<Fault> {
  return fc
    .constantFrom(...retryAfter)
    .map((seconds) => ({ kind: 'refused', status, code, ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }) }));
}

const kill: fc.Arbitrary<Kill> = fc.oneof(
  fc.record({ at: fc.constant('request'), number: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ at: fc.constant('time'), milliseconds: fc.integer({ min: 150, max: 1500 }) }),
);

/** Stories that take some seconds each. */
export const schedules: fc.Arbitrary<Schedule> = fc.record({
  answers: fc.integer({ min: 20, max: 420 }),
  changed: fc.constantFrom(0, 0.2, 0.9),
  poisoned: fc.constantFrom(0, 0, 1, 5),
  bulkAbove: fc.constantFrom(2000, 2000, 40),
  kills: fc.array(kill, { maxLength: 3 }),
  faults: fc.array(fc.record({ gap: fc.integer({ min: 1, max: 4 }), fault }), { maxLength: 8 }),
  chance: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});

/** Park-Miller: the same sequence of numbers between 0 and 1 for the same start. */
export function randomFrom(start: number): () => number {
  let state = (start % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
