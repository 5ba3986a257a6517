import type { StateCounts, StoreFigures } from './ports/answers.ts';
import type { Database } from './sql.ts';

/** Counting everything is asked for every few seconds; in a table of many millions it takes long, and is then not done each time. */
const slowMs = 300;
const keptForMs = 30_000;
const totals = new WeakMap<Database, { readonly total: number; readonly until: number }>();

/** Counts answers by state. Pushed ones are what is left of all: every other state has an index of its own, small as a rule. */
export async function stateCounts(database: Database): Promise<StateCounts> {
  const began = performance.now();
  const kept = totals.get(database);
  const known = kept !== undefined && began < kept.until ? kept.total : undefined;
  const rows = await database.rows(
    `SELECT 'waiting' AS state, count(*) AS answers FROM answer WHERE state = 'waiting'
     UNION ALL SELECT state, count(*) FROM answer WHERE state IN ('parked', 'dead', 'discarded') GROUP BY state
     ${known === undefined ? `UNION ALL SELECT 'all', count(*) FROM answer` : ''}`,
  );
  const found = new Map(rows.map((row) => [String(row['state']), Number(row['answers'])]));
  const of = (state: string): number => found.get(state) ?? 0;
  const total = known ?? of('all');
  const ended = performance.now();
  if (known === undefined && total > 1_000_000 && ended - began > slowMs) totals.set(database, { total, until: ended + keptForMs });
  const [waiting, parked, dead] = [of('waiting'), of('parked'), of('dead')];
  return { waiting, pushed: Math.max(0, total - waiting - parked - dead - of('discarded')), parked, dead };
}

export async function figuresOf(database: Database): Promise<StoreFigures> {
  const answers = await stateCounts(database);
  const rows = await database.rows(
    `SELECT 'waiting' AS state, count(*) AS deliveries FROM delivery WHERE state = 'waiting'
     UNION ALL SELECT 'dead', count(*) FROM delivery WHERE state = 'dead'`,
  );
  const deliveries = new Map(rows.map((row) => [String(row['state']), Number(row['deliveries'])]));
  const oldest = await database.rows(
    `SELECT min(received_at) AS oldest FROM (
       SELECT * FROM (SELECT received_at FROM answer WHERE state = 'waiting' ORDER BY sequence LIMIT 1) AS first_answer
       UNION ALL SELECT * FROM (SELECT received_at FROM delivery WHERE state = 'waiting' ORDER BY id LIMIT 1) AS first_delivery) AS firsts`,
  );
  const oldestWaiting = oldest[0]?.['oldest'];
  return {
    answers,
    deliveries: { waiting: deliveries.get('waiting') ?? 0, dead: deliveries.get('dead') ?? 0 },
    ...(typeof oldestWaiting === 'string' ? { oldestWaiting } : {}),
  };
}
