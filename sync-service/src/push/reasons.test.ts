import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, pushRun } from './testing/pushRun.ts';

const day = (number: number): string => `2026-02-0${number}T00:00:00.000Z`;

function reasonsIn(org: { records: { all(object: string): readonly Readonly<Record<string, unknown>>[] } }): string[] {
  return org.records
    .all('PulseReason__c')
    .map((reason) => String(reason['Reason__c']))
    .sort();
}

test('reasons that an update names no more leave the org; those it still names stay', async (t) => {
  const { org, store, drain, client } = await pushRun(t);
  await store.accept([answer('1', { reasons: ['price', 'speed', 'a/b & c?'], updatedAt: day(1) })]);
  await drain();
  const before = client.calls;
  await store.accept([answer('1', { reasons: ['speed', 'service'], updatedAt: day(2) })]);
  await drain();
  assert.deepEqual(reasonsIn(org), ['service', 'speed']);
  assert.equal(client.calls - before, 1, 'in the call that brings the update');
});

test('an update that does not speak of reasons takes none away', async (t) => {
  const { org, store, drain } = await pushRun(t);
  await store.accept([answer('1', { reasons: ['price'], updatedAt: day(1) })]);
  await drain();
  await store.accept([answer('1', { rating: 9, updatedAt: day(2) })]);
  await drain();
  assert.deepEqual(reasonsIn(org), ['price']);
});

test('reasons of a version whose fate nobody learned are taken away too', async (t) => {
  const { org, store, drain, restarted } = await pushRun(t);
  await store.accept([answer('1', { reasons: ['price'], updatedAt: day(1) })]);
  await drain();
  await store.accept([answer('1', { reasons: ['speed'], updatedAt: day(2) })]);
  org.failRequests(() => 'cut after');
  await assert.rejects(drain());
  assert.deepEqual(reasonsIn(org), ['speed']);
  org.failRequests(undefined);
  await store.accept([answer('1', { reasons: ['service'], updatedAt: day(3) })]);
  await restarted().drain();
  assert.deepEqual(reasonsIn(org), ['service']);
});

test('a reason that people hold on to by a correction stays, and does not stand in the way of the answer', async (t) => {
  const { org, store, drain } = await pushRun(t);
  await store.accept([answer('1', { reasons: ['price'], updatedAt: day(1) })]);
  await drain();
  org.records.refuseDeletion = 'DELETE_FAILED';
  await store.accept([answer('1', { reasons: [], rating: 9, updatedAt: day(2) })]);
  assert.equal((await drain()).updated, 1);
  assert.equal((await store.counts()).pushed, 1);
});
