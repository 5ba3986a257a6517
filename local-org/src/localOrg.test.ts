import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import { startLocalOrg, type LocalOrg } from './localOrg.ts';
import { readOrgEnv } from './orgEnv.ts';
import { packageFolder } from './rest/testing/runningOrg.ts';
import { deployFolder } from './testing/deployFolder.ts';

const temporary = mkdtempSync(join(tmpdir(), 'local-org-start-'));
const running: LocalOrg[] = [];
const processes: ChildProcess[] = [];
let folders = 0;

afterEach(async () => {
  for (const org of running.splice(0)) await org.close();
  for (const child of processes.splice(0)) child.kill('SIGKILL');
});

after(() => {
  rmSync(temporary, { recursive: true, force: true });
});

function newFolder(): string {
  folders += 1;
  return join(temporary, `data${String(folders)}`);
}

async function start(dataFolder: string): Promise<LocalOrg> {
  const org = await startLocalOrg({ dataFolder, port: 0, pages: false });
  running.push(org);
  return org;
}

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command in a process of its own; `ready` comes with its first line. */
function command(args: readonly string[]): {
  readonly child: ChildProcess;
  readonly ready: Promise<string>;
  readonly done: Promise<Outcome>;
} {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'main.ts'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  processes.push(child);
  let stdout = '';
  let stderr = '';
  const ready = new Promise<string>((found) => {
    child.stdout.on('data', (data: Buffer) => {
      stdout += data.toString();
      if (stdout.includes('\n')) found(stdout);
    });
  });
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  const done = new Promise<Outcome>((ended) => {
    child.on('close', (code) => {
      ended({ code, stdout, stderr });
    });
  });
  return { child, ready, done };
}

describe('a second start', () => {
  it('keeps records, ids, tokens and secrets', async () => {
    const dataFolder = newFolder();
    const first = await start(dataFolder);
    const user = first.org.user(first.org.sessions.userIdOf(first.adminToken) ?? '');
    assert.ok(user);
    const [account] = first.org.records.insert('Account', [{ Name: 'Kept' }], { user, allOrNone: true });
    await first.close();
    running.length = 0;
    const second = await start(dataFolder);
    assert.deepEqual([second.adminToken, second.clientId, second.clientSecret], [first.adminToken, first.clientId, first.clientSecret]);
    assert.equal(second.org.id, first.org.id);
    const { records } = second.org.queries.run("SELECT Id FROM Account WHERE Name = 'Kept'", user);
    assert.equal(records[0]?.fields.get('Id')?.kind, 'value');
    assert.equal(account?.success, true);
    const counts = second.org.database.prepare('SELECT count(*) AS users FROM "User"').get();
    assert.equal(counts?.['users'], 2);
  });

  it('writes org.env for its owner alone, with the address of this start', async () => {
    const dataFolder = newFolder();
    const org = await start(dataFolder);
    const env = readOrgEnv(dataFolder);
    assert.deepEqual(
      [env.SALESFORCE_LOGIN_URL, env.SALESFORCE_INSTANCE_URL, env.SALESFORCE_API_VERSION, env.SALESFORCE_USERNAME],
      [org.url, org.url, '66.0', 'admin@customer-pulse.example'],
    );
    assert.equal(statSync(join(dataFolder, 'org.env')).mode & 0o777, 0o600);
  });
});

describe('a second start after a deployment', () => {
  it('gives the same org without deploying again', async () => {
    const dataFolder = newFolder();
    const first = await start(dataFolder);
    assert.equal(first.org.schema.object('PulseResponse__c'), undefined);
    await deployFolder(first, packageFolder);
    const prefix = first.org.schema.object('PulseResponse__c')?.keyPrefix;
    const deployed = first.org.deployments.list('Flow');
    await first.close();
    running.length = 0;
    const second = await start(dataFolder);
    assert.equal(second.org.schema.object('PulseResponse__c')?.keyPrefix, prefix);
    assert.deepEqual(
      second.org.deployments.list('Flow').map(({ id, fullName, lastModifiedAt }) => [id, fullName, lastModifiedAt]),
      deployed.map(({ id, fullName, lastModifiedAt }) => [id, fullName, lastModifiedAt]),
    );
  });
});

describe('a data folder', () => {
  it('serves one org at a time', async () => {
    const dataFolder = newFolder();
    await start(dataFolder);
    await assert.rejects(start(dataFolder), { name: 'FolderInUseError', message: /is in use by another local org \(process \d+\)/u });
  });

  it('left locked by a process that is gone is taken over', async () => {
    const dataFolder = newFolder();
    const org = await start(dataFolder);
    await org.close();
    running.length = 0;
    // No process has this number: it is above what Linux gives out.
    writeFileSync(join(dataFolder, 'local-org.lock'), '99999999 -\n');
    await start(dataFolder);
  });
});

describe('the command', () => {
  it('says in one line that it is ready, and stops cleanly when told to', async () => {
    const dataFolder = newFolder();
    const { child, ready, done } = command(['--port', '0', '--data', dataFolder, '--now', '2022-10-01T00:00:00Z']);
    const line = await ready;
    const [, url] = /^local-org ready at (http:\/\/127\.0\.0\.1:\d+)\n$/u.exec(line) ?? [];
    assert.ok(url, line);
    assert.equal((await fetch(`${url}/local-org/health`)).status, 200);
    const token = readOrgEnv(dataFolder).SALESFORCE_ACCESS_TOKEN ?? '';
    const clock = await fetch(`${url}/local-org/clock`, { headers: { authorization: `Bearer ${token}` } });
    assert.match(await clock.text(), /"now":"2022-10-01T00:/u);
    child.kill('SIGTERM');
    const { code, stdout } = await done;
    assert.deepEqual([code, stdout], [0, line]);
    await start(dataFolder);
  });

  it('refuses wrong arguments', async () => {
    const wrongPort = await command(['--data', newFolder(), '--port', 'x']).done;
    assert.match(wrongPort.stderr, /A port is a number from 0 to 65535/u);
    assert.notEqual(wrongPort.code, 0);
  });
});
