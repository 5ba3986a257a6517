import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Answer } from '../answer.ts';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { workFolder, type WorkFolder } from '../testing/workFolder.ts';
import { watchSettings, type WatchedFolder } from './settings.ts';
import { watchJobs } from './watchJob.ts';
import { failedFiles, takeFiles, tidyDone, type TakenFile } from './watchedFolder.ts';

interface Given {
  readonly folder: WorkFolder;
  readonly watched: WatchedFolder;
  readonly answers: Answer[];
  readonly take: (changes?: {
    readonly full?: boolean;
    readonly now?: Date;
    readonly signal?: AbortSignal;
  }) => Promise<readonly TakenFile[]>;
}

function given(t: TestContext, settings: Partial<WatchedFolder> = {}): Given {
  const folder = workFolder(t);
  const watched = { folder: path.join(folder.path, 'in'), settleSeconds: 0, ...settings };
  mkdirSync(watched.folder);
  const answers: Answer[] = [];
  const take: Given['take'] = ({ full = false, now = new Date(), signal = new AbortController().signal } = {}) =>
    takeFiles(watched, {
      store: {
        accept: async (some) => {
          if (full) throw new StoreUnavailable('The store cannot be written: database or disk is full.');
          answers.push(...some);
          return some.map(() => 'new');
        },
        defineSurveys: async () => undefined,
      },
      dataFolder: folder.data,
      now: () => now,
      signal,
    });
  return { folder, watched, answers, take };
}

function list(...parts: readonly string[]): readonly string[] {
  const folder = path.join(...parts);
  return existsSync(folder)
    ? readdirSync(folder)
        .map((name) => name.replace(/^\d{4}-\d\d-\d\dT[\d-]+Z_/, ''))
        .sort()
    : [];
}

const header = 'response_id,responded_at,rating\n';

test('files are taken oldest first and go to done/, the list of rejected rows to failed/; a folder and others’ files are left alone', async (t) => {
  const { folder, watched, answers, take } = given(t);
  folder.write('in/b.csv', `${header}b1,2024-01-01,9\nb2,2024-01-01,99\n`);
  utimesSync(folder.write('in/a.ndjson', '{"response_id":"a1","responded_at":"2024-01-01"}\n'), 1_000, 1_000);
  for (const name of ['in/.hidden.csv', 'in/c.csv.part', 'in/old.rejected.csv', 'in/notes.pdf']) folder.write(name, header);
  symlinkSync(folder.write('elsewhere.csv', `${header}x,2024-01-01,1\n`), path.join(watched.folder, 'link.csv'));

  assert.deepEqual(await take(), [
    { file: 'a.ndjson', outcome: 'done', read: 1, accepted: 1, rejected: 0 },
    { file: 'b.csv', outcome: 'done', read: 2, accepted: 1, rejected: 1 },
  ]);
  assert.deepEqual(
    answers.map(({ responseId }) => responseId),
    ['a1', 'b1'],
  );
  assert.deepEqual(list(watched.folder, 'done'), ['a.ndjson', 'b.csv']);
  assert.deepEqual(list(watched.folder, 'failed'), ['b.csv.rejected.csv']);
  assert.equal(failedFiles(watched.folder), 1);
  assert.deepEqual(list(watched.folder), ['.hidden.csv', 'c.csv.part', 'done', 'failed', 'link.csv', 'notes.pdf', 'old.rejected.csv']);
  assert.deepEqual(await take(), []);
});

test('a file that cannot be used goes to failed/ with the reason beside it', async (t) => {
  const { folder, watched, take } = given(t);
  folder.write('in/a.csv', 'foo,bar\n1,2\n');
  folder.write('in/b.csv', `${header}b1,never,9\n`);
  const outcomes = (await take()).map(({ outcome }) => outcome);
  assert.deepEqual(outcomes, ['failed', 'failed']);
  assert.deepEqual(list(watched.folder, 'failed'), ['a.csv', 'a.csv.error.txt', 'b.csv', 'b.csv.error.txt', 'b.csv.rejected.csv']);
  assert.equal(failedFiles(watched.folder), 2);
  const failed = path.join(watched.folder, 'failed');
  const texts = readdirSync(failed)
    .filter((name) => name.endsWith('.error.txt'))
    .map((name) => readFileSync(path.join(failed, name), 'utf8'));
  assert.match(texts.join(''), /no column "response_id"[^]*None of its 1 rows could be used/);
});

test('a file that is still growing waits, and so does every file while the store takes nothing', async (t) => {
  const { folder, watched, answers, take } = given(t, { settleSeconds: 60 });
  folder.write('in/a.csv', `${header}a1,2024-01-01,9\n`);
  assert.deepEqual(await take(), []);
  const later = new Date(Date.now() + 61_000);
  await assert.rejects(take({ full: true, now: later }), StoreUnavailable);
  assert.deepEqual(list(watched.folder), ['a.csv']);
  assert.equal((await take({ now: later })).length, 1);
  assert.equal(answers.length, 1);
});

test('interrupted, a file stays and is read again', async (t) => {
  const { folder, watched, take } = given(t);
  folder.write('in/a.csv', `${header}a1,2024-01-01,9\n`);
  assert.deepEqual(await take({ signal: AbortSignal.abort() }), []);
  assert.deepEqual(list(watched.folder), ['a.csv']);
});

test('what has been in done/ long enough is deleted, by the time it was moved there', async (t) => {
  const { folder, watched, take } = given(t);
  folder.write('in/a.csv', `${header}a1,2024-01-01,9\n`);
  const taken = new Date('2026-01-01T00:00:00Z');
  await take({ now: taken });
  assert.equal(tidyDone(watched.folder, 30, new Date('2026-01-30T00:00:00Z')), 0);
  assert.equal(tidyDone(watched.folder, 30, new Date('2026-01-31T00:00:00Z')), 1);
});

test('as a job of the service: a folder that fails is a condition until its failed files are dealt with', async (t) => {
  const { folder, watched } = given(t);
  const said: (string | undefined)[] = [];
  const telemetry = {
    ...silentTelemetry,
    condition: (_part: string, problem?: string) => {
      said.push(problem);
    },
  };
  const store = { accept: async (some: readonly Answer[]) => some.map(() => 'new' as const), defineSurveys: async () => undefined };
  const [job] = watchJobs({ store, telemetry, dataFolder: folder.data, settings: watchSettings.parse({ folders: [watched] }) });
  assert.ok(job);
  await job.run(new AbortController().signal);
  folder.write('in/a.csv', 'foo\n1\n');
  await job.run(new AbortController().signal);
  await job.run(new AbortController().signal);
  assert.deepEqual(
    said.map((problem) => problem?.slice(0, 13)),
    [undefined, '1 file failed', '1 file failed'],
  );
  assert.deepEqual(watchJobs({ store, telemetry, dataFolder: folder.data, settings: watchSettings.parse({}) }), []);
});

for (const name of ['done', 'failed']) {
  test(`a link in the place of ${name}/ is refused: nothing is moved or deleted where it leads`, async (t) => {
    const { folder, watched, answers, take } = given(t);
    mkdirSync(path.join(folder.path, 'elsewhere'));
    utimesSync(folder.write('elsewhere/backup.sqlite', 'precious'), 1_000, 1_000);
    symlinkSync(path.join(folder.path, 'elsewhere'), path.join(watched.folder, name));
    folder.write('in/a.csv', `${header}a1,2024-01-01,9\n`);
    await assert.rejects(take(), { name: 'PulseError', message: /is a link, not a folder/ });
    if (name === 'done') assert.throws(() => tidyDone(watched.folder, 30, new Date()), { name: 'PulseError' });
    assert.deepEqual([list(folder.path, 'elsewhere'), answers.length], [['backup.sqlite'], 0]);
  });
}
