import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { connect, readOrgEnv } from '../../scripts/orgConnection';
import { accessibilityProblems, launchBrowser, openAddress, overflowX, screenFolder, WIDTHS, wantAll } from './browser';

let folder: string;
/** Whatever a test started and did not stop itself. */
const running = new Set<ChildProcess>();

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'customer-pulse-start-'));
});

after(async () => {
  for (const child of running) {
    child.kill('SIGTERM');
    await ended(child);
  }
  rmSync(folder, { recursive: true, force: true });
});

test('given an empty folder, when the product is started twice, then the demo is there, its pages open, and the second start keeps all data', async () => {
  const first = await start();
  const figures = await countRecords();
  assert.ok(figures.responses >= 2900, `${String(figures.responses)} responses`);
  assert.ok(figures.followUps > 0);
  assert.equal(figures.tasks, figures.followUps);
  await lookAtLife();
  assert.ok(
    first.lines.some((line) => line.includes('its pulse is falling')),
    first.lines.join('\n'),
  );
  await lookAtFirstAddress(first.lines);
  assert.equal(statSync(join(folder, 'local-org', 'org.env')).mode & 0o777, 0o600);
  assert.equal(await first.stop(), 0);

  const second = await start();
  assert.deepEqual(await countRecords(), figures);
  assert.ok(!second.lines.some((line) => line.includes('the demo:')), 'the demo is not loaded again');
  const service = second.lines.find((line) => /^ {4}http:\S+$/u.test(line) && !line.includes('frontdoor'))?.trim() ?? '';
  await answerAsCustomer(new URL(service).port);
  assert.equal((await countRecords()).responses, figures.responses + 1);
  await lookAtService(service);
  assert.equal(await second.stop(), 0);
});

test('given a port that is no port, then the start is refused with one line that names the option', async () => {
  const { child, output } = launch(['--port', 'eighty']);
  const exitCode = await ended(child);
  assert.equal(exitCode, 1);
  assert.deepEqual(output, ['--port eighty is not a port: give a number from 0 to 65535.']);
});

interface Started {
  readonly lines: readonly string[];
  stop(): Promise<number | null>;
}

function launch(args: readonly string[]): { child: ChildProcess; output: string[]; until: (text: string) => Promise<void> } {
  const command = ['node_modules/ts-node/dist/bin.js', '--project', 'scripts/tsconfig.json', 'scripts/start/index.ts', ...args];
  const { TS_NODE_PROJECT: _ours, ...env } = process.env;
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'], env });
  running.add(child);
  child.on('close', () => running.delete(child));
  const output: string[] = [];
  const waiting: { text: string; found: () => void }[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      output.push(line);
      for (const wait of waiting) if (line.includes(wait.text)) wait.found();
    });
  }
  const until = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ text, found: resolve });
      child.on('exit', () => {
        reject(new Error(output.join('\n')));
      });
    });
  return { child, output, until };
}

async function start(): Promise<Started> {
  const { child, output, until } = launch(['--data', folder, '--port', '0', '--sync-port', '0']);
  await until('Ctrl-C stops everything');
  return {
    lines: output,
    stop: () => {
      child.kill('SIGINT');
      return ended(child);
    },
  };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.on('close', resolve);
  });
}

async function countRecords(): Promise<Record<'responses' | 'followUps' | 'tasks', number>> {
  assert.ok(existsSync(join(folder, 'local-org', 'org.env')));
  const connection = connect(readOrgEnv(join(folder, 'local-org')));
  const count = async (soql: string): Promise<number> => (await connection.query(soql)).totalSize;
  return {
    responses: await count('SELECT COUNT() FROM PulseResponse__c'),
    followUps: await count('SELECT COUNT() FROM PulseFollowUp__c WHERE Open__c = 1'),
    tasks: await count('SELECT COUNT() FROM Task WHERE IsClosed = false'),
  };
}

/** The org has lived for some months: snapshots, a check that agrees, invitations with their answers, work that is overdue. */
async function lookAtLife(): Promise<void> {
  const connection = connect(readOrgEnv(join(folder, 'local-org')));
  const count = async (soql: string): Promise<number> => (await connection.query(soql)).totalSize;
  const months = await connection.query('SELECT Month__c FROM PulseSnapshot__c GROUP BY Month__c');
  assert.equal(months.records.length, 5);
  assert.equal(await count("SELECT COUNT() FROM PulseCheck__c WHERE Result__c = 'Agrees'"), 1);
  const linked = await count('SELECT COUNT() FROM PulseResponse__c WHERE Invitation__c != null');
  assert.ok(linked > 150, `${String(linked)} answers to invitations`);
  assert.equal(await count("SELECT COUNT() FROM PulseInvitation__c WHERE Status__c = 'Answered'"), linked);
  for (const reason of ['CoolDown', 'OptedOut', 'OnHold'])
    assert.ok((await count(`SELECT COUNT() FROM PulseInvitation__c WHERE SuppressionReason__c = '${reason}'`)) > 0, reason);
  assert.ok((await count('SELECT COUNT() FROM PulseFollowUp__c WHERE Overdue__c = true AND Open__c = 1')) > 0);
  assert.ok((await count('SELECT COUNT() FROM PulseFollowUp__c WHERE Recovered__c = 1')) > 0);
  assert.equal(await count('SELECT COUNT() FROM PulseLog__c'), 0);
}

/** `npm run answer`: an answer of a customer goes the whole way through the service. */
async function answerAsCustomer(port: string): Promise<void> {
  const command = ['node_modules/ts-node/dist/bin.js', '--project', 'scripts/tsconfig.json', 'scripts/answer/index.ts'];
  const { TS_NODE_PROJECT: _ours, ...env } = process.env;
  const args = [...command, '--rating', '9', '--comment', 'Quick and friendly', '--data', folder, '--sync-port', port];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const [output, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  assert.match(output, /In the org after \d+\.\d\d s[^]*lightning/u, complaint);
}

/** The service's own page says in words that all is well. */
async function lookAtService(address: string): Promise<void> {
  const password = readFileSync(join(folder, 'sync-service', 'serve.token'), 'utf8').trim();
  const browser = await launchBrowser();
  try {
    for (const width of WIDTHS) {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        httpCredentials: { username: 'operator', password },
      });
      const page = await context.newPage();
      await page.goto(address);
      await page.getByText('All is well: everything that came in is in Salesforce.').waitFor();
      assert.deepEqual(await accessibilityProblems(page), []);
      assert.equal(await overflowX(page), 0);
      await page.screenshot({ path: `${screenFolder()}/sync-service-${String(width)}.png` });
    }
  } finally {
    await browser.close();
  }
}

/** The first address that the start prints is the falling account: it opens, says that it is a demo, and shows the pulse. */
async function lookAtFirstAddress(lines: readonly string[]): Promise<void> {
  const address = lines.find((line) => line.includes('/secur/frontdoor.jsp'))?.trim() ?? '';
  const browser = await launchBrowser();
  try {
    for (const width of WIDTHS) {
      const page = await openAddress(browser, address, width);
      await page.getByText('This is demo data').waitFor();
      await page.locator('c-customer-pulse [data-figure="trend"]').getByText('Down', { exact: false }).waitFor();
      await wantAll(page);
      await page.locator('c-response-history c-response-item').first().waitFor();
      await page.screenshot({ path: `${screenFolder()}/demo-${String(width)}.png` });
    }
  } finally {
    await browser.close();
  }
}
