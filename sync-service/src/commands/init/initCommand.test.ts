import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { runCommand } from '../../cli/program.ts';
import { loadConfig } from '../../config/loadConfig.ts';
import { silentProgress } from '../../progress/progress.ts';
import { sourceKinds } from '../../sources/kinds.ts';
import { workFolder } from '../../testing/workFolder.ts';
import type { Ask } from '../world.ts';
import { variableFor } from './sourceKeys.ts';

async function init(t: TestContext, argv: readonly string[], ask?: Ask): Promise<{ code: number; out: string; err: string; file: string }> {
  const file = path.join(workFolder(t).path, 'customer-pulse.yaml');
  let out = '';
  let err = '';
  const code = await runCommand(['init', '--output', file, ...argv], {
    environment: {},
    print: (text) => (out += `${text}\n`),
    printError: (text) => (err += `${text}\n`),
    progress: silentProgress,
    ...(ask === undefined ? {} : { ask }),
  });
  return { code, out, err, file };
}

test('without questions: every kind of source is written so that it is usable once its variables are set', async (t) => {
  const kinds = sourceKinds.map(({ kind }) => kind);
  const { code, out, err, file } = await init(t, [
    '--yes',
    '--public-url',
    'https://pulse.example.com/',
    ...kinds.flatMap((kind) => ['--source', `my-${kind}=${kind}`]),
  ]);
  assert.equal(code, 0, err);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const variables = [...out.matchAll(/^ {2}([A-Z_0-9]+)$/gm)].map(([, name = '']) => name);
  assert.ok(variables.includes('SALESFORCE_CLIENT_SECRET') && variables.includes('MY_DELIGHTED_API_KEY'), out);
  assert.match(out, /https:\/\/pulse\.example\.com\/webhooks\/my-delighted$/m);
  const environment = Object.fromEntries(variables.map((name) => [name, 'whsec_'.padEnd(60, 'x')]));
  const { config } = loadConfig({ file, environment });
  assert.deepEqual(
    config.sources.map(({ kind }) => kind),
    kinds,
  );
  assert.match(readFileSync(file, 'utf8'), /^# yaml-language-server: \$schema=.*customer-pulse\.schema\.json$/m);
});

test('a file that is there is kept unless --force is said; a kind that is none is told with those that are', async (t) => {
  const { file } = await init(t, ['--yes']);
  const again = await runAgain(['init', '--yes', '--output', file]);
  assert.match(again, /is there already\. Say --force/);
  assert.match((await init(t, ['--yes', '--source', 'x=nobody'])).err, /no kind of source called nobody\. There are: .*delighted/);
  assert.match((await init(t, [])).err, /nobody to ask here\. Say --yes/);
});

async function runAgain(argv: readonly string[]): Promise<string> {
  let err = '';
  await runCommand(argv, { environment: {}, print: () => undefined, printError: (text) => (err += text), progress: silentProgress });
  return err;
}

test('with questions: what was answered stands in the file; secrets only by the name of their variable', async (t) => {
  const asked: string[] = [];
  const yesNo = [false, true, false];
  const texts = [
    'https://org.example.com',
    'consumer key',
    'My Formbricks',
    'FB_HOOK',
    'FB_KEY',
    'a, b',
    'q1',
    'in',
    'https://pulse.example.com',
  ];
  const ask: Ask = {
    text: async (question) => {
      asked.push(question);
      return texts.shift() ?? '';
    },
    yesNo: async (question) => {
      asked.push(question);
      return question.startsWith('Do you have') ? true : (yesNo.shift() ?? false);
    },
    choose: async (_question, choices) => choices.find(({ value }) => value === 'formbricks')?.value ?? assert.fail(),
  };
  const { code, err, file } = await init(t, [], ask);
  assert.equal(code, 0, err);
  assert.match(readFileSync(file, 'utf8'), /name: My-Formbricks\n/);
  assert.match(readFileSync(file, 'utf8'), /webhookSecret: \{ env: FB_HOOK \}/);
  assert.ok(asked.length > 8);
});

test('a variable is called after source and key', () => {
  assert.equal(variableFor('nps.today-se', 'apiKey'), 'NPS_TODAY_SE_API_KEY');
});
