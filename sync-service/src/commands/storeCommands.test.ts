import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { runCommand } from '../cli/program.ts';
import { silentProgress } from '../progress/progress.ts';
import { openStore } from '../store/openStore.ts';
import type { Store } from '../store/store.ts';
import { startStubOrg, type StubOrg } from '../testing/stubOrg.ts';
import { workFolder, type WorkFolder } from '../testing/workFolder.ts';
import type { Ask } from './world.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Given {
  readonly org: StubOrg;
  readonly folder: WorkFolder;
  readonly run: (...argv: string[]) => Promise<Ran>;
  /** Does something with the store as another process would. */
  readonly inStore: <Result>(work: (store: Store) => Promise<Result>) => Promise<Result>;
}

async function given(t: TestContext, ask?: Ask): Promise<Given> {
  const org = await startStubOrg();
  t.after(() => org.close());
  const folder = workFolder(t);
  const config = folder.write(
    'customer-pulse.yaml',
    `store: { data: data }\nsources:\n  - { name: shop, kind: generic, secret: { env: SHOP_SECRET } }\n`,
  );
  const environment = { ...org.environment(), SHOP_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}` };
  return {
    org,
    folder,
    async run(...argv) {
      let out = '';
      let err = '';
      const code = await runCommand([...argv, '--config', config], {
        environment,
        print: (text) => (out += `${text}\n`),
        printError: (text) => (err += `${text}\n`),
        progress: silentProgress,
        ...(ask === undefined ? {} : { ask }),
      });
      return { code, out, err };
    },
    async inStore(work) {
      const store = await openStore({ data: folder.data });
      try {
        return await work(store);
      } finally {
        await store.close();
      }
    },
  };
}

function delivery(body: unknown): Parameters<Store['receive']>[0][number] {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { source: 'shop', via: 'webhook', body: new TextEncoder().encode(text), receivedAt: new Date().toISOString() };
}

const answers =
  'response_id,responded_at,rating,email,comment\n1,2024-01-01,9,ada@example.com,=1+1\n2,2024-01-02,3,bob@example.com,"a, ""b"""\n';

test('before anything was stored, commands that look say so', async (t) => {
  const { run } = await given(t);
  const { code, err } = await run('status');
  assert.equal(code, 1);
  assert.match(err, /There is no store yet: .* It is made by the first import or serve\./);
});

test('stored only, then pushed: status tells what waits, who works on it, and what needs a person', async (t) => {
  const { org, folder, run } = await given(t);
  assert.match((await run('import', folder.write('a.csv', answers), '--store-only')).out, /Stored; 2 answers wait/);
  const waiting = await run('status', '--check');
  assert.equal(waiting.code, 1);
  assert.match(waiting.out, /running {7}nothing\n[^]*2 answers or deliveries wait and nothing is running/);
  const pushed = await run('push', '--json');
  assert.deepEqual([pushed.code, (JSON.parse(pushed.out) as { created: number }).created], [0, 2]);
  assert.equal(org.records.all('PulseResponse__c').length, 2);
  const after = await run('status', '--check');
  assert.deepEqual([after.code, /Nothing needs you\.$/m.test(after.out)], [0, true]);
});

test('push reads deliveries first; what nobody understands is listed, shown, replayed and discarded with a reason', async (t) => {
  const { run, inStore } = await given(t);
  await inStore((store) =>
    store.receive([delivery({ response_id: 'a', responded_at: '2024-01-01', rating: 5 }), delivery('no JSON of ada@example.com')]),
  );
  assert.match((await run('push')).out, /created {7}1 in Salesforce/);
  const list = await run('dead-letters', 'list', '--json');
  const [letter] = JSON.parse(list.out) as readonly { id: string; code: string }[];
  assert.ok(letter);
  assert.equal(letter.code, 'UNREADABLE');
  assert.doesNotMatch((await run('dead-letters', 'list')).out, /ada@example/);
  assert.match((await run('dead-letters', 'show', letter.id)).out, /no JSON of ada@example\.com/);
  assert.equal((await run('dead-letters', 'show', 'delivery:999')).code, 1);

  assert.match((await run('dead-letters', 'replay', letter.id)).out, /1 dead letter is tried again\. Nothing is running/);
  await run('push');
  assert.match((await run('dead-letters', 'replay')).err, /Which ones\?/);
  assert.equal((await run('dead-letters', 'discard', letter.id, '--why', ' ')).code, 1);
  assert.match((await run('dead-letters', 'discard', letter.id, '--why', '=a test')).out, /is discarded/);
  assert.equal((await run('dead-letters', 'list')).out, 'There are no dead letters.\n');
  assert.match((await run('dead-letters', 'list', '--all', '--csv')).out, /,discarded,UNREADABLE,.*,"'=a test"/);
  assert.equal((await run('status', '--check')).code, 0);
});

test('an answer the org refuses is a dead letter; replayed by its code once the rule is gone, it arrives', async (t) => {
  const { org, folder, run } = await given(t);
  org.failRecords((object) => (object === 'PulseResponse__c' ? { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' } : undefined));
  await run('import', folder.write('a.csv', answers));
  assert.match((await run('status')).out, /2 FIELD_CUSTOM_VALIDATION_EXCEPTION/);
  org.failRecords(undefined);
  assert.match((await run('dead-letters', 'replay', '--code', 'FIELD_CUSTOM_VALIDATION_EXCEPTION')).out, /^2 dead letters are/);
  assert.equal((await run('push')).code, 0);
  assert.equal(org.records.all('PulseResponse__c').length, 2);
});

test('replay pushes again what came since then', async (t) => {
  const { org, folder, run } = await given(t);
  await run('import', folder.write('a.csv', answers));
  org.records.delete('PulseResponse__c', 'csv:1');
  assert.match((await run('replay', '--since', '1h')).out, /^2 answers since .* are pushed again/);
  assert.match((await run('replay', '--since', '2999-01-01')).err, /lies in the future/);
  assert.match((await run('replay', '--since', 'yesterday')).err, /is no moment/);
});

test('what is exported is imported again as it was; CSV is safe to open', async (t) => {
  const { folder, run } = await given(t);
  await run('import', folder.write('a.csv', answers), '--store-only');
  const file = path.join(folder.path, 'out.ndjson');
  assert.match((await run('export', '--output', file)).err, /^Wrote 2 answers to .*personal data/);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.match((await run('export', '--output', file)).err, /is there already/);
  const again = await run('import', file, '--store-only', '--json');
  assert.deepEqual((JSON.parse(again.out) as { accepted: number; rejected: number }).accepted, 2);
  assert.equal(
    (JSON.parse((await run('status', '--json')).out) as { figures: { answers: { waiting: number } } }).figures.answers.waiting,
    2,
  );
  const csv = path.join(folder.path, 'out.csv');
  await run('export', '--format', 'csv', '--output', csv);
  assert.match(readFileSync(csv, 'utf8'), /ada@example\.com,,,"'=1\+1",/);
});

test('a person is forgotten by address, after a question or with --yes, and not taken in again', async (t) => {
  const questions: string[] = [];
  const answered = [false, true];
  const ask: Ask = {
    text: () => Promise.reject(new Error('not asked')),
    choose: () => Promise.reject(new Error('not asked')),
    yesNo: async (question) => {
      questions.push(question);
      return answered.shift() ?? false;
    },
  };
  const { folder, run } = await given(t, ask);
  const file = folder.write('a.csv', answers);
  await run('import', file, '--store-only');
  assert.deepEqual(await run('forget', 'Ada@Example.com'), { code: 1, out: 'Nothing was erased.\n', err: '' });
  assert.match((await run('forget', 'Ada@Example.com')).out, /Erased from the store: 1 answer, 0 deliveries/);
  assert.doesNotMatch(questions.join(), /ada/i);
  await run('import', file, '--store-only');
  const { out } = await run('status', '--json');
  assert.equal((JSON.parse(out) as { figures: { answers: { waiting: number } } }).figures.answers.waiting, 1);
  assert.match((await run('forget', 'somebody', '--yes')).err, /^Who\?/);
});

test('a person is forgotten by number, also where it was given as it is dialled at home', async (t) => {
  const { folder, run } = await given(t);
  folder.write('customer-pulse.yaml', 'store: { data: data }\nmatch: { phoneCountry: SE }\nwatch: { folders: [{ folder: drop }] }\n');
  const taken = folder.write('drop/done/a.csv', 'response_id,phone\n1,+46701234567\n');
  folder.write('drop/done/b.csv', 'response_id,phone\n1,+46701234568\n');
  const rows = ['1,070-123 45 67', '2,0046701234567', '3,0701234568'].map((row) => `${row},2024-01-01T00:00:00Z`);
  await run('import', folder.write('a.csv', `response_id,phone,responded_at\n${rows.join('\n')}\n`), '--store-only');
  assert.match((await run('forget', '+46 70 123 45 67', '--yes')).out, /Erased from the store: 2 answers/);
  const { out } = await run('forget', '+46 70 123 45 67', '--yes', '--json');
  assert.deepEqual(JSON.parse(out), { by: 'phone', answers: 0, deliveries: 0, files: [taken] });
});

test('where nobody can be asked, forgetting wants --yes', async (t) => {
  const { run } = await given(t);
  assert.match((await run('forget', 'ada@example.com')).err, /Say --yes/);
});

test('a backup is a store that can be opened, and is never written over a file', async (t) => {
  const { folder, run } = await given(t);
  await run('import', folder.write('a.csv', answers), '--store-only');
  const copy = path.join(folder.path, 'copy', 'store.sqlite');
  folder.write('copy/.keep', '');
  assert.equal((await run('backup', copy)).code, 0);
  const store = await openStore({ data: path.dirname(copy) });
  assert.equal((await store.counts()).waiting, 2);
  await store.close();
  assert.match((await run('backup', copy)).err, /exists already/);
});

test('pull names the sources there are, and says of one that only sends that it does', async (t) => {
  const { run } = await given(t);
  assert.match((await run('pull', 'nobody')).err, /No source is called nobody\. Configured are: shop\./);
  assert.match((await run('pull', 'shop')).err, /only sends/);
  assert.match((await run('backfill', '--since', '30d')).err, /No configured source can be asked/);
});

test('the configuration is checked and shown without its secrets', async (t) => {
  const { run } = await given(t);
  assert.match((await run('config', 'check')).out, /is usable\.$/m);
  const shown = (await run('config', 'show')).out;
  assert.match(shown, /"secret": "\(secret\)"/);
  assert.doesNotMatch(shown, /whsec_/);
});
