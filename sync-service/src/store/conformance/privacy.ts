import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personKeys, personKeysOf } from '../../person.ts';
import type { Assignment, Store } from '../store.ts';
import { answerOf, withStore, type OpenStore } from './opening.ts';

const longAgo = '2020-01-01T00:00:00.000Z';
const later = '2999-01-01T00:00:00.000Z';

async function pushAll(store: Store): Promise<void> {
  const waiting = await store.waiting(0, 100);
  await store.finish(waiting.map(({ sequence, contentHash }) => ({ sequence, contentHash, state: 'pushed' })));
}

const ada = answerOf('ada', { text: { email: 'Ada Lovelace <Ada@Example.com>', comment: 'secret' } });
const bob = answerOf('bob', { text: { email: 'bob@example.com', phone: '+46 (0)70-123 45 67' } });

/** How every store comes to know less. */
export function privacyConformance(name: string, open: OpenStore): void {
  test(
    `${name}: what is old and has reached its end is reduced; repetitions are still recognised, newer versions taken`,
    withStore(open, async (store) => {
      await store.receive([{ source: 'shop', via: 'webhook', deliveryId: 'd1', body: Buffer.from('Ada'), receivedAt: longAgo }]);
      const [delivery] = await store.toRead('all', longAgo, 1);
      await store.settleDeliveries([{ id: delivery?.id ?? '', kind: 'read', answers: [ada] }]);
      assert.deepEqual(await store.reduce(later), { deliveries: 1, answers: 0 }, 'an answer that waits keeps its content');
      await pushAll(store);
      assert.deepEqual(await store.reduce('2019-01-01T00:00:00.000Z'), { deliveries: 0, answers: 0 });
      assert.deepEqual(await store.reduce(later), { deliveries: 0, answers: 1 });
      assert.deepEqual(await store.reduce(later), { deliveries: 0, answers: 0 });
      assert.equal(await store.pushAgain(longAgo), 0, 'there is nothing left to push');
      const again = { source: 'shop', via: 'webhook', deliveryId: 'd1', body: Buffer.from('Ada'), receivedAt: later } as const;
      assert.deepEqual(await store.receive([again]), ['repeated']);
      assert.deepEqual(await store.accept([ada]), ['unchanged']);
      assert.deepEqual(await store.accept([{ ...ada, rating: 1 }]), ['changed']);
      assert.equal((await store.waiting(0, 10))[0]?.answer.text.comment, 'secret');
    }),
  );

  test(
    `${name}: a person is forgotten with answers and deliveries; their answers are not taken in again, new ones are`,
    withStore(open, async (store) => {
      const receivedAt = '2024-06-01T12:00:00.000Z';
      const body = (text: string): Buffer => Buffer.from(text);
      await store.receive([
        { source: 'shop', via: 'webhook', body: body('ada and bob'), receivedAt },
        { source: 'shop', via: 'webhook', body: body('broken: ADA\\u0040example.com'), receivedAt },
        { source: 'shop', via: 'webhook', body: body('form=ada%40example.com'), receivedAt },
        { source: 'shop', via: 'webhook', body: body('broken: bob@example.com'), receivedAt },
        { source: 'shop', via: 'webhook', body: body('still to be read: ada@example.com'), receivedAt },
      ]);
      const [read, dead, form, others, open1] = (await store.toRead('all', receivedAt, 10)).map(({ id }) => id);
      assert.ok(read && dead && form && others && open1);
      await store.settleDeliveries([
        { id: read, kind: 'read', answers: [ada] },
        { id: dead, kind: 'dead', code: 'UNREADABLE', reason: 'x' },
        { id: form, kind: 'ignored', reason: 'x' },
        { id: others, kind: 'dead', code: 'UNREADABLE', reason: 'x' },
      ]);
      await store.accept([bob]);
      const keys = personKeys({ email: 'ada@example.COM ' }, []);
      assert.deepEqual(await store.forgetPerson(keys, ['ada@example.com']), { answers: 1, deliveries: 3 });
      assert.deepEqual((await store.waiting(0, 10)).map(({ externalId }) => externalId), ['test:bob']); // prettier-ignore
      assert.deepEqual(await store.accept([ada, { ...ada, rating: 1 }, bob]), ['forgotten', 'forgotten', 'pending']);
      const late = { ...ada, responseId: 'ada 2' };
      assert.deepEqual(
        await store.settleDeliveries([{ id: open1, kind: 'read', answers: [late] }]),
        [['forgotten']],
        'it came in before the person was forgotten',
      );
      assert.deepEqual(await store.accept([{ ...ada, responseId: 'ada 3' }]), ['new'], 'she answered again, knowing what for');
      assert.deepEqual((await store.deadLetters({}, 10)).map(({ id }) => id), [`delivery:${others}`]); // prettier-ignore
    }),
  );

  test(
    `${name}: a person who is forgotten by their contact leaves no payload, whatever it says, after updates and when it comes again`,
    withStore(open, async (store) => {
      const receivedAt = '2024-06-01T12:00:00.000Z';
      const receive = async (text: string): Promise<string> => {
        await store.receive([{ source: 'shop', via: 'webhook', body: Buffer.from(text), receivedAt }]);
        return (await store.toRead('all', receivedAt, 1))[0]?.id ?? '';
      };
      await store.settleDeliveries([{ id: await receive('ada'), kind: 'read', answers: [ada] }]);
      await store.settleDeliveries([{ id: await receive('bob'), kind: 'read', answers: [bob] }]);
      await store.accept([{ ...ada, responseId: 'ada 2' }]);
      const hers = (await store.waiting(0, 10)).filter(({ externalId }) => externalId.startsWith('test:ada'));
      const contactPulse = { key: 'C:1', contactId: '003000000000002AAA' };
      const place: Assignment = { accountPulse: { key: 'A:1' }, contactPulse, rule: 'e-mail' };
      await store.assign(new Map(hers.map(({ sequence }) => [sequence, place])));
      await store.rememberParents('ContactPulse__c', ['C:1', 'C:2']);
      await pushAll(store);
      const update = { ...ada, rating: 1, text: { comment: 'without the address' } };
      await store.settleDeliveries([{ id: await receive('update'), kind: 'read', answers: [update] }]);
      const dead = await receive('broken: ada@example.com');
      await store.settleDeliveries([{ id: dead, kind: 'dead', code: 'UNREADABLE', reason: 'x' }]);
      const keys = personKeys({ contactId: '003000000000002' }, []);
      assert.deepEqual(await store.forgetPerson(keys, ['003000000000002']), { answers: 2, deliveries: 3 });
      assert.deepEqual([...(await store.knownParents('ContactPulse__c', ['C:1', 'C:2']))], ['C:2']);
      const again = await receive('ada again');
      assert.deepEqual(await store.settleDeliveries([{ id: again, kind: 'read', answers: [{ ...ada, rating: 2 }] }]), [['forgotten']]);
      assert.deepEqual(await store.reduce(later), { deliveries: 1, answers: 1 }, 'only what bob said was left');
    }),
  );

  test(
    `${name}: a person is found by phone, respondent, and by the contact an answer was matched to`,
    withStore(open, async (store) => {
      const carl = answerOf('carl', { text: { respondent: 'r 1' } });
      await store.accept([bob, carl, answerOf('dora'), answerOf('eve', { text: { contact_id: '003000000000001AAA' } })]);
      const dora = (await store.waiting(0, 10)).find(({ externalId }) => externalId === 'test:dora');
      const place: Assignment = {
        accountPulse: { key: 'A:1' },
        contactPulse: { key: 'C:1', contactId: '003000000000002AAA' },
        rule: 'e-mail',
      };
      await store.assign(new Map([[dora?.sequence ?? 0, place]]));
      assert.equal((await store.forgetPerson(personKeys({ phone: '0046 70 1234567' }, []), [])).answers, 1);
      assert.equal((await store.forgetPerson(personKeysOf(carl), [])).answers, 1);
      assert.equal((await store.forgetPerson(personKeys({ contactId: '003000000000002' }, []), [])).answers, 1);
      assert.equal((await store.forgetPerson(personKeys({ contactId: '003000000000001' }, []), [])).answers, 1);
      assert.deepEqual(await store.forgetPerson([], ['']), { answers: 0, deliveries: 0 });
      assert.deepEqual(await store.counts(), { waiting: 0, pushed: 0, parked: 0, dead: 0 });
    }),
  );
}
