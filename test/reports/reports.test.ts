import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Client } from './client.ts';
import { MEANINGS } from './meanings/index.ts';
import { readRaw, type Raw } from './meanings/raw.ts';
import { compareRun } from './reference/compare.ts';
import type { Viewer } from './reference/filters.ts';
import { Reach } from './reach.ts';
import { readReports, readReportTypes } from './reference/reportFile.ts';
import { runReport } from './reference/run.ts';
import { Tables } from './reference/tables.ts';
import { adminIdOf, reportIds, runUnlessHidden, viewerOf } from './runs.ts';
import { Ledger } from './ledger.ts';
import { openWorld, PLANS } from './worlds.ts';
import type { World } from './world/index.ts';

const reports = readReports();
const types = readReportTypes();
const ledger = new Ledger();

/** Somebody who looks at all reports. */
interface Looker {
  readonly client: Client;
  readonly viewer: Viewer;
  readonly tables: Tables;
  readonly raw: Raw;
  readonly ids: ReadonlyMap<string, string>;
}

async function lookerOf(world: World, client: Client, userId: string): Promise<Looker> {
  const reach = client === world.org.admin ? new Reach() : new Reach(client);
  return {
    client,
    viewer: await viewerOf(world, userId),
    tables: new Tables(world.org.admin, reach),
    raw: await readRaw(world.org.admin, reach),
    ids: await reportIds(client),
  };
}

test('given the reports of the package, then each has a check of what it means, and no check is left of one that is gone', () => {
  assert.deepEqual(Object.keys(MEANINGS).sort(), reports.map(({ developerName }) => developerName).sort());
});

for (const plan of PLANS) {
  describe(`an org of seed ${String(plan.seed)} on ${plan.why}`, () => {
    let world: World;
    let lookers: ReadonlyMap<string, Looker>;

    before(async () => {
      world = await openWorld(plan);
      const found = new Map([['the administrator', await lookerOf(world, world.org.admin, adminIdOf(world))]]);
      for (const { id, name } of world.people.slice(0, 3)) found.set(name, await lookerOf(world, world.org.clientOf(id), id));
      lookers = found;
    });
    after(() => world.org.close());

    for (const report of reports) {
      test(`${report.fullName}: every figure, for each who looks`, async () => {
        for (const [name, { client, viewer, tables, raw, ids }] of lookers) {
          const where = `${report.fullName} for ${name}`;
          const id = ids.get(report.developerName);
          assert.ok(id, `${where}: it may not be opened`);
          const begin = performance.now();
          const answer = await runUnlessHidden(client, id);
          if (answer === undefined) {
            assert.notEqual(client, world.org.admin, `${where}: refused`);
            ledger.hide(report.fullName);
            continue;
          }
          const time = performance.now() - begin;
          const compared = compareRun(report, await runReport(report, types, tables, viewer), answer);
          const meaning = MEANINGS[report.developerName];
          const checked = meaning?.check(where, raw, viewer, answer) ?? 0;
          ledger.add(report.fullName, {
            figure: meaning?.figure ?? '',
            figures: checked,
            compared: compared.figures,
            rows: compared.rows,
            time,
          });
        }
      });
    }
  });
}

after(() => {
  console.log(ledger.table());
});
