import assert from 'node:assert/strict';
import { existsSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { openSqliteStore } from '../../store/sqlite/sqliteStore.ts';
import type { Store } from '../../store/store.ts';
import { silentTelemetry } from '../../telemetry/telemetry.ts';
import { workFolder, type WorkFolder } from '../../testing/workFolder.ts';
import { Mortal } from '../testing/crashes.ts';
import { StubInvitations } from '../testing/stubInvitations.ts';
import { requestFile } from './requestFile.ts';
import { requestFolderJob } from './requestFolder.ts';
import { exitCodeOfRequest, requestText } from './requestSummary.ts';

async function world(t: TestContext): Promise<{ readonly org: StubInvitations; readonly store: Store; readonly folder: WorkFolder }> {
  const org = await new StubInvitations().start();
  const folder = workFolder(t);
  const store = openSqliteStore(folder.data);
  t.after(async () => {
    await org.close();
    await store.close();
  });
  return { org, store, folder };
}

/** A file that asks so many people. */
function rows(count: number): string {
  return ['email,survey', ...Array.from({ length: count }, (_, index) => `person${index}@example.com,nps`), ''].join('\n');
}

test('given a file of requests, when it is run, then each row was put to the org and its answer stands in the list', async (t) => {
  const { org, store, folder } = await world(t);
  const file = folder.write('report.csv', 'email,survey\nann@example.com,nps\nann@example.com,nps\n,nps\n=bob@example.com\n');
  const summary = await requestFile({ file, store, client: org.client() });
  assert.deepEqual([summary.rows, summary.requested, summary.suppressed, summary.rejected], [4, 1, { AlreadyAsked: 1 }, 2]);
  assert.equal(exitCodeOfRequest(summary), 0);
  const list = readFileSync(String(summary.resultsFile), 'utf8').split('\r\n');
  assert.deepEqual(list.slice(0, 3), [
    'row,line,outcome,reason,detail,invitation_id',
    '1,2,Requested,,,a06000000000000001',
    '2,3,Suppressed,AlreadyAsked,Asked already.,a06000000000000002',
  ]);
  assert.match(requestText(summary), /requested {7}1\n {2}not asked {7}1\n {4}already asked: 1/);
  assert.ok(!requestText(summary).includes('@'), 'no address is printed');
});

test('given a check, when a file is run, then nothing is made and the same file can be run after it', async (t) => {
  const { org, store, folder } = await world(t);
  const file = folder.write('report.csv', rows(3));
  const check = await requestFile({ file, store, client: org.client(), checkOnly: true });
  assert.deepEqual([check.requested, org.invitations.size], [3, 0]);
  const run = await requestFile({ file, store, client: org.client() });
  assert.deepEqual([run.requested, org.invitations.size], [3, 3]);
});

test('given a reply that got lost, when it is asked for again, then what was requested counts as requested', async (t) => {
  const { org, store, folder } = await world(t);
  let calls = 0;
  org.gate = (what) => (what.startsWith('/actions') && ++calls === 1 ? 'cut after' : 'go');
  const summary = await requestFile({ file: folder.write('report.csv', rows(10)), store, client: org.client() });
  assert.deepEqual([summary.requested, summary.suppressed], [10, {}]);
});

test('given a run that is killed at any moment, when the same command is run again, then everybody is asked once and every row has its answer', async (t) => {
  const { folder } = await world(t);
  for (const when of ['cut before', 'cut after'] as const) {
    for (let moment = 1; ; moment++) {
      const org = await new StubInvitations().start();
      const file = folder.write(`${when}${moment}/report.csv`, rows(450));
      const process = new Mortal();
      let happened = 0;
      org.gate = () => {
        if (process.isDead) return 'cut before';
        if (++happened < moment) return 'go';
        process.kill();
        return when;
      };
      const store = openSqliteStore(path.join(path.dirname(file), 'data'));
      await requestFile({ file, store: process.holding(store), client: org.client() }).catch(() => undefined);
      const died = process.isDead;
      org.gate = () => 'go';
      const again = await requestFile({ file, store, client: org.client() });
      const asked = [...org.invitations.values()].filter(({ Status__c }) => Status__c === 'Requested');
      assert.equal(asked.length, 450, `${when} ${moment}`);
      const list = readFileSync(String(again.resultsFile), 'utf8').trim().split('\r\n').slice(1);
      if (died) {
        assert.deepEqual(
          list.map((line) => line.split(',')[0]),
          Array.from({ length: 450 }, (_, index) => String(index + 1)),
        );
        assert.ok(
          list.every((line) => line.includes(',Requested,')),
          `${when} ${moment}`,
        );
        assert.equal(again.doneBefore + again.rows, 450);
      }
      await store.close();
      await org.close();
      if (!died) break;
      assert.ok(moment < 10);
    }
  }
});

test('given an org that is away, when a file is run, then it stops in words and the next run goes on', async (t) => {
  const { org, store, folder } = await world(t);
  const file = folder.write('report.csv', rows(250));
  let calls = 0;
  org.gate = () => (++calls > 1 ? 'cut before' : 'go');
  const cut = await requestFile({ file, store, client: org.client() });
  assert.match(String(cut.stopped), /cannot be reached.*Run the same command again/s);
  assert.equal(exitCodeOfRequest(cut), 1);
  org.gate = () => 'go';
  const rest = await requestFile({ file, store, client: org.client() });
  assert.deepEqual([rest.doneBefore, rest.rows, rest.stopped], [200, 50, undefined]);
});

test('given a watched folder, when files are put there, then what is done and what is unusable goes its way, and what is being written waits', async (t) => {
  const { org, store, folder } = await world(t);
  const drop = path.join(folder.path, 'requests');
  const old = (name: string, text: string): void => utimesSync(folder.write(`requests/${name}`, text), 1, 1);
  const job = requestFolderJob({
    settings: { path: drop, survey: 'nps', everySeconds: 10, settleSeconds: 5 },
    ...{ store, client: org.client(), telemetry: silentTelemetry },
  });
  old('a.csv', 'email\nann@example.com\n');
  old('b.csv', 'name\nAnn\n');
  old('notes.txt', 'not for us');
  folder.write('requests/c.csv', 'email\nbob@');
  const run = (): Promise<void> => job.run(new AbortController().signal);
  await run();
  await run();
  assert.ok(existsSync(path.join(drop, 'done/a.csv')) && existsSync(path.join(drop, 'done/a.results.csv')));
  assert.ok(existsSync(path.join(drop, 'failed/b.csv')));
  assert.ok(existsSync(path.join(drop, 'c.csv')) && existsSync(path.join(drop, 'notes.txt')));
  assert.equal(org.invitations.size, 1);
  old('a.csv', 'email\ncat@example.com\n');
  await run();
  assert.equal(org.invitations.size, 2);
  assert.ok(!existsSync(path.join(drop, 'a.csv')));
});
