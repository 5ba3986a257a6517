import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withStore, type OpenStore } from './opening.ts';

/** What every store knows of parents, surveys, shards and settings. */
export function parentsConformance(name: string, open: OpenStore): void {
  test(
    `${name}: parents, surveys, shards and settings survive a restart`,
    withStore(open, async (store, again) => {
      await store.rememberParents('AccountPulse__c', ['S:test:1', 'S:test:2']);
      await store.rememberParents('AccountPulse__c', ['S:test:2', 'S:test:2', 'S:test:1']);
      await store.forgetParents('AccountPulse__c', ['S:test:2']);
      await store.defineSurveys({ nps: { name: 'Yearly', program: 'Relational' } });
      await store.defineSurveys({ nps: { name: 'Each year', program: 'Relational' }, csat: { name: 'Case' } });
      assert.deepEqual(await store.takeShards(['X', 'X', 'Y', 'X'], 2), [0, 0, 0, 1]);
      assert.deepEqual(await store.takeShards([], 2), []);
      await store.setSetting('org id', '00D');
      await store.setSetting('org id', '00E');

      const reopened = await again();
      assert.deepEqual(await reopened.knownParents('AccountPulse__c', ['S:test:1', 'S:test:2', 'A:x']), new Set(['S:test:1']));
      assert.deepEqual(await reopened.knownParents('ContactPulse__c', ['S:test:1']), new Set());
      assert.deepEqual(
        await reopened.surveyDefinitions(['nps', 'other']),
        new Map([['nps', { name: 'Each year', program: 'Relational' }]]),
      );
      assert.deepEqual(await reopened.takeShards(['X', 'X'], 2), [1, 2]);
      assert.equal(await reopened.setting('org id'), '00E');
      assert.equal(await reopened.setting('unknown'), undefined);
      await reopened.close();
    }),
  );
}
