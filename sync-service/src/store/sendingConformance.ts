import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenStore } from './conformance/opening.ts';
import type { NewSending } from './ports/sendings.ts';

const longLease = 600_000;

function sending(invitationId: string, kind: NewSending['kind'] = 'first'): NewSending {
  return { invitationId, kind, sender: 'mailer', surveyKey: 'case-closed', stamp: '2024-01-01T00:00:00.000Z' };
}

/** What every store must do so that no invitation is sent twice. */
export function sendingConformance(name: string, open: OpenStore): void {
  test(`${name}: a hand-over begins once, whoever tries and however often`, async (t) => {
    const opener = await open(t);
    if (opener === undefined) return;
    const store = await opener();
    assert.deepEqual(await store.intendSendings([sending('a'), sending('b'), sending('a')], 'one', longLease), [true, true, false]);
    assert.deepEqual(await store.intendSendings([sending('b'), sending('c')], 'two', longLease), [false, true]);
    assert.deepEqual(await store.intendSendings([sending('a', 'reminder')], 'two', longLease), [true], 'the reminder is another thing');
    assert.deepEqual([...(await store.knownSendings(['a', 'b', 'z'], 'first'))].sort(), ['a', 'b']);
    assert.deepEqual([...(await store.knownSendings(['a', 'b'], 'reminder'))], ['a']);
    await store.close();
  });

  test(`${name}: of two that begin the same at once one gets it`, async (t) => {
    const opener = await open(t);
    if (opener === undefined) return;
    const store = await opener();
    const list = Array.from({ length: 50 }, (_, index) => sending(`i${index}`));
    const answers = await Promise.all([
      store.intendSendings(list, 'one', longLease),
      store.intendSendings([...list].reverse(), 'two', longLease),
    ]);
    assert.equal(answers.flat().filter(Boolean).length, 50);
    await store.close();
  });

  test(`${name}: what was not handed over may begin again, what was sent or refused never`, async (t) => {
    const opener = await open(t);
    if (opener === undefined) return;
    const store = await opener();
    await store.intendSendings([sending('a'), sending('b'), sending('c')], 'one', longLease);
    await store.settleSendings([
      { id: 'a:first', state: 'released' },
      { id: 'b:first', state: 'sent', sentAt: '2024-01-02T00:00:00.000Z' },
      { id: 'c:first', state: 'refused', reason: 'mailbox unknown' },
    ]);
    assert.deepEqual(await store.intendSendings([sending('a'), sending('b'), sending('c')], 'one', longLease), [true, false, false]);
    await store.settleSendings([
      { id: 'b:first', state: 'released' },
      { id: 'c:first', state: 'sent', sentAt: '2024-01-03T00:00:00.000Z' },
    ]);
    const toTell = await store.sendingsToTell(10);
    assert.deepEqual(
      toTell.map(({ id, state, sentAt, reason }) => ({ id, state, sentAt, reason })),
      [
        { id: 'b:first', state: 'sent', sentAt: '2024-01-02T00:00:00.000Z', reason: undefined },
        { id: 'c:first', state: 'refused', sentAt: undefined, reason: 'mailbox unknown' },
      ],
      'the first outcome stays',
    );
    await store.close();
  });

  test(`${name}: outcomes are told once, and forgotten when they are old`, async (t) => {
    const opener = await open(t);
    if (opener === undefined) return;
    const store = await opener();
    await store.intendSendings([sending('a'), sending('b')], 'one', longLease);
    await store.settleSendings([{ id: 'a:first', state: 'sent', sentAt: '2024-01-02T00:00:00.000Z' }]);
    assert.deepEqual(await store.sendingFigures(), { open: 1, toTell: 1, events: 0 });
    await store.sendingsTold(['a:first', 'b:first']);
    assert.deepEqual(await store.sendingsToTell(10), []);
    assert.deepEqual(await store.sendingFigures(), { open: 1, toTell: 0, events: 0 }, 'what is open cannot be told');
    assert.deepEqual(await store.intendSendings([sending('a')], 'two', longLease), [false]);
    assert.equal(await store.pruneSendings('2000-01-01T00:00:00.000Z'), 0);
    assert.equal(await store.pruneSendings('9999-01-01T00:00:00.000Z'), 1);
    await store.close();
  });

  test(`${name}: a hand-over whose worker died is taken over by one other`, async (t) => {
    const reopen = await open(t);
    if (reopen === undefined) return;
    const dying = await reopen();
    await dying.intendSendings([sending('a')], 'one', 0);
    await dying.close();
    const store = await reopen();
    const taken = await store.takeAbandonedSendings('two', longLease, 10);
    assert.deepEqual(
      taken.map(({ id, sender, surveyKey, stamp, state }) => ({ id, sender, surveyKey, stamp, state })),
      [{ id: 'a:first', sender: 'mailer', surveyKey: 'case-closed', stamp: '2024-01-01T00:00:00.000Z', state: 'intended' }],
    );
    assert.deepEqual(await store.takeAbandonedSendings('two', longLease, 10), []);
    await store.close();
  });

  test(`${name}: what a worker is handing over is not taken from it`, async (t) => {
    const opener = await open(t);
    if (opener === undefined) return;
    const store = await opener();
    await store.intendSendings([sending('a')], 'one', longLease);
    assert.deepEqual(await store.takeAbandonedSendings('one', longLease, 10), []);
    await store.close();
  });

  test(`${name}: events are kept once each until they are dropped`, async (t) => {
    const opener = await open(t);
    if (opener === undefined) return;
    const store = await opener();
    const opened = { invitationId: 'a', kind: 'opened', at: '2024-01-02T00:00:00.000Z' } as const;
    await store.noteInvitationEvents([opened, { ...opened, at: '2024-01-03T00:00:00.000Z' }, { ...opened, kind: 'bounced' }]);
    await store.noteInvitationEvents([opened]);
    const events = await store.invitationEvents(10);
    assert.deepEqual(
      events.map(({ kind, at }) => ({ kind, at })),
      [
        { kind: 'bounced', at: '2024-01-02T00:00:00.000Z' },
        { kind: 'opened', at: '2024-01-02T00:00:00.000Z' },
      ],
    );
    await store.dropInvitationEvents([opened]);
    assert.equal((await store.sendingFigures()).events, 1);
    await store.close();
  });
}
