import assert from 'node:assert/strict';
import { appendFileSync, closeSync, cpSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';
import { isBalanced } from '../../sync-service/src/testing/ledger/ledger.ts';
import { csvOf, type TestVersion } from './answers.ts';
import { runCommand } from './command.ts';
import { smallDisk, type SmallDisk } from './disk.ts';
import type { TestOrg } from './org.ts';
import { RunningService, type ServeOptions } from './runningService.ts';
import type { Schedule } from './schedule.ts';
import { account, Story } from './story.ts';
import { bodyOf, deliver, signed, type Message } from './webhooks.ts';

const calm: Schedule = { answers: 200, changed: 0, poisoned: 0, bulkAbove: 2000, kills: [], faults: [], chance: 1 };

interface Scene {
  readonly story: Story;
  readonly service: RunningService;
  /** Messages of ten answers, the next ones each time. */
  readonly next: (count: number) => Message[];
  readonly send: (messages: readonly Message[]) => Promise<void>;
}

/** A service, and webhooks for it; in the end everything acknowledged must be in the org. */
async function withService(org: TestOrg, source: string, options: (story: Story) => ServeOptions, play: (scene: Scene) => Promise<void>) {
  const story = await Story.open(calm, org, source);
  const service = new RunningService(story, options(story));
  let sent = 0;
  const next = (count: number): Message[] =>
    Array.from({ length: count }, () => ({
      id: `${source}-${sent}`,
      versions: Array.from({ length: 10 }, () => story.version(sent++, 0)),
    }));
  const send = async (messages: readonly Message[]): Promise<void> => {
    const receiver = { url: () => service.url(), source, secret: story.secret };
    await Promise.all(messages.map((message) => deliver(message, receiver, story.ledger)));
  };
  try {
    await service.start();
    await play({ story, service, next, send });
    const balance = await service.untilSettled([]);
    await service.stop();
    const played = story.played(balance);
    assert.ok(isBalanced(balance) && played.complaints.length === 0, account(played));
    assert.ok(balance.acknowledged > 0);
  } finally {
    await service.stop();
    await story.close();
  }
}

/** A disk that is full, then read-only, then well again: what was acknowledged before, between and after arrives. */
export async function diskTrouble(context: TestContext, org: TestOrg, source: string): Promise<void> {
  const disk = smallDisk(context, 8);
  if (disk === undefined) return;
  await withService(
    org,
    source,
    () => ({ data: path.join(disk.path, 'data') }),
    async (scene) => {
      const { story, service, next, send } = scene;
      await send(next(2));
      story.proxy.follow(() => ({ kind: 'cut', when: 'before' }));
      disk.fill();
      const refused = await sendUntilRefused(scene, 40);
      assert.ok(refused.length > 0, 'a full disk refuses deliveries');
      const page = await fetch(`${await service.url()}/healthz`);
      assert.equal(page.status, 200, 'the service itself lives on');
      disk.free();
      await send(refused);
      await service.killed(async () => {
        if (!disk.readOnly(true)) {
          context.diagnostic('the disk cannot be made read-only: not tested');
          return;
        }
        const { exitCode, stderr } = await service.run(['serve']);
        assert.equal(exitCode, 1, stderr);
        assert.match(stderr, /data folder|store/i);
        assert.doesNotMatch(stderr, /\n\s+at /, 'no stack of code');
        disk.readOnly(false);
      });
      story.calm();
      await send(next(2));
    },
  );
}

/** Sends messages one by one until one is refused. @returns those that were not acknowledged */
async function sendUntilRefused(scene: Scene, most: number): Promise<Message[]> {
  for (let sent = 0; sent < most; sent++) {
    const messages = scene.next(1);
    if ((await statusOf(scene, messages)) !== 202) return messages;
    for (const { versions } of messages) scene.story.ledger.acknowledged(versions);
  }
  return [];
}

async function statusOf({ story, service }: Scene, messages: readonly Message[]): Promise<number> {
  const [message] = messages;
  if (message === undefined) return 0;
  const body = bodyOf(message.versions);
  story.ledger.sending(message.versions);
  const reply = await fetch(`${await service.url()}/webhooks/${story.source}`, {
    method: 'POST',
    headers: signed(story.secret, message.id, body),
    body,
  });
  await reply.text();
  return reply.status;
}

/** An import onto a full or read-only disk says so, and goes on when it is run again. */
export async function importOntoBadDisk(context: TestContext, org: TestOrg, source: string): Promise<void> {
  const disk = smallDisk(context, 4);
  if (disk === undefined) return;
  const story = await Story.open(calm, org, source);
  try {
    const rows = Array.from({ length: 150 }, (_, index) => story.version(index, 0));
    const first = await importRows(story, disk, rows.slice(0, 50));
    assert.equal(first.exitCode, 0, first.stdout + first.stderr);
    for (const trouble of ['full', 'read-only'] as const) {
      if (trouble === 'full') disk.fill();
      else if (!disk.readOnly(true)) continue;
      const refused = await importRows(story, disk, many(story, 4_000));
      assert.equal(refused.exitCode, 1, `a ${trouble} disk: ${refused.stdout}${refused.stderr}`);
      assert.match(refused.stdout + refused.stderr, /store|data folder/i, `the refusal of a ${trouble} disk says what is wrong`);
      assert.doesNotMatch(refused.stderr, /\n\s+at /, `the refusal of a ${trouble} disk is no stack of code`);
      disk.readOnly(false);
      disk.free();
    }
    const last = await importRows(story, disk, rows);
    assert.equal(last.exitCode, 0, last.stdout + last.stderr);
    story.ledger.acknowledged(rows);
    const balance = await story.balance([]);
    assert.ok(isBalanced(balance), account(story.played(balance)));
  } finally {
    await story.close();
  }
}

function many(story: Story, count: number): TestVersion[] {
  return Array.from({ length: count }, (_, index) => story.version(index, 0));
}

async function importRows(story: Story, disk: SmallDisk, rows: readonly TestVersion[]): ReturnType<typeof runCommand>['ended'] {
  const file = path.join(story.folder, 'answers.csv');
  writeFileSync(file, csvOf(story.source, rows));
  story.ledger.sending(rows);
  return runCommand(['import', file, '--data', path.join(disk.path, 'data'), '--json'], story.environment).ended;
}

/** Killed with unread deliveries, and started again two days earlier by its clock: they are read and pushed all the same. */
export async function clockGoesBack(org: TestOrg, source: string): Promise<void> {
  const clock = path.join(import.meta.dirname, 'clock.mjs');
  const story = await Story.open(calm, org, source);
  const data = path.join(story.folder, 'data');
  const early = { NODE_OPTIONS: `--import=${clock}`, RELIABILITY_CLOCK_MS: String(-2 * 86_400_000) };
  const [today, twoDaysAgo] = [new RunningService(story, { data }), new RunningService(story, { data, environment: early })];
  try {
    await today.start();
    story.proxy.follow(() => ({ kind: 'cut', when: 'before' }));
    const versions = many(story, 60);
    const receiver = { url: () => today.url(), source, secret: story.secret };
    await deliver({ id: `${source}-1`, versions }, receiver, story.ledger);
    await today.end();
    await twoDaysAgo.start();
    story.calm();
    const balance = await twoDaysAgo.untilSettled([]);
    assert.ok(isBalanced(balance) && story.complaints.length === 0, account(story.played(balance)));
    assert.equal(balance.inOrg, 60);
  } finally {
    await Promise.all([today.stop(), twoDaysAgo.stop()]);
    await story.close();
  }
}

/** A crash that left half a page behind the last commit loses nothing; a store that is broken within is refused and left as it is. */
export async function corruptStore(org: TestOrg, source: string): Promise<void> {
  await withService(
    org,
    source,
    () => ({}),
    async ({ story, service, next, send }) => {
      story.proxy.follow(() => ({ kind: 'cut', when: 'before' }));
      await send(next(3));
      await service.killed(() => {
        const log = fileOf(path.join(story.folder, 'data'), '-wal');
        appendFileSync(log, Buffer.alloc(3_000, 0xa5));
      });
      story.calm();
      await service.untilSettled([]);
      const copy = path.join(story.folder, 'copy');
      await service.killed(() => {
        cpSync(path.join(story.folder, 'data'), copy, { recursive: true });
      });
      await refusesBrokenStore(story, copy);
    },
  );
}

async function refusesBrokenStore(story: Story, data: string): Promise<void> {
  const file = fileOf(data, '.sqlite');
  const database = new DatabaseSync(file);
  // Or its log would put the broken pages right again.
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  breakWithin(file);
  const before = readFileSync(file);
  const csv = path.join(story.folder, 'more.csv');
  writeFileSync(csv, csvOf(story.source, [story.version(0, 0)]));
  const { exitCode, stdout, stderr } = await runCommand(['import', csv, '--data', data], story.environment).ended;
  assert.equal(exitCode, 1, stdout + stderr);
  assert.ok((stdout + stderr).includes(data), 'the place is named');
  assert.doesNotMatch(stderr, /\n\s+at /, 'no stack of code');
  assert.deepEqual(readFileSync(file).subarray(0, before.length), before, 'the broken file is left for whoever repairs it');
}

function breakWithin(file: string): void {
  const { size } = statSync(file);
  const handle = openSync(file, 'r+');
  // All pages but the first, which says that this is a database.
  for (let at = 4096; at < size; at += 4096) writeSync(handle, Buffer.alloc(2048, 0x5a), 0, 2048, at);
  closeSync(handle);
}

function fileOf(folder: string, ending: string): string {
  const name = readdirSync(folder).find((one) => one.endsWith(ending));
  if (name === undefined) throw new Error(`No file ends with ${ending} in ${readdirSync(folder).join(' ')}`);
  return path.join(folder, name);
}
