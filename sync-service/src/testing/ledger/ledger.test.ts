import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBalanced, Ledger, type SentVersion } from './ledger.ts';
import type { OrgContent } from './orgReader.ts';

const version = (id: string, number = 1): SentVersion => ({
  externalId: `s:${id}`,
  updatedAt: number,
  rating: number,
  comment: `${id} ${number}`,
  reasons: ['Price'],
});

const org = (records: readonly SentVersion[], more: Partial<OrgContent> = {}): OrgContent => ({
  responses: records.map(({ externalId, rating, comment, reasons }, index) => ({
    id: String(index),
    externalId,
    rating,
    comment,
    reasons,
  })),
  followUps: [],
  tasks: [],
  ...more,
});

function ledgerWith(...versions: readonly SentVersion[]): Ledger {
  const ledger = new Ledger();
  ledger.sending(versions);
  ledger.acknowledged(versions);
  return ledger;
}

test('given every acknowledged answer once in the org or dead, the books balance', () => {
  const balance = ledgerWith(version('a'), version('b')).balance(org([version('a')]), ['s:b']);
  assert.ok(isBalanced(balance));
  assert.deepEqual([balance.acknowledged, balance.inOrg, balance.dead], [2, 1, 1]);
});

test('given an acknowledged answer that is nowhere, it is lost; one that was never acknowledged may be', () => {
  const ledger = ledgerWith(version('a'));
  ledger.sending([version('b')]);
  assert.deepEqual(ledger.balance(org([]), []).lost, ['s:a']);
});

test('given two records, or a record and a dead letter of one version, it is doubled', () => {
  const ledger = ledgerWith(version('a'), version('b'));
  const twice = org([version('a'), version('a'), version('b')]);
  assert.deepEqual(ledger.balance(twice, ['s:b']).doubled, ['s:a', 's:b']);
});

test('given an older version than the acknowledged one in the org, it is wrong, unless the newer one is dead', () => {
  const ledger = ledgerWith(version('a', 1), version('a', 2));
  assert.deepEqual(ledger.balance(org([version('a', 1)]), []).wrong, ['s:a']);
  assert.ok(isBalanced(ledger.balance(org([version('a', 1)]), ['s:a'])));
});

test('given a version that arrived although nobody heard so, it is right', () => {
  const ledger = ledgerWith(version('a', 1));
  ledger.sending([version('a', 2)]);
  assert.ok(isBalanced(ledger.balance(org([version('a', 2)]), [])));
});

test('given reasons of another version, a record nobody sent, or a second task, each is named', () => {
  const ledger = ledgerWith(version('a'));
  const records = [{ ...version('a'), reasons: ['Price', 'Speed'] }, version('z')];
  const balance = ledger.balance(org(records, { followUps: ['r1', 'r1'], tasks: ['f1', 'f2', 'f2'] }), []);
  assert.deepEqual([balance.reasonsWrong, balance.strangers, balance.tasksDoubled], [['s:a'], ['s:z'], ['r1', 'f2']]);
});
