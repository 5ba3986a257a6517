import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Client } from './client.ts';
import { closeTo } from './reference/compare.ts';
import {
  figuresByGroups,
  rowsOf,
  type ComponentResult,
  type DashboardAnswer,
  type DashboardComponent,
  type DashboardFilter,
} from './reference/dashboardAnswer.ts';
import type { RunAnswer } from './reference/answer.ts';
import { filesBelow } from './reference/reportFile.ts';
import { dashboardIds, run } from './runs.ts';
import { openWorld } from './worlds.ts';
import type { World } from './world/index.ts';

const NAMES = filesBelow('dashboards', '.dashboard-meta.xml').map(({ name }) => name.split('/').at(-1) ?? name);

/** What a footer says of how many answers are enough. */
const FEW_WORDS = /few/u;

describe('dashboards of the package', () => {
  let world: World;
  let ids: ReadonlyMap<string, string>;

  before(async () => {
    world = await openWorld({ seed: 4, now: '2026-05-31T22:30:00Z', why: 'the last evening of a month' });
    ids = await dashboardIds(world.org.admin);
  });
  after(() => world.org.close());

  /** Runs with filters: the option at that place of each filter; -1 for none. */
  async function dashboard(client: Client, name: string, options: readonly string[] = []): Promise<DashboardAnswer> {
    const query = options.map((id, place) => (id === '' ? '' : `filter${String(place + 1)}=${id}`)).filter((part) => part !== '');
    return (await client.get('GET', `analytics/dashboards/${ids.get(name) ?? ''}?${query.join('&')}`)) as DashboardAnswer;
  }

  test('given the package, then every dashboard can be opened', () => {
    assert.deepEqual([...ids.keys()].sort(), [...NAMES].sort());
  });

  for (const name of NAMES) {
    test(`${name}: given no filter, then every component shows what its report says to the running user`, async () => {
      for (const [looker, client] of [
        ['the administrator', world.org.admin],
        ['an account manager', world.org.clientOf(world.people[2]?.id ?? '')],
      ] as const) {
        const answer = await dashboard(client, name);
        const runner = runnerOf(world, answer);
        for (const component of answer.dashboardMetadata.components) {
          const where = `${name} for ${looker}, ${component.header ?? ''}`;
          compare(where, component, resultOf(where, answer, component), await run(runner, component.reportId));
        }
      }
    });

    test(`${name}: given each option of each filter, then every component is its report with that filter`, async () => {
      const { dashboardMetadata } = await dashboard(world.org.admin, name);
      for (const [place, filter] of dashboardMetadata.filters.entries()) {
        for (const option of filter.options) {
          const answer = await dashboard(world.org.admin, name, [...Array.from({ length: place }, () => ''), option.id]);
          for (const component of answer.dashboardMetadata.components) {
            const where = `${name}, ${filter.name} = ${option.value ?? ''}, ${component.header ?? ''}`;
            const plain = await run(world.org.admin, component.reportId);
            const filtered = await run(world.org.admin, component.reportId, withFilter(plain, component, place, option));
            compare(where, component, resultOf(where, answer, component), filtered);
          }
        }
      }
    });

    test(`${name}: given its components, then each has a header and a footer, and a share or NPS says that few answers are few`, async () => {
      const { dashboardMetadata } = await dashboard(world.org.admin, name);
      for (const { header, footer, properties, reportId } of dashboardMetadata.components) {
        assert.ok(header, `${name}: a component without a header`);
        assert.ok(footer, `${name}, ${header}: no footer`);
        const { reportMetadata, reportExtendedMetadata } = await run(world.org.admin, reportId);
        const shown = properties.aggregates?.map((aggregate) => aggregate.name) ?? reportMetadata.aggregates;
        const isShare = shown.some((aggregate) => {
          const info = reportExtendedMetadata.aggregateColumnInfo[aggregate];
          return info?.dataType === 'percent' || /NPS|rating|index|Pulse/u.test(info?.label ?? '');
        });
        if (isShare) assert.match(footer, FEW_WORDS, `${name}, ${header}`);
      }
    });
  }

  test('given the dashboard of account managers, then each sees their own customers, whoever looked before', async () => {
    const [one, other] = world.people.slice(0, 2).map(({ id }) => ({ id, client: world.org.clientOf(id) }));
    assert.ok(one !== undefined && other !== undefined);
    const first = await dashboard(one.client, 'AccountManager');
    const second = await dashboard(other.client, 'AccountManager');
    assert.equal(first.dashboardMetadata.runningUser?.id, one.id);
    assert.equal(second.dashboardMetadata.runningUser?.id, other.id);
    const accounts = ({ componentData }: DashboardAnswer): readonly string[] =>
      componentData.flatMap(({ reportResult }) => (reportResult === null ? [] : rowsOf(reportResult, ['Account.Name'])));
    const shared = accounts(first).filter((account) => account !== '' && account !== '-' && accounts(second).includes(account));
    assert.deepEqual(shared, []);
  });
});

/** A session of whoever the dashboard ran as. */
function runnerOf(world: World, { dashboardMetadata: { runningUser } }: DashboardAnswer): Client {
  return runningUser === null ? world.org.admin : world.org.clientOf(runningUser.id);
}

function resultOf(where: string, { componentData }: DashboardAnswer, component: DashboardComponent): ComponentResult {
  const data = componentData[component.componentData];
  assert.ok(data?.reportResult, `${where}: ${data?.status.errorMessage ?? 'no data'}`);
  return data.reportResult;
}

function withFilter(
  { reportMetadata }: RunAnswer,
  { properties }: DashboardComponent,
  place: number,
  { operation, value }: DashboardFilter['options'][number],
): Readonly<Record<string, unknown>> {
  const column = properties.filterColumns[place]?.name;
  assert.ok(column, 'a component without a column for the filter');
  const reportFilters = [...reportMetadata.reportFilters, { column, operator: operation, value: value ?? '' }];
  const logic = reportMetadata['reportBooleanFilter'];
  const reportBooleanFilter = typeof logic === 'string' ? `(${logic}) AND ${String(reportFilters.length)}` : null;
  return { reportFilters, reportBooleanFilter };
}

/** Each figure of a component is the report's at the same groups, each row one of the report's. */
function compare(where: string, component: DashboardComponent, shown: ComponentResult, report: RunAnswer): void {
  const wanted = figuresByGroups(report);
  for (const [at, figure] of figuresByGroups(shown)) {
    const expected = wanted.get(at);
    assert.notEqual(expected, undefined, `${where}: the report has nothing at ${at}`);
    closeTo(figure, expected ?? null, `${where}, ${at}`);
  }
  for (const { name } of component.properties.aggregates ?? []) {
    assert.ok(shown.reportMetadata.aggregates.includes(name), `${where}: no figure ${name}`);
  }
  const columns = shown.reportMetadata.detailColumns;
  const [rows, all] = [rowsOf(shown, columns), new Set(rowsOf(report, columns))];
  assert.deepEqual(
    rows.filter((row) => !all.has(row)),
    [],
    `${where}: rows that the report has not`,
  );
}
