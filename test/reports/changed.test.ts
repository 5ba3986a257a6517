import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { MEANINGS } from './meanings/index.ts';
import { readRaw } from './meanings/raw.ts';
import { compareRun } from './reference/compare.ts';
import { readReports, readReportTypes, type Criterion, type ReportFile } from './reference/reportFile.ts';
import { runReport } from './reference/run.ts';
import { Tables } from './reference/tables.ts';
import { adminIdOf, reportIds, run, viewerOf } from './runs.ts';
import { openWorld } from './worlds.ts';
import type { World } from './world/index.ts';

const reports = readReports();
const types = readReportTypes();

/** What somebody turns a period into for one run. */
const PERIODS: readonly Pick<Criterion, 'operator' | 'value'>[] = [
  { operator: 'equals', value: 'LAST_N_DAYS:30' },
  { operator: 'equals', value: 'THIS_QUARTER' },
  { operator: 'lessThan', value: 'LAST_MONTH' },
  { operator: 'greaterOrEqual', value: '2025-06-30' },
];

/** A filter with relative days that a reader may change. */
const isPeriod = ({ value }: Criterion): boolean => /^(?:LAST|THIS)_|^YESTERDAY$/u.test(value);

describe('reports with other filters for one run', () => {
  let world: World;
  let ids: ReadonlyMap<string, string>;
  let tables: Tables;

  before(async () => {
    world = await openWorld({ seed: 5, now: '2026-10-25T12:00:00Z', why: 'the day clocks go back in Europe' });
    ids = await reportIds(world.org.admin);
    tables = new Tables(world.org.admin);
  });
  after(() => world.org.close());

  for (const report of reports.filter(({ criteria }) => criteria.some(isPeriod))) {
    test(`${report.fullName}: given another period, then every figure is of that period`, async () => {
      const id = ids.get(report.developerName) ?? '';
      const viewer = await viewerOf(world, adminIdOf(world));
      const { reportMetadata } = await run(world.org.admin, id);
      for (const period of PERIODS) {
        const changed = withPeriod(report, period);
        const reportFilters = reportMetadata.reportFilters.map((filter, place) => {
          const { operator, value } = changed.criteria[place] ?? filter;
          return { ...filter, operator, value };
        });
        const answer = await run(world.org.admin, id, { reportFilters });
        compareRun(changed, await runReport(changed, types, tables, viewer), answer);
      }
      const again = await run(world.org.admin, id);
      assert.deepEqual(again.reportMetadata.reportFilters, reportMetadata.reportFilters, 'the report itself is as it was');
    });
  }

  test('given a run without its guard of accepted answers, then the check of its meaning fails: it can tell a wrong figure', async () => {
    const raw = await readRaw(world.org.admin);
    const viewer = await viewerOf(world, adminIdOf(world));
    for (const name of ['RatingByMonth', 'TouchpointNps', 'ReasonsByBand']) {
      const id = ids.get(name) ?? '';
      const { reportMetadata } = await run(world.org.admin, id);
      const reportFilters = reportMetadata.reportFilters.filter(({ value }) => value !== 'Accepted');
      assert.equal(reportFilters.length, reportMetadata.reportFilters.length - 1);
      const answer = await run(world.org.admin, id, { reportFilters });
      assert.throws(() => MEANINGS[name]?.check(name, raw, viewer, answer), assert.AssertionError);
    }
  });

  for (const report of reports) {
    test(`${report.fullName}: given its details as CSV, then there is a line for each of its rows`, async () => {
      const id = ids.get(report.developerName) ?? '';
      const text = String(await world.org.admin.get('GET', `analytics/reports/${id}?export=csv&view=details`));
      const lines: readonly (readonly string[])[] = parse(text, { bom: true, relax_column_count: false });
      const { rows } = await runReport(report, types, tables, await viewerOf(world, adminIdOf(world)));
      assert.equal(lines.length - 1, rows.length);
    });
  }
});

function withPeriod(report: ReportFile, period: Pick<Criterion, 'operator' | 'value'>): ReportFile {
  return { ...report, criteria: report.criteria.map((criterion) => (isPeriod(criterion) ? { ...criterion, ...period } : criterion)) };
}
