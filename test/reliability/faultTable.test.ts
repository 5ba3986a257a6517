import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isBalanced } from '../../sync-service/src/testing/ledger/ledger.ts';
import { playTable, tables } from './faultTable.ts';
import { startOrg, type TestOrg } from './org.ts';
import { account } from './story.ts';

let org: TestOrg;
before(async () => {
  org = await startOrg();
});
after(() => org.close());

describe('every kind of fault at every kind of request', () => {
  for (const mode of ['stream', 'jobs', 'a job that fails'] as const) {
    test(`${tables[mode].length} places, pushing by ${mode}: one service lives through all of them, and nothing is lost or doubled`, async (context) => {
      const played = await playTable(mode, org, `t${mode.replaceAll(' ', '')}${Date.now().toString(36)}`);
      context.diagnostic(account(played));
      assert.ok(isBalanced(played.balance) && played.complaints.length === 0, account(played));
      assert.deepEqual(played.unmet, [], 'each fault befell a request');
    });
  }
});
