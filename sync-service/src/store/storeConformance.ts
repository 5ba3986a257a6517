import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Answer } from '../answer.ts';
import type { Store } from './store.ts';

/** An answer with what a test cares about. */
function answer(id: string, rating: number, updatedAt = '2024-01-01T00:00:00.000Z'): Answer {
  return { source: 'test', responseId: id, respondedAt: '2024-01-01T00:00:00.000Z', updatedAt, rating, text: { comment: 'fine' } };
}

/** What every implementation of the store must do. @param open a store for one test; opening again finds what was stored */
export function storeConformance(name: string, open: (context: TestContext) => () => Store): void {
  test(`${name}: the newest version of an answer wins, in whatever order they come`, async (t) => {
    const store = open(t)();
    const [january, february, march] = ['2024-01-01', '2024-02-01', '2024-03-01'].map((day) => `${day}T00:00:00.000Z`);
    assert.deepEqual(await store.accept([answer('1', 5, february)]), ['new']);
    assert.deepEqual(await store.accept([answer('1', 4, january), answer('1', 9, march), answer('1', 5, february)]), [
      'outdated',
      'changed',
      'outdated',
    ]);
    const [waiting] = await store.waiting(0, 10);
    assert.equal(waiting?.answer.rating, 9);
    await store.close();
  });

  test(`${name}: of versions without a time of change the later delivered one wins, whenever it was answered`, async (t) => {
    const store = open(t)();
    const version = (respondedAt: string): Answer => ({ source: 'test', responseId: '1', respondedAt, text: {} });
    await store.accept([version('2024-12-05T00:00:00.000Z')]);
    assert.deepEqual(await store.accept([version('2024-05-12T00:00:00.000Z')]), ['changed']);
    await store.close();
  });

  test(`${name}: an answer waits until exactly its stored version has been pushed`, async (t) => {
    const store = open(t)();
    await store.accept([answer('1', 5)]);
    const [first] = await store.waiting(0, 10);
    assert.ok(first);
    await store.accept([answer('1', 6)]);
    await store.finish([{ sequence: first.sequence, contentHash: first.contentHash, state: 'pushed' }]);
    const [second] = await store.waiting(0, 10);
    assert.deepEqual([second?.answer.rating, second?.everPushed], [6, true]);
    await store.finish([{ sequence: first.sequence, contentHash: second?.contentHash ?? '', state: 'pushed' }]);
    assert.deepEqual(await store.counts(), { waiting: 0, pushed: 1, parked: 0, dead: 0 });
    assert.deepEqual(await store.accept([answer('1', 6)]), ['unchanged']);
    assert.deepEqual(await store.accept([answer('1', 7)]), ['changed']);
    assert.deepEqual(await store.accept([answer('1', 6)]), ['changed']);
    assert.equal((await store.counts()).waiting, 0, 'what the org has already is not pushed again');
    await store.close();
  });

  test(`${name}: a refused answer is shown with its reason, and waits again when it is delivered again`, async (t) => {
    const store = open(t)();
    await store.accept([answer('1', 5)]);
    const [first] = await store.waiting(0, 10);
    const error = { code: 'STRING_TOO_LONG', reason: 'Touchpoint__c' };
    await store.finish([{ sequence: first?.sequence ?? 0, contentHash: first?.contentHash ?? '', state: 'dead', error }]);
    assert.deepEqual(await store.refusals(10), [{ externalId: 'test:1', state: 'dead', ...error }]);
    assert.deepEqual(await store.waiting(0, 10), []);
    assert.deepEqual(await store.accept([answer('1', 5)]), ['pending']);
    assert.equal((await store.waiting(0, 10)).length, 1);
    await store.close();
  });

  test(`${name}: places, parents, surveys, shards and settings survive a restart`, async (t) => {
    const openStore = open(t);
    const store = openStore();
    await store.accept([answer('1', 5), answer('2', 5)]);
    const assignment = { accountPulse: { key: 'S:test:1' }, contactPulse: { key: 'R:test:a' }, rule: 'respondent' } as const;
    await store.assign(new Map([[1, assignment]]));
    await store.rememberParents('AccountPulse__c', ['S:test:1', 'S:test:2']);
    await store.forgetParents('AccountPulse__c', ['S:test:2']);
    await store.defineSurveys({ nps: { name: 'Yearly', program: 'Relational' } });
    assert.deepEqual(await store.takeShards(['X', 'X', 'Y', 'X'], 2), [0, 0, 0, 1]);
    await store.setSetting('org id', '00D');
    await store.close();

    const again = openStore();
    assert.deepEqual(
      (await again.waiting(0, 10)).map((stored) => stored.assignment),
      [assignment, undefined],
    );
    assert.deepEqual(await again.waiting(1, 10), await again.waiting(1, 1));
    assert.deepEqual(await again.knownParents('AccountPulse__c', ['S:test:1', 'S:test:2', 'A:x']), new Set(['S:test:1']));
    assert.deepEqual(await again.surveyDefinitions(['nps', 'other']), new Map([['nps', { name: 'Yearly', program: 'Relational' }]]));
    assert.deepEqual(await again.takeShards(['X', 'X'], 2), [1, 2]);
    assert.equal(await again.setting('org id'), '00D');
    await again.close();
  });
}
