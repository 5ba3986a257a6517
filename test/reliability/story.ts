import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startFaultProxy, type FaultProxy } from '../../sync-service/src/testing/faultProxy/faultProxy.ts';
import type { Fault, FaultPlan, Poison } from '../../sync-service/src/testing/faultProxy/faults.ts';
import { isBalanced, Ledger, type Balance } from '../../sync-service/src/testing/ledger/ledger.ts';
import { readOrg } from '../../sync-service/src/testing/ledger/orgReader.ts';
import { versionOf, type TestVersion } from './answers.ts';
import type { TestOrg } from './org.ts';
import { randomFrom, type Kill, type Schedule } from './schedule.ts';
import type { RunningCommand } from './command.ts';
import { newSecret } from './webhooks.ts';

/** What came of one schedule. */
export interface Played {
  readonly balance: Balance;
  readonly killed: number;
  readonly faults: number;
  /** Requests to the org, all runs together. */
  readonly calls: number;
  /** What else is not as it should be. */
  readonly complaints: readonly string[];
}

/** What every story needs: a proxy that follows the schedule, books, a folder, and the schedule's chance. */
export class Story {
  readonly ledger = new Ledger();
  readonly folder = mkdtempSync(path.join(tmpdir(), 'reliability-'));
  /** What webhooks are signed with. */
  readonly secret = newSecret();
  readonly random: () => number;
  readonly complaints: string[] = [];
  killed = 0;
  readonly schedule: Schedule;
  readonly source: string;
  readonly proxy: FaultProxy;
  readonly #org: TestOrg;
  readonly #now = Date.now();

  static async open(schedule: Schedule, org: TestOrg, source: string): Promise<Story> {
    const random = randomFrom(schedule.chance);
    return new Story(schedule, org, source, random, await startFaultProxy(org.access.url, { random }));
  }

  private constructor(schedule: Schedule, org: TestOrg, source: string, random: () => number, proxy: FaultProxy) {
    this.schedule = schedule;
    this.source = source;
    this.random = random;
    this.proxy = proxy;
    this.#org = org;
    proxy.poison(this.poison());
    proxy.follow(planOf(schedule.faults));
  }

  /** Variables that lead the command to the org through the proxy. */
  get environment(): Readonly<Record<string, string>> {
    const { client, access } = this.#org;
    return {
      SALESFORCE_LOGIN_URL: this.proxy.url,
      SALESFORCE_CLIENT_ID: client.id,
      SALESFORCE_CLIENT_SECRET: client.secret,
      SALESFORCE_API_VERSION: access.apiVersion,
      CUSTOMER_PULSE_RETRY_BASE_MS: '2',
      RELIABILITY_SECRET: this.secret,
    };
  }

  /** Writes the configuration of this story's service. @returns the file @param data folder of the store */
  writeConfig(data: string): string {
    const file = path.join(this.folder, 'customer-pulse.json');
    const config = {
      store: { data },
      serve: { port: 0 },
      service: { pollMilliseconds: 100, leaseSeconds: 5 },
      push: { bulkFrom: this.schedule.bulkAbove, batchWindowMilliseconds: 20 },
      sources: [{ name: this.source, kind: 'generic', secret: { env: 'RELIABILITY_SECRET' } }],
    };
    writeFileSync(file, JSON.stringify(config));
    return file;
  }

  readonly version = (index: number, version: number): TestVersion => versionOf(this.source, index, version, this.#now);

  /** Kills a run at the schedule's moment, counted from now. */
  killAt(kill: Kill, run: RunningCommand): () => void {
    const strike = (): void => run.kill();
    if (kill.at === 'time') {
      const timer = setTimeout(strike, kill.milliseconds);
      return () => clearTimeout(timer);
    }
    const fatal = this.proxy.calls() + kill.number;
    this.proxy.onDone(({ number }) => {
      if (number >= fatal) strike();
    });
    return () => this.proxy.onDone(undefined);
  }

  /** Ends all faults. */
  calm(): void {
    this.proxy.follow(undefined);
  }

  async balance(dead: readonly string[]): Promise<Balance> {
    await this.#org.settled();
    return this.ledger.balance(await readOrg(this.#org.access, this.source), dead);
  }

  /** What came of it, with the books as they are. */
  played(balance: Balance): Played {
    const faults = [...this.proxy.played().values()].reduce((sum, count) => sum + count, 0);
    return { balance, killed: this.killed, faults, calls: this.proxy.calls(), complaints: this.complaints };
  }

  async close(): Promise<void> {
    await this.proxy.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  poison(): Poison {
    const { poisoned, answers } = this.schedule;
    const indexes = Array.from({ length: Math.min(poisoned, answers) }, (_, n) => (n * 37) % answers);
    return new Map(indexes.map((index) => [this.version(index, 0).externalId, 'FIELD_CUSTOM_VALIDATION_EXCEPTION']));
  }
}

function planOf(faults: Schedule['faults']): FaultPlan {
  const byCall = new Map<number, Fault>();
  let call = 0;
  for (const { gap, fault } of faults) byCall.set((call += gap), fault);
  return ({ number, kind }) => {
    const fault = byCall.get(number);
    // Faults of bulk jobs wait for a job; the others hit whatever comes.
    const isForJobs = fault?.kind === 'vanish' || fault?.kind === 'job fails';
    if (fault === undefined || (isForJobs && kind !== 'close job')) {
      if (isForJobs) postpone(byCall, number);
      return undefined;
    }
    byCall.delete(number);
    return fault;
  };
}

/** Moves a fault to the next request that has none. */
function postpone(byCall: Map<number, Fault>, number: number): void {
  const fault = byCall.get(number);
  if (fault === undefined) return;
  byCall.delete(number);
  let free = number + 1;
  while (byCall.has(free)) free++;
  byCall.set(free, fault);
}

/** One line a person can read, with all that is needed to play it again. */
export function account(played: Played): string {
  const { balance } = played;
  const figures = `acknowledged ${balance.acknowledged}, in the org ${balance.inOrg}, dead letters ${balance.dead}, tasks ${balance.tasks}`;
  const wrong = isBalanced(balance)
    ? 'lost 0, doubled 0, tasks doubled 0'
    : (['lost', 'doubled', 'wrong', 'reasonsWrong', 'strangers', 'tasksDoubled'] as const)
        .map((name) => `${name} ${balance[name].length} (${balance[name].slice(0, 3).join(' ')})`)
        .join(', ');
  return `${figures}; ${wrong}; killed ${played.killed}, faults ${played.faults}, calls ${played.calls}${played.complaints.map((text) => `; ${text}`).join('')}`;
}
