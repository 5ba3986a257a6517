import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { withBenchOrg, type BenchOrg } from '../benchOrg';
import { percentile, type Figure } from '../figures';
import { read } from './analyticsCall';
import { loadAnswers, loadReasons } from './answers';
import { measureDashboards } from './dashboards';
import { handParameters, handSql } from './handSql';

const ANSWERS = 100_000;
const WITH_REASONS = 10_000;
const RUNS = 5;
const MOST_RUNS = 50;
const LEAST_MS = 250;
const GOAL = 5;

interface StoredReport {
  readonly id: string;
  readonly name: string;
}

/**
 * Every report of the package over 100,000 answers, over HTTP, beside the
 * statement that somebody would write by hand for the same figures on the same
 * file; then each dashboard beside its reports one after another.
 */
export async function measureReports(): Promise<readonly Figure[]> {
  return withBenchOrg(async (org) => {
    await loadAnswers(org, ANSWERS);
    await loadReasons(org, await someResponses(org));
    const database = new DatabaseSync(join(org.folder, 'org.sqlite'), { readOnly: true });
    try {
      return [...(await measureEach(org, database)), ...(await measureDashboards(org))];
    } finally {
      database.close();
    }
  });
}

async function someResponses({ connection }: BenchOrg): Promise<readonly string[]> {
  const { records } = await connection.query<{ Id: string }>(
    `SELECT Id FROM PulseResponse__c WHERE Rating__c != NULL LIMIT ${String(WITH_REASONS)}`,
    { autoFetch: true, maxFetch: WITH_REASONS },
  );
  return records.map(({ Id }) => Id);
}

async function measureEach(org: BenchOrg, database: DatabaseSync): Promise<readonly Figure[]> {
  const reports = await reportsByName(org);
  const parameters = handParameters(Date.now(), (await org.connection.identity()).user_id);
  // A statement by hand would be asked for over HTTP too.
  const call = await median(() => read(org, 'GET', ''));
  const figures: Figure[] = [];
  const ratios: number[] = [];
  for (const [developerName, { id, name }] of reports) {
    const time = await median(() => read(org, 'GET', `reports/${id}`));
    const sql = handSql[developerName];
    if (sql === undefined) {
      figures.push({ measure: `report ${name}`, value: time, unit: 'ms', note: 'not over answers' });
      continue;
    }
    const byHand = await median(() => handRun(database, sql, parameters));
    const ratio = time / (byHand + call);
    ratios.push(ratio);
    const note = `by hand ${byHand.toPrecision(3)} ms and ${call.toPrecision(2)} ms for a call, ${ratio.toFixed(2)} times`;
    figures.push({ measure: `report ${name}`, value: time, unit: 'ms', note });
  }
  const worst = {
    measure: 'the slowest report : its SQL by hand',
    value: Math.max(...ratios),
    unit: 'times',
    note: `goal: at most ${String(GOAL)}`,
  };
  return [...figures, worst, { measure: 'all reports : SQL by hand, median', value: percentile(ratios, 0.5), unit: 'times' }];
}

async function reportsByName({ connection }: BenchOrg): Promise<ReadonlyMap<string, StoredReport>> {
  const { records } = await connection.query<{ Id: string; Name: string; DeveloperName: string }>(
    'SELECT Id, Name, DeveloperName FROM Report ORDER BY Name',
  );
  return new Map(records.map(({ Id, Name, DeveloperName }) => [DeveloperName, { id: Id, name: Name }]));
}

/** Rows are fetched, as a client would have them. Names that the statement has not are left out. */
function handRun(database: DatabaseSync, sql: string, parameters: Readonly<Record<string, number | string>>): void {
  const named = Object.fromEntries(Object.entries(parameters).filter(([name]) => new RegExp(`:${name}\\b`, 'u').test(sql)));
  database.prepare(sql).all(named);
}

/** Of at least five runs; what is done quickly is done more often, because anything else that the machine does shows in it. */
async function median(work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  const until = performance.now() + LEAST_MS;
  while (times.length < RUNS || (performance.now() < until && times.length < MOST_RUNS)) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return percentile(times, 0.5);
}
