import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Assignment } from '../store/store.ts';
import type { Store } from '../store/store.ts';
import { KnownParents, parentName } from './parents.ts';
import { Pool, type PlannedCall } from './pool.ts';
import { laneOf, pushWork, type PushWork } from './pushWork.ts';
import { answer } from './testing/pushRun.ts';

/** Knows of no parent, keeps nothing. */
const emptyStore = {
  knownParents: async () => new Set<string>(),
  surveyDefinitions: async () => new Map(),
  rememberParents: async () => undefined,
  forgetParents: async () => undefined,
} as unknown as Store;

const own = (): Readonly<Record<string, unknown>> => ({});

interface Shape {
  readonly account: number;
  readonly contact: number;
  readonly reasons: number;
  readonly gone: number;
  readonly update: boolean;
  readonly survey: boolean;
}

function workOf(shape: Shape, sequence: number): PushWork {
  const key = `A:${shape.account}`;
  const assignment: Assignment = {
    accountPulse: { key },
    contactPulse: { key: `C:${shape.account}:${shape.contact}` },
    rule: 'respondent',
  };
  const reasons = Array.from({ length: shape.reasons }, (_, index) => `reason ${index}`);
  return pushWork({
    ...{ sequence, externalId: `s:${sequence}`, contentHash: 'x', receivedAt: '2026-01-01T00:00:00.000Z', assignment },
    answer: answer(String(sequence), { reasons }, shape.survey ? { survey: 'web' } : {}),
    everPushed: shape.update,
    pushedReasons: Array.from({ length: shape.gone }, (_, index) => `old ${index}`),
  });
}

/** Everything of the call was saved, as the org would answer. */
async function answerCall(call: PlannedCall, pool: Pool, known: KnownParents): Promise<void> {
  const tasks = [...call.plan.collections.flat(), ...call.plan.deletions];
  const parents = tasks.flatMap(({ object, key }) =>
    object === 'PulseResponse__c' || object === 'PulseReason__c' ? [] : [{ object, key }],
  );
  await known.remember(parents);
  for (const { object, mode, work, reason } of tasks) {
    if (work === undefined) continue;
    if (object === 'PulseResponse__c') work.response = 'saved';
    else (mode === 'delete' ? work.reasonsGone : work.reasonsLeft).delete(reason ?? '');
  }
  pool.release(call);
  for (const work of call.works)
    if (work.response === 'saved' && work.reasonsLeft.size === 0 && work.reasonsGone.size === 0) pool.remove(work.answer.sequence);
}

const shape = fc.record({
  account: fc.nat(8),
  contact: fc.nat(3),
  reasons: fc.nat(3),
  gone: fc.nat(2),
  update: fc.boolean(),
  survey: fc.boolean(),
});

test('whatever waits, every record is sent once, parents first, within the limits of a call, and no two calls touch one account', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(shape, { minLength: 1, maxLength: 150 }),
      fc.constantFrom(200, 50, 10, 1),
      fc.infiniteStream(fc.nat(4)),
      async (shapes, size, picks) => {
        const pool = new Pool();
        const known = new KnownParents(emptyStore);
        const works = shapes.map((one, index) => ({ ...workOf(one, index + 1), collectionSize: size }));
        for (const work of works) pool.put(work);
        const sent = new Set<string>();
        const there = new Set<string>();
        const inFlight: PlannedCall[] = [];
        for (let step = 0; pool.size > 0; step++) {
          assert.ok(step < 2_000, 'it comes to an end');
          const call = inFlight.length < 5 ? pool.nextCall(0, known, own) : undefined;
          if (call !== undefined) {
            check(call, size, inFlight, there, sent);
            inFlight.push(call);
            continue;
          }
          const [answered] = inFlight.splice((picks.next().value ?? 0) % inFlight.length, 1);
          assert.ok(answered, 'something is on its way while something waits');
          for (const task of answered.plan.collections.flat()) there.add(`${task.object} ${task.key}`);
          await answerCall(answered, pool, known);
        }
        assert.equal([...sent].filter((name) => name.startsWith('PulseResponse__c')).length, works.length);
      },
    ),
    { numRuns: 60 },
  );
});

function check(call: PlannedCall, size: number, inFlight: readonly PlannedCall[], there: ReadonlySet<string>, sent: Set<string>): void {
  const { collections, deletions } = call.plan;
  assert.ok(collections.length <= 5 && deletions.length <= 20 && collections.length + deletions.length > 0);
  for (const other of inFlight) for (const lane of call.lanes) assert.ok(!other.lanes.has(lane), `${lane} is in two calls`);
  const now = new Set(there);
  for (const collection of collections) {
    assert.ok(collection.length > 0 && collection.length <= size);
    assert.equal(new Set(collection.map(({ object, mode }) => `${object} ${mode}`)).size, 1, 'one object, one way');
    for (const task of collection) {
      const name = `${task.object} ${task.key}`;
      assert.ok(!sent.has(name), `${name} is sent twice`);
      sent.add(name);
      for (const parent of parentNamesOf(task.record)) assert.ok(now.has(parent), `${name} before ${parent}`);
      now.add(name);
      if (task.work !== undefined) assert.ok(call.lanes.has(laneOf(task.work)));
    }
  }
}

function parentNamesOf(record: Readonly<Record<string, unknown>>): string[] {
  const key = (name: string): string | undefined => {
    const value = record[name];
    return typeof value === 'object' && value !== null ? String(Object.values(value)[0]) : undefined;
  };
  const isUpdate = record['ExternalId__c'] !== undefined && record['ContactPulse__r'] === undefined;
  const parents = [
    ['PulseSurvey__c', isUpdate ? undefined : key('Survey__r')],
    ['AccountPulse__c', key('AccountPulse__r')],
    ['ContactPulse__c', key('ContactPulse__r')],
    ['PulseResponse__c', key('Response__r')],
  ] as const;
  return parents.flatMap(([object, value]) =>
    value === undefined ? [] : [object === 'PulseResponse__c' ? `${object} ${value}` : parentName({ object, key: value })],
  );
}

/** Calls that bring everything in, so many of them on their way at a time. */
async function callsFor(shapes: readonly Shape[], most: number): Promise<number> {
  const pool = new Pool();
  const known = new KnownParents(emptyStore);
  for (const [index, one] of shapes.entries()) pool.put(workOf(one, index + 1));
  let calls = 0;
  const inFlight: PlannedCall[] = [];
  for (;;) {
    const call = inFlight.length < most ? pool.nextCall(0, known, own) : undefined;
    if (call !== undefined) {
      calls++;
      inFlight.push(call);
      continue;
    }
    const answered = inFlight.shift();
    if (answered === undefined) break;
    await answerCall(answered, pool, known);
  }
  assert.equal(pool.size, 0);
  return calls;
}

const plain: Shape = { account: 0, contact: 0, reasons: 0, gone: 0, update: false, survey: false };

test('calls are full: new parents and reasons counted, no more than a tenth above the fewest that would do', async () => {
  const mixes: (readonly Shape[])[] = [
    Array.from({ length: 2_000 }, (_, index) => ({ ...plain, account: index % 200, contact: Math.floor(index / 200) % 2 })),
    Array.from({ length: 2_000 }, (_, index) => ({ ...plain, account: index % 200, contact: 0, reasons: index % 3 === 0 ? 2 : 0 })),
    Array.from({ length: 2_000 }, (_, index) => ({ ...plain, account: index, contact: 0 })),
    Array.from({ length: 2_000 }, () => plain),
    Array.from({ length: 2_000 }, (_, index) => ({ ...plain, account: index % 100, contact: Math.floor(index / 100) % 5 })),
  ];
  for (const mix of mixes) {
    const parents =
      new Set(mix.map(({ account }) => account)).size + new Set(mix.map(({ account, contact }) => `${account}:${contact}`)).size;
    const records = mix.length + parents + mix.reduce((sum, { reasons }) => sum + reasons, 0);
    for (const most of [1, 5]) {
      const calls = await callsFor(mix, most);
      assert.ok(calls <= Math.ceil((records / 1_000) * 1.1), `${calls} calls for ${records} records, ${most} at a time`);
    }
  }
});

test('a single answer travels with its new parents and reasons in one call', async () => {
  assert.equal(await callsFor([{ ...plain, reasons: 2, survey: true }], 5), 1);
});
