import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { silentProgress } from '../progress/progress.ts';
import type { ImportSummary } from '../summary/importSummary.ts';
import { canonicalContacts, canonicalFile } from '../testing/canonicalFile.ts';
import { startStubOrg } from '../testing/stubOrg.ts';
import { workFolder } from '../testing/workFolder.ts';
import { runCommand } from './program.ts';

const command = path.join(import.meta.dirname, '..', '..', 'bin', 'customer-pulse.js');
const realAnswers = path.join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'fft-responses.csv');
const realMapping = path.join(import.meta.dirname, '..', '..', '..', 'config', 'data', 'fft-mapping.json');

async function run(environment: NodeJS.ProcessEnv, ...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runCommand(argv, {
    environment,
    print: (text) => (out += `${text}\n`),
    printError: (text) => (err += `${text}\n`),
    progress: silentProgress,
  });
  return { code, out, err };
}

test('import prints a summary, and on the second run that nothing changed', async (t) => {
  const org = await startStubOrg();
  t.after(() => org.close());
  org.records.add('Contact', ...canonicalContacts);
  const folder = workFolder(t);
  const file = folder.write('answers.csv', `${canonicalFile(20)}x,,,,12,,2024-01-01,,\n`);
  const argv = ['import', file, '--data', folder.data];

  const first = await run(org.environment(), ...argv);
  assert.equal(first.code, 0, first.err);
  for (const line of [
    'read        21 rows',
    'accepted    20 answers',
    'no rating   3 ',
    `rejected    1 rows, listed in ${file}.rejected.csv`,
    'created     20 ',
    'API calls   ',
  ]) {
    assert.ok(first.out.includes(line), `${line} in\n${first.out}`);
  }
  const second = await run(org.environment(), ...argv);
  assert.match(second.out, /Nothing changed: Salesforce has all of these answers already\./);
  const asJson = await run(org.environment(), ...argv, '--json');
  assert.equal((JSON.parse(asJson.out) as ImportSummary).unchanged, 20);
});

for (const [what, argv, message] of [
  ['a file that is not there', ['import', 'none.csv', '--dry-run'], /none\.csv cannot be read/],
  ['a mapping that is not there', ['import', 'none.csv', '--mapping', 'none.json'], /The mapping none\.json cannot be read/],
  ['no org', ['import', 'none.csv'], /No Salesforce org is configured/],
  ['an unknown option', ['import', 'x.csv', '--colour'], /unknown option '--colour'/],
] as const) {
  test(`${what}: one clear message and exit code 1`, async () => {
    const { code, out, err } = await run({}, ...argv);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, message);
  });
}

test('a second import on the same data folder is refused while the first runs', async (t) => {
  const org = await startStubOrg({ latencyMs: 300 });
  t.after(() => org.close());
  const folder = workFolder(t);
  const file = folder.write('answers.csv', canonicalFile(2_000));
  const child = spawn(process.execPath, [command, 'import', file, '--data', folder.data], {
    env: { ...process.env, ...org.environment() },
    stdio: 'ignore',
  });
  while (org.calls() === 0 && child.exitCode === null) await new Promise((resolve) => setImmediate(resolve));
  const second = await run(org.environment(), 'import', file, '--data', folder.data);
  assert.equal(second.code, 1);
  assert.match(second.err, new RegExp(`Another import is running on the data folder .*process ${child.pid}`));
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('a Node that is too old is told so in one line', () => {
  const script = `Object.defineProperty(process, 'versions', { value: { node: '20.1.0' } }); await import(${JSON.stringify(command)});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /^customer-pulse needs Node 24 or newer; this is Node 20\.1\.0 .*\n$/);
});

test(
  'the real answers map as documented: 2,975 rows, 143 without a rating',
  existsSync(realAnswers) ? {} : { skip: 'the shared data is not here' },
  async () => {
    const { code, out } = await run({}, 'import', realAnswers, '--mapping', realMapping, '--dry-run', '--json');
    const { read, accepted, noRating, rejected } = JSON.parse(out) as ImportSummary;
    assert.deepEqual({ code, read, accepted, noRating, rejected }, { code: 0, read: 2975, accepted: 2975, noRating: 143, rejected: 0 });
  },
);

test('serve answers health checks to anyone and its status page to who has the password, and stops when asked', async (t) => {
  const folder = workFolder(t);
  const child = spawn(process.execPath, [command, 'serve', '--port', '0', '--data', folder.data], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  const [ready] = (await once(lines, 'line')) as [string];
  const url = /^sync-service ready at (http:\/\/127\.0\.0\.1:\d+)$/.exec(ready)?.[1] ?? '';
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
  for (const headers of [
    {},
    { authorization: 'Bearer wrong' },
    { authorization: `Basic ${btoa('a:wrong')}` },
    { authorization: 'Bearer ' },
  ]) {
    assert.equal((await fetch(url, { headers })).status, 401);
    assert.equal((await fetch(`${url}/nothing`, { headers })).status, 401);
  }
  const tokenFile = path.join(folder.data, 'serve.token');
  assert.equal(statSync(tokenFile).mode & 0o777, 0o600);
  const page = await fetch(url, { headers: { authorization: `Basic ${btoa(`me:${readFileSync(tokenFile, 'utf8').trim()}`)}` } });
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<b>0<\/b> answers are in Salesforce/);
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});
