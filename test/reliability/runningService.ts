import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Balance } from '../../sync-service/src/testing/ledger/ledger.ts';
import { runCommand, type Ended } from './command.ts';
import type { Kill } from './schedule.ts';
import type { Story } from './story.ts';
import { Worker } from './worker.ts';

export interface ServeOptions {
  /** PostgreSQL for several workers; without it one worker with a store of its own. */
  readonly databaseUrl?: string;
  readonly workers?: number;
  /** Kills the database and starts it again: once, in the middle. */
  readonly crashDatabase?: () => Promise<void>;
  /** Folder of the store; the story's own without it. */
  readonly data?: string;
  /** Further variables of the service's environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Without any change for so long, nothing is expected any more. */
const patienceMs = 20_000;

const letters = z.array(z.looseObject({ id: z.string(), code: z.string(), reason: z.string() }));

/** The workers of one story, as an operator sees them. */
export class RunningService {
  readonly #story: Story;
  readonly #workers: readonly Worker[];
  readonly #shared: readonly string[];
  readonly #environment: Readonly<Record<string, string>>;
  #next = 0;
  /** Code and reason of the first dead letter, when it was last asked. */
  #lastLetter = '';
  #stopped = false;

  constructor(story: Story, { databaseUrl, workers = 1, data = path.join(story.folder, 'data'), environment = {} }: ServeOptions) {
    const file = story.writeConfig(data);
    this.#story = story;
    this.#shared = ['--config', file];
    this.#environment = {
      ...story.environment,
      ...environment,
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    };
    this.#workers = Array.from({ length: workers }, () => new Worker(['serve', ...this.#shared], this.#environment));
  }

  async start(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.start()));
  }

  /** Address of one of them, by turns. */
  async url(): Promise<string> {
    const worker = this.#workers[this.#next++ % this.#workers.length];
    if (worker === undefined) throw new Error('there are no workers');
    return worker.url();
  }

  /** Kills one worker after the other at the moments of a schedule; each comes back by itself. */
  async killAll(kills: readonly Kill[]): Promise<void> {
    for (const [number, kill] of kills.entries()) {
      const worker = this.#workers[number % this.#workers.length];
      const run = worker?.running;
      if (worker === undefined || run === undefined) continue;
      const before = worker.deaths;
      const spare = this.#story.killAt(kill, { ...run, kill: () => worker.kill() });
      // A request that never comes ends nothing.
      for (let waited = 0; worker.deaths === before && waited < 2_000; waited += 50) await delay(50);
      spare();
      if (worker.deaths > before) this.#story.killed++;
    }
  }

  /** Waits until the books balance and dead letters are the expected ones; gives up when nothing has moved for some time. */
  async untilSettled(expectedDead: readonly string[]): Promise<Balance> {
    let last = '';
    let movedAt = Date.now();
    for (;;) {
      const balance = await this.#story.balance(expectedDead);
      const settled = [balance.lost, balance.wrong, balance.reasonsWrong].every((list) => list.length === 0);
      const state = JSON.stringify(balance);
      if (state !== last) movedAt = Date.now();
      last = state;
      const waitedEnough = Date.now() - movedAt > patienceMs;
      // The command is asked only when it can end the waiting: a process costs a second.
      const dead = settled || waitedEnough ? await this.deadLetters() : [];
      if (settled && dead.join() === expectedDead.join()) return balance;
      if (waitedEnough) {
        this.#story.complaints.push(
          `nothing moves any more; ${dead.length} dead letters ${dead.slice(0, 3).join(' ')} where ${expectedDead.join(' ')} were refused (${this.#lastLetter})`,
        );
        return this.#story.balance(dead);
      }
      await delay(200);
    }
  }

  /** External ids of the answers that the command shows as dead letters. */
  async deadLetters(): Promise<string[]> {
    const { stdout, stderr, exitCode } = await this.run(['dead-letters', 'list', '--json']);
    const parsed = letters.safeParse(jsonIn(stdout));
    if (!parsed.success) throw new Error(`dead-letters list exits with ${exitCode}: ${stdout.slice(0, 500)} ${stderr.slice(0, 500)}`);
    this.#lastLetter = parsed.data.map(({ code, reason }) => `${code}: ${reason}`)[0] ?? '';
    return parsed.data.map(({ id }) => id.replace(/^answer:/, '')).sort();
  }

  /** Runs another command with the same configuration. */
  run(args: readonly string[]): Promise<Ended> {
    return runCommand([...args, ...this.#shared], this.#environment).ended;
  }

  async replay(): Promise<void> {
    const { exitCode, stderr } = await this.run(['dead-letters', 'replay', '--all']);
    if (exitCode !== 0) this.#story.complaints.push(`dead-letters replay exits with ${exitCode}: ${stderr.slice(0, 500)}`);
  }

  /** Kills all of them, does something to what they leave, and starts them again. */
  async killed(meanwhile: () => void | Promise<void>): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.killedWhile(meanwhile)));
  }

  /** kill -9, and no coming back. */
  async end(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#workers.map((worker) => worker.end()));
  }

  /** Asks all of them to stop; each has to do so with exit code 0. */
  async stop(): Promise<void> {
    if (this.#stopped) return;
    this.#stopped = true;
    for (const worker of this.#workers) {
      const exitCode = await worker.stop();
      if (exitCode !== 0) this.#story.complaints.push(`a worker that was asked to stop ends with ${exitCode}`);
      this.#story.complaints.push(...worker.lastWords.map((words) => `a worker died by itself with ${words}`));
    }
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
