import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parseXml } from '../../local-org/src/metadata/xmlTree.ts';
import { problemsOf, tryToDeploy } from '../../local-org/src/testing/deployFolder.ts';
import { Reach } from './reach.ts';
import { drawReport } from './random/drawReport.ts';
import { drawnType } from './random/drawnType.ts';
import { compareRun } from './reference/compare.ts';
import { readReportTypes, reportOf } from './reference/reportFile.ts';
import { runReport } from './reference/run.ts';
import { Tables } from './reference/tables.ts';
import { adminIdOf, reportIds, runUnlessHidden, viewerOf } from './runs.ts';
import { openWorld } from './worlds.ts';
import type { World } from './world/index.ts';
import { Random } from './world/random.ts';

/** Another seed draws other reports: `REPORTS_SEED=7 REPORTS_COUNT=300 node --test test/reports/random.test.ts`. */
const SEED = Number(process.env['REPORTS_SEED'] ?? 11);
const COUNT = Number(process.env['REPORTS_COUNT'] ?? 50);

const types = readReportTypes();

describe(`reports that nobody has built yet, of seed ${String(SEED)}`, () => {
  let world: World;
  let drawn: readonly string[];
  let ids: ReadonlyMap<string, string>;

  before(async () => {
    world = await openWorld({ seed: 7, now: '2026-10-25T12:00:00Z', why: 'the day clocks go back in Europe' });
    const tables = new Tables(world.org.admin);
    const known = await Promise.all([...types].map(([name, type]) => drawnType(name, type, tables)));
    const random = new Random(SEED);
    drawn = Array.from({ length: COUNT }, (_, n) => drawReport(random, random.pick(known), `Drawn ${String(n)}`));
    const components = drawn.map((text, n) => ({
      type: 'Report',
      fullName: `CustomerPulse/Drawn${String(n)}`,
      fileName: `reports/CustomerPulse/Drawn${String(n)}.report`,
      root: parseXml(text),
      files: [],
    }));
    assert.deepEqual(problemsOf(await tryToDeploy(world.org.local, { components })), []);
    ids = await reportIds(world.org.admin);
  });
  after(() => world.org.close());

  for (let n = 0; n < COUNT; n += 1) {
    test(`report ${String(n)}: given its file alone, then every figure, group and row is what the file says, for each who looks`, async () => {
      const report = reportOf(`CustomerPulse/Drawn${String(n)}`, drawn[n] ?? '');
      for (const id of [adminIdOf(world), ...world.people.slice(0, 3).map((person) => person.id)]) {
        const client = world.org.clientOf(id);
        const answer = await runUnlessHidden(client, ids.get(report.developerName) ?? '');
        if (answer === undefined) continue;
        const reach = id === adminIdOf(world) ? new Reach() : new Reach(client);
        const expected = await runReport(report, types, new Tables(world.org.admin, reach), await viewerOf(world, id));
        try {
          compareRun(report, expected, answer);
          const rows = Object.values(answer.factMap).reduce((sum, fact) => sum + (fact.rows?.length ?? 0), 0);
          assert.equal(rows, expected.rows.length, 'rows that are shown');
        } catch (error) {
          throw new Error(`for ${id}: ${report.text}`, { cause: error });
        }
      }
    });
  }
});
