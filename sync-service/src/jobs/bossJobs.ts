import { PgBoss } from 'pg-boss';
import { asError, SetupError } from '../errors.ts';
import type { Secret } from '../secret.ts';
import { explainedByPostgres } from '../store/postgres/postgresErrors.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Jobs, RecurringJob } from './jobs.ts';
import { runJob } from './runJob.ts';

/** How soon others take over what a killed worker was doing; the shortest pg-boss allows is 10. */
export interface BossOptions {
  /** Schema of pg-boss's own tables. */
  readonly schema: string;
  readonly heartbeatSeconds?: number;
  readonly pollSeconds?: number;
}

/** The part of the service whose condition is told. */
const part = 'job queue';

/** Longest a single run may take; pg-boss allows less than a day. */
const longestRunSeconds = 23 * 3_600;

/** How long a stop waits for runs; the service's own patience is shorter. */
const patienceMs = 10 * 60_000;

/**
 * Recurring jobs of many workers, by pg-boss: in each stretch of `everySeconds` one run, never two at a time. Every worker asks for the
 * run, the database keeps one. A run whose worker died (no heartbeat) is begun again by another.
 */
export class BossJobs implements Jobs {
  readonly #boss: PgBoss;
  readonly #telemetry: Telemetry;
  readonly #heartbeatSeconds: number;
  readonly #pollSeconds: number;
  readonly #stop = new AbortController();
  readonly #timers: NodeJS.Timeout[] = [];
  /** Looks whether the queue can be reached again. */
  #recovery: NodeJS.Timeout | undefined;

  constructor(url: Secret, { schema, heartbeatSeconds = 20, pollSeconds = 2 }: BossOptions, telemetry: Telemetry) {
    this.#telemetry = telemetry;
    this.#heartbeatSeconds = heartbeatSeconds;
    this.#pollSeconds = pollSeconds;
    this.#boss = new PgBoss({
      connectionString: url.reveal(),
      schema,
      application_name: 'customer-pulse jobs',
      max: 3,
      schedule: false,
      superviseIntervalSeconds: Math.max(1, Math.floor(heartbeatSeconds / 2)),
      monitorIntervalSeconds: Math.max(1, Math.floor(heartbeatSeconds / 2)),
    });
    this.#boss.on('error', (error) => this.#unwell(error));
  }

  /** @throws SetupError when the queue's tables cannot be made */
  async start(jobs: readonly RecurringJob[]): Promise<void> {
    try {
      await this.#boss.start();
      for (const job of jobs) await this.#prepare(job);
    } catch (thrown) {
      throw new SetupError(
        `The queue of jobs in PostgreSQL cannot be used: ${asError(thrown).message}. Its user needs the right to create a schema.`,
        { cause: explainedByPostgres(thrown, 'PostgreSQL') },
      );
    }
  }

  wake(name: string): void {
    // Beside the turns; a run that waits already is enough.
    void this.#ask(queueName(name), {});
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    for (const timer of this.#timers) clearInterval(timer);
    clearInterval(this.#recovery);
    await this.#boss.stop({ graceful: true, timeout: patienceMs });
  }

  async #prepare(job: RecurringJob): Promise<void> {
    const queue = queueName(job.name);
    const turn = { singletonSeconds: Math.max(1, job.everySeconds) };
    // Done runs stay until their turn is over: they are what says that it has had one.
    const options = { deleteAfterSeconds: Math.max(3_600, job.everySeconds * 2), retentionSeconds: Math.max(3_600, job.everySeconds * 2) };
    await this.#boss.createQueue(queue, {
      policy: 'stately',
      heartbeatSeconds: this.#heartbeatSeconds,
      expireInSeconds: longestRunSeconds,
      retryLimit: 5,
      retryDelay: 1,
      ...options,
    });
    await this.#boss.updateQueue(queue, options);
    await this.#boss.work(queue, { pollingIntervalSeconds: this.#pollSeconds }, async (runs) => {
      const signals = [this.#stop.signal, ...runs.map(({ signal }) => signal)];
      await runJob(job, AbortSignal.any(signals), this.#telemetry);
    });
    await this.#ask(queue, turn);
    this.#timers.push(setInterval(() => void this.#ask(queue, turn), turn.singletonSeconds * 1_000));
  }

  async #ask(queue: string, turn: { readonly singletonSeconds?: number }): Promise<void> {
    if (this.#stop.signal.aborted) return;
    try {
      await this.#boss.send(queue, {}, turn);
    } catch (thrown) {
      this.#unwell(asError(thrown));
    }
  }

  /** Said once, until it is well again: pg-boss tells an error for each of its polls. */
  #unwell(error: Error): void {
    if (this.#stop.signal.aborted || this.#recovery !== undefined) return;
    this.#telemetry.condition(part, `The queue of jobs cannot be used: ${error.message}. Jobs go on when the database is back.`);
    this.#telemetry.log.warn('the queue of jobs is not well', { error: error.message });
    this.#recovery = setInterval(() => void this.#lookAgain(), this.#pollSeconds * 1_000);
  }

  async #lookAgain(): Promise<void> {
    try {
      await this.#boss.getQueues();
    } catch {
      return;
    }
    clearInterval(this.#recovery);
    this.#recovery = undefined;
    this.#telemetry.condition(part);
    this.#telemetry.log.info('the queue of jobs is well again');
  }
}

/** pg-boss takes letters, digits, `_`, `-`, `.` and `/`; anything else by its code. */
function queueName(job: string): string {
  return job.replaceAll(/[^\w.-]/gu, (sign) => (sign === ' ' ? '/' : `-${(sign.codePointAt(0) ?? 0).toString(16)}-`));
}
