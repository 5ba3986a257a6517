import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import type { OrgAccess } from '../../sync-service/src/testing/ledger/orgReader.ts';
import { peopleCount, emailOf } from './answers.ts';

export const root = path.join(import.meta.dirname, '../..');

/** A local-org in a process of its own, deployed with the real CLI, with the contacts that `answers.ts` names. */
export interface TestOrg {
  readonly access: OrgAccess;
  /** What the service logs in with. */
  readonly client: { readonly id: string; readonly secret: string };
  /** Waits until nothing is left of what flows do after a commit. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const envFile = z.object({
  SALESFORCE_INSTANCE_URL: z.string(),
  SALESFORCE_ACCESS_TOKEN: z.string(),
  SALESFORCE_CLIENT_ID: z.string(),
  SALESFORCE_CLIENT_SECRET: z.string(),
  SALESFORCE_API_VERSION: z.string(),
});

/** RELIABILITY_ORG names the data folder of a running local-org to use instead of starting one. */
export async function startOrg(): Promise<TestOrg> {
  const running = process.env['RELIABILITY_ORG'];
  const folder = running ?? mkdtempSync(path.join(tmpdir(), 'reliability-org-'));
  const stop = running === undefined ? await startProcess(folder) : () => Promise.resolve();
  const env = envFile.parse(parseEnv(readFileSync(path.join(folder, 'org.env'), 'utf8')));
  const access = { url: env.SALESFORCE_INSTANCE_URL, token: env.SALESFORCE_ACCESS_TOKEN, apiVersion: env.SALESFORCE_API_VERSION };
  await addPeople(access);
  return {
    access,
    client: { id: env.SALESFORCE_CLIENT_ID, secret: env.SALESFORCE_CLIENT_SECRET },
    settled: () => untilSettled(access),
    close: async () => {
      await stop();
      if (running === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startProcess(folder: string): Promise<() => Promise<void>> {
  const tsNode = [path.join(root, 'node_modules/ts-node/dist/bin.js'), '--project', path.join(root, 'scripts/tsconfig.json')];
  const child = spawn(process.execPath, [...tsNode, 'scripts/local-org/index.ts', '--data', folder, '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const words: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        words.push(line);
        if (line.startsWith('local-org ready at')) resolve();
      });
    }
    child.on('exit', () => reject(new Error(`local-org did not start:\n${words.slice(-20).join('\n')}`)));
  });
  await ready;
  return async () => {
    child.kill('SIGTERM');
    await exited;
  };
}

const created = z.array(z.object({ id: z.string() }));

async function addPeople(org: OrgAccess): Promise<void> {
  const accounts = await create(
    org,
    Array.from({ length: peopleCount / 3 }, (_, index) => ({ attributes: { type: 'Account' }, Name: `Account ${index}` })),
  );
  const people = Array.from({ length: peopleCount }, (_, index) => ({
    attributes: { type: 'Contact' },
    LastName: `Person ${index}`,
    Email: emailOf(index),
    AccountId: accounts[index % accounts.length],
  }));
  await create(org, people);
}

async function create(org: OrgAccess, records: readonly unknown[]): Promise<string[]> {
  const reply = await fetch(`${org.url}/services/data/v${org.apiVersion}/composite/sobjects`, {
    method: 'POST',
    headers: { authorization: `Bearer ${org.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ allOrNone: true, records }),
  });
  return created.parse(await reply.json()).map(({ id }) => id);
}

const work = z.object({ pending: z.number() });

async function untilSettled({ url, token }: OrgAccess): Promise<void> {
  for (;;) {
    const reply = await fetch(`${url}/local-org/async-work`, { headers: { authorization: `Bearer ${token}` } });
    if (work.parse(await reply.json()).pending === 0) return;
    await delay(50);
  }
}
