import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { test, type TestContext } from 'node:test';
import { Secret } from '../secret.ts';
import { silentTelemetry, type Telemetry } from '../telemetry/telemetry.ts';
import { testPostgres } from '../testing/testPostgres.ts';
import { BossJobs } from './bossJobs.ts';
import type { Jobs, RecurringJob } from './jobs.ts';
import { TimerJobs } from './timerJobs.ts';

/** Resolves when the condition holds; fails after 60 seconds. */
async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!condition()) {
    assert.ok(performance.now() < deadline, what);
    await after(20);
  }
}

/** A job that counts, and never runs beside itself. */
function counting(
  everySeconds: number,
  work: (signal: AbortSignal) => Promise<void> = () => Promise.resolve(),
): RecurringJob & { runs: number; overlaps: number } {
  let running = 0;
  const job = {
    name: 'pull shop',
    everySeconds,
    runs: 0,
    overlaps: 0,
    async run(signal: AbortSignal) {
      job.runs++;
      if (running++ > 0) job.overlaps++;
      try {
        await work(signal);
      } finally {
        running--;
      }
    },
  };
  return job;
}

type Worker = (telemetry?: Telemetry) => Jobs;

/** What every way of running jobs does. */
function jobsConformance(name: string, open: (context: TestContext) => Promise<Worker | undefined>): void {
  test(`${name}: a job runs at once, round and round, and soon when it is woken`, async (t) => {
    const worker = await open(t);
    if (worker === undefined) return;
    const [often, rare] = [counting(1), { ...counting(86_400), name: 'retention' }];
    let woken = 0;
    const jobs = worker();
    await jobs.start([
      often,
      {
        ...rare,
        run: async () => {
          woken++;
        },
      },
    ]);
    await until(() => often.runs >= 3 && woken === 1, 'it comes round');
    jobs.wake('retention');
    await until(() => woken === 2, 'it is woken');
    jobs.wake('unknown');
    await jobs.stop();
    const { runs } = often;
    await after(50);
    assert.deepEqual([often.runs, often.overlaps], [runs, 0]);
  });

  test(`${name}: a stop tells a run to end and waits for it; one that fails is said and tried again`, async (t) => {
    const worker = await open(t);
    if (worker === undefined) return;
    const conditions: (string | undefined)[] = [];
    let ended = false;
    const job = counting(1, async (signal) => {
      if (job.runs === 1) throw new Error('secret words');
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      await after(30);
      ended = true;
    });
    const jobs = worker({ ...silentTelemetry, condition: (part, problem) => part === 'job pull shop' && conditions.push(problem) });
    await jobs.start([job]);
    await until(() => job.runs === 2, 'it is tried again');
    await jobs.stop();
    assert.ok(ended);
    assert.equal(conditions.length >= 1 && conditions[0]?.includes('secret words'), false);
    assert.match(conditions[0] ?? '', /It failed \(Error\)/);
  });
}

jobsConformance(
  'timers',
  async () =>
    (telemetry = silentTelemetry) =>
      new TimerJobs(telemetry),
);

async function bossWorkers(context: TestContext): Promise<Worker | undefined> {
  const server = await testPostgres(context);
  if (server === undefined) return undefined;
  const url = new Secret(await server.newDatabase(), 'the test');
  return (telemetry = silentTelemetry) => new BossJobs(url, { schema: 'pulse_jobs', heartbeatSeconds: 10, pollSeconds: 0.5 }, telemetry);
}

jobsConformance('pg-boss', bossWorkers);

test('pg-boss: of three workers one runs a job at a time, once a turn', async (t) => {
  const worker = await bossWorkers(t);
  if (worker === undefined) return;
  const job = counting(1, () => after(200));
  const workers = [worker(), worker(), worker()];
  await Promise.all(workers.map((jobs) => jobs.start([job])));
  const [runs, began] = [job.runs, performance.now()];
  await until(() => job.runs >= runs + 4, 'it comes round');
  const turns = (performance.now() - began) / 1_000;
  await Promise.all(workers.map((jobs) => jobs.stop()));
  assert.equal(job.overlaps, 0);
  assert.ok(job.runs - runs <= turns + 3, `${job.runs - runs} runs in ${turns.toFixed(1)} turns`);
});

/** A worker in a process of its own that begins a run which never ends, and says so. */
function endlessWorker(context: TestContext, url: string): ChildProcess {
  const script = `
    const [{ BossJobs }, { Secret }, { silentTelemetry }] = await Promise.all(
      ['jobs/bossJobs.ts', 'secret.ts', 'telemetry/telemetry.ts'].map((file) => import(${JSON.stringify(path.join(import.meta.dirname, '..'))} + '/' + file)));
    const jobs = new BossJobs(new Secret(${JSON.stringify(url)}, 'the test'), { schema: 'pulse_jobs', heartbeatSeconds: 10, pollSeconds: 0.5 }, silentTelemetry);
    const run = () => new Promise(() => { console.log('running'); setInterval(() => undefined, 1000); });
    await jobs.start([{ name: 'pull shop', everySeconds: 86400, run }]);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  context.after(() => child.kill('SIGKILL'));
  return child;
}

test('pg-boss: what a killed worker was doing another one does again, within seconds', { timeout: 90_000 }, async (t) => {
  const server = await testPostgres(t);
  if (server === undefined) return;
  const url = await server.newDatabase();
  const killed = endlessWorker(t, url);
  assert.ok(killed.stdout);
  await once(killed.stdout, 'data');
  const job = counting(86_400);
  const jobs = new BossJobs(new Secret(url, 'the test'), { schema: 'pulse_jobs', heartbeatSeconds: 10, pollSeconds: 0.5 }, silentTelemetry);
  await jobs.start([job]);
  await after(1_000);
  assert.equal(job.runs, 0, 'it runs elsewhere');
  killed.kill('SIGKILL');
  await until(() => job.runs === 1, 'it is taken over');
  await jobs.stop();
});

test('pg-boss: a database that goes away is said once; jobs go on when it is back', async (t) => {
  const server = await testPostgres(t);
  if (server === undefined || process.env['TEST_DATABASE_URL'] !== undefined) return;
  const url = new Secret(await server.newDatabase(), 'the test');
  const conditions: (string | undefined)[] = [];
  const telemetry: Telemetry = {
    ...silentTelemetry,
    condition: (part, problem) => part === 'job queue' && conditions.push(problem),
  };
  const jobs = new BossJobs(url, { schema: 'pulse_jobs', heartbeatSeconds: 10, pollSeconds: 0.5 }, telemetry);
  const job = counting(1);
  await jobs.start([job]);
  await until(() => job.runs >= 1, 'it runs');
  await server.crash();
  await until(() => conditions.length === 1, 'it is said');
  await server.start();
  const { runs } = job;
  await until(() => job.runs > runs + 1 && conditions.length === 2, 'it goes on');
  assert.match(conditions[0] ?? '', /The queue of jobs cannot be used/);
  assert.equal(conditions[1], undefined);
  await jobs.stop();
});
