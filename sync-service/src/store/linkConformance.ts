import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../answer.ts';
import type { OpenStore } from './conformance/opening.ts';
import { deletedInOrg } from './ports/deadLetters.ts';
import type { Assignment, MatchRule, Store } from './store.ts';

function answer(id: string): Answer {
  return { source: 'test', responseId: id, respondedAt: '2024-01-01T00:00:00.000Z', rating: 5, text: { email: `${id}@example.com` } };
}

function assignment(rule: MatchRule): Assignment {
  return { accountPulse: { key: 'S:test:1' }, contactPulse: { key: `E:${rule}` }, rule };
}

/** Stores answers, one for each rule, matched by it and pushed. */
async function pushed(store: Store, rules: readonly MatchRule[]): Promise<void> {
  await store.accept(rules.map((_, index) => answer(String(index))));
  const waiting = await store.waiting(0, 100);
  await store.assign(new Map(waiting.map(({ sequence }, index) => [sequence, assignment(rules[index] ?? 'e-mail')])));
  await store.finish(waiting.map(({ sequence, contentHash }) => ({ sequence, contentHash, state: 'pushed' })));
}

/** What every store must know of links. */
export function linkConformance(name: string, open: OpenStore): void {
  test(`${name}: pushed answers that say who gave them and are linked to nobody are listed until they are linked`, async (t) => {
    const opener = await open(t);
    if (opener === undefined) return;
    const store = await opener();
    await pushed(store, ['e-mail', 'unknown e-mail', 'respondent', 'held for review', 'anonymous', 'unknown phone', 'unknown contact key']);
    const unlinked = await store.unlinkedAnswers(0, 2);
    assert.deepEqual(
      unlinked.map(({ externalId }) => externalId),
      ['test:1', 'test:3'],
    );
    const rest = await store.unlinkedAnswers(unlinked.at(-1)?.sequence ?? 0, 10);
    assert.deepEqual(
      rest.map(({ externalId }) => externalId),
      ['test:5', 'test:6'],
    );
    await store.assign(new Map([[unlinked[0]?.sequence ?? 0, assignment('e-mail')]]));
    assert.deepEqual(
      (await store.unlinkedAnswers(0, 10)).map(({ externalId }) => externalId),
      ['test:3', 'test:5', 'test:6'],
    );
    await store.close();
  });

  test(`${name}: an answer that waits to be pushed is not yet looked for`, async (t) => {
    const opener = await open(t);
    if (opener === undefined) return;
    const store = await opener();
    await store.accept([answer('1')]);
    const [waiting] = await store.waiting(0, 1);
    await store.assign(new Map([[waiting?.sequence ?? 0, assignment('unknown e-mail')]]));
    assert.deepEqual(await store.unlinkedAnswers(0, 10), []);
    assert.deepEqual(await store.pushedAnswers(0, 10), []);
    const [known] = await store.knownAnswers(['test:1', 'test:2']);
    assert.deepEqual([known?.state, known?.everPushed, known?.assignment?.rule], ['waiting', false, 'unknown e-mail']);
    await store.close();
  });

  test(`${name}: what the org should have is listed in pages, by its key alone once it is reduced`, async (t) => {
    const opener = await open(t);
    if (opener === undefined) return;
    const store = await opener();
    await pushed(store, ['e-mail', 'unknown e-mail', 'respondent']);
    const [first] = await store.pushedAnswers(0, 1);
    assert.deepEqual([first?.externalId, first?.answer?.rating, first?.everPushed], ['test:0', 5, true]);
    await store.reduce('2999-01-01T00:00:00.000Z');
    const rest = await store.pushedAnswers(first?.sequence ?? 0, 10);
    assert.deepEqual(
      rest.map((known) => [known.externalId, known.answer]),
      [
        ['test:1', undefined],
        ['test:2', undefined],
      ],
    );
    assert.deepEqual(await store.unlinkedAnswers(0, 10), [], 'nobody can be looked up any more');
    await store.close();
  });

  test(`${name}: an answer that somebody deleted in the org is created again once its dead letter is replayed, and not before`, async (t) => {
    const opener = await open(t);
    if (opener === undefined) return;
    const store = await opener();
    await pushed(store, ['e-mail']);
    await store.accept([{ ...answer('0'), rating: 6 }]);
    const [changed] = await store.waiting(0, 1);
    const error = { code: deletedInOrg, reason: 'gone' };
    await store.finish([{ sequence: changed?.sequence ?? 0, contentHash: changed?.contentHash ?? '', state: 'dead', error }]);
    await store.accept([{ ...answer('0'), rating: 7 }]);
    const [update] = await store.waiting(0, 1);
    assert.equal(update?.everPushed, true, 'a later version is an update still');
    await store.finish([{ sequence: update.sequence, contentHash: update.contentHash, state: 'dead', error }]);
    assert.equal(await store.replayDeadLetters({ ids: ['answer:test:0'] }), 1);
    const [replayed] = await store.waiting(0, 1);
    assert.deepEqual([replayed?.everPushed, replayed?.pushedReasons, replayed?.assignment?.rule], [false, [], 'e-mail']);
    await store.close();
  });
}
