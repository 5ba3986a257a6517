import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { runCommand } from '../cli/program.ts';
import { silentProgress } from '../progress/progress.ts';
import { openStore } from '../store/openStore.ts';
import { startStubOrg, type StubOrg } from '../testing/stubOrg.ts';
import { workFolder } from '../testing/workFolder.ts';

/** A platform with so many answers, one an hour from 2024 on, that refuses the requests whose number is listed. */
async function startPlatform(t: TestContext, answers: number, refused: readonly number[] = []): Promise<string> {
  const begin = Date.parse('2024-01-01T00:00:00Z') / 1_000;
  const all = Array.from({ length: answers }, (_, index) => ({
    ...{
      id: String(index),
      survey_type: 'nps',
      score: index % 11,
      comment: null,
      person: { id: String(index), email: `p${index}@example.com` },
    },
    ...{ created_at: begin + index * 3_600, updated_at: begin + index * 3_600, person_properties: {}, tags: [], notes: [] },
  }));
  let requests = 0;
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://platform').searchParams;
    const since = Number(query.get('updated_since') ?? query.get('since') ?? 0);
    const size = Number(query.get('per_page') ?? 20);
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    const found = all.filter(({ updated_at }) => updated_at >= since).slice(start, start + size);
    const refuse = refused.includes(++requests);
    response.writeHead(refuse ? 401 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(refuse ? { status: 401 } : found));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Given {
  readonly org: StubOrg;
  readonly data: string;
  readonly run: (...argv: string[]) => Promise<{ readonly code: number; readonly out: string; readonly err: string }>;
}

async function given(t: TestContext, platform: string): Promise<Given> {
  const org = await startStubOrg();
  t.after(() => org.close());
  const folder = workFolder(t);
  const config = folder.write(
    'c.yaml',
    `store: { data: data }\nsources:\n  - { name: del, kind: delighted, apiKey: { env: KEY }, url: '${platform}' }\n`,
  );
  return {
    org,
    data: folder.data,
    async run(...argv) {
      let out = '';
      let err = '';
      const code = await runCommand([...argv, '--config', config], {
        environment: { ...org.environment(), KEY: 'key' },
        print: (text) => (out += `${text}\n`),
        printError: (text) => (err += `${text}\n`),
        progress: silentProgress,
      });
      return { code, out, err };
    },
  };
}

test('a pull stores what is new, reads and pushes it; the next one finds nothing new', async (t) => {
  const { org, run } = await given(t, await startPlatform(t, 30));
  const first = await run('pull', 'del');
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /stored {8}30 deliveries in 1 page\n {2}created {7}30 in Salesforce/);
  assert.equal(org.records.all('PulseResponse__c').length, 30);
  assert.match((await run('pull', 'del')).out, /stored {8}0 deliveries in 1 page; \d+ more were known/);
  assert.match((await run('status')).out, /del {11}delighted, last heard/);
});

test('beside a running service a pull stores only, and says who goes on', async (t) => {
  const { org, data, run } = await given(t, await startPlatform(t, 3));
  const serving = await openStore({ data }, { role: 'serve' });
  const { code, out } = await run('pull', 'DEL');
  assert.deepEqual([code, org.calls()], [0, 0]);
  assert.match(out, /stored {8}3 deliveries[^]*The running service \(serve, process/);
  assert.equal((await serving.figures()).deliveries.waiting, 3);
  assert.match((await run('backfill', '--since', '2023-06-01')).out, /The running service reads and pushes them/);
  await serving.close();
});

test('a backfill that was cut short goes on where it stopped', async (t) => {
  const { org, run } = await given(t, await startPlatform(t, 350, [3]));
  const cut = await run('backfill', '--since', '2023-12-01', '--json');
  assert.equal(cut.code, 1);
  const [first] = (JSON.parse(cut.out) as { loaded: readonly { items: number; fresh: number; stopped?: string }[] }).loaded;
  assert.ok(first?.stopped !== undefined && first.items < 350, cut.out);
  const before = org.records.all('PulseResponse__c').length;
  assert.equal(before, first.fresh, 'what had come is in the org');

  const rest = await run('backfill', '--since', '2023-12-01', '--json');
  assert.equal(rest.code, 0, rest.out);
  const [second] = (JSON.parse(rest.out) as { loaded: readonly { fresh: number; resumed: boolean }[] }).loaded;
  assert.deepEqual([second?.resumed, second?.fresh], [true, 350 - before]);
  assert.equal(org.records.all('PulseResponse__c').length, 350);
});
