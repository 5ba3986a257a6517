import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DashboardComponent } from '../../metadata/reports/dashboardTypes.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { ReportDefinition, ReportEngine } from '../../reports/types.ts';
import { ColumnNames } from '../wire/columnNames.ts';
import { groupingBy, resultWith, runnableWith } from '../testing/plainReport.ts';
import { componentPlan, type ComponentPlan } from './componentPlan.ts';
import { runShared } from './sharedRuns.ts';

const user: RequestUser = { id: '005', username: '', name: '', email: '', timeZone: 'GMT', locale: 'en_US', language: 'en_US' };

const plain: DashboardComponent = {
  line: 1,
  componentType: 'Bar',
  autoselectColumnsFromReport: false,
  useReportChart: false,
  chartSummary: [],
  groupingColumn: [],
  groupingSortProperties: [],
  sortLegendValues: false,
  drillEnabled: false,
  drillToDetailEnabled: false,
  enableHover: false,
  expandOthers: false,
  showPercentage: false,
  showRange: false,
  showTotal: false,
  showValues: false,
  dashboardTableColumn: [],
  dashboardFilterColumns: [],
};

const report = runnableWith({
  format: 'summary',
  groupingsDown: [groupingBy('A'), groupingBy('B')],
  filters: [{ column: 'A', operator: 'notEqual', value: '' }],
  booleanFilter: '1 OR 1',
});

function planned(changes: Partial<DashboardComponent>, filters: ComponentPlan['report']['definition']['filters'] = []): ComponentPlan {
  return componentPlan({ ...plain, ...changes }, report, new ColumnNames(undefined), filters);
}

function runsFor(plans: readonly ComponentPlan[]): readonly ReportDefinition[] {
  const runs: ReportDefinition[] = [];
  const engine: ReportEngine = {
    check: () => [],
    describeType: () => undefined,
    run: (definition) => {
      runs.push(definition);
      return resultWith(['Bonn'], [], { 'T!T': [1], '0!T': [1] });
    },
  };
  assert.equal(runShared(engine, user, plans).size, plans.length);
  return runs;
}

describe('runShared', () => {
  it('given components of one report with other groups, figures and orders, when they run, then the report runs once', () => {
    const runs = runsFor([
      planned({ componentType: 'Metric' }),
      planned({ groupingColumn: ['A'], sortBy: 'RowValueDescending' }),
      planned({
        groupingColumn: ['A', 'B'],
        componentType: 'ColumnStacked',
        chartSummary: [{ line: 1, aggregate: 'Average', column: 'C' }],
      }),
    ]);
    assert.equal(runs.length, 1);
    assert.deepEqual(runs[0]?.aggregates, ['RowCount', 'a!C']);
  });

  it('given a component that groups otherwise than its report, when it runs, then it has a run of its own', () => {
    const runs = runsFor([planned({ componentType: 'Metric' }), planned({ groupingColumn: ['B'] })]);
    assert.deepEqual(
      runs.map(({ groupingsDown }) => groupingsDown.map(({ column }) => column)),
      [['A', 'B'], ['B']],
    );
  });

  it('given a set filter, when components run, then it holds besides the logic of the report', () => {
    const runs = runsFor([planned({}, [{ column: 'B', operator: 'equals', value: 'x' }])]);
    assert.deepEqual(
      runs.map(({ booleanFilter, filters }) => [booleanFilter, filters.length]),
      [['(1 OR 1) AND 2', 2]],
    );
  });

  it('given a report without groups, when a metric wants it, then it says what to do, as on the platform', () => {
    assert.throws(() => componentPlan({ ...plain, componentType: 'Metric' }, runnableWith(), new ColumnNames(undefined), []), {
      code: 209,
    });
  });
});
