import type { BenchOrg } from '../benchOrg';
import { percentile, type Figure } from '../figures';
import { read } from './analyticsCall';

const RUNS = 7;

interface DashboardAnswer {
  readonly componentData: readonly { readonly reportResult: { readonly hasDetailRows: boolean } | null }[];
  readonly dashboardMetadata: { readonly name: string; readonly components: readonly { readonly reportId: string | null }[] };
}

/** A component's report; with its rows where the component lists them. */
interface ComponentReport {
  readonly id: string;
  readonly listsRows: boolean;
}

/** Milliseconds of the same dashboard done in three ways. */
interface Times {
  readonly together: number;
  /** Each component's report for itself, its figures alone. */
  readonly figures: number;
  /** The same, and the rows of those that are shown as a list: what the dashboard shows, and up to 2,000 rows of it. */
  readonly rows: number;
}

/**
 * Each dashboard, refreshed and read, beside its components' reports one after
 * another. The ways take turns, so that whatever else the machine does falls on all.
 */
export async function measureDashboards(org: BenchOrg): Promise<readonly Figure[]> {
  const { records } = await org.connection.query<{ Id: string }>('SELECT Id FROM Dashboard ORDER BY Title');
  const figures: Figure[] = [];
  for (const { Id } of records) figures.push(await measureDashboard(org, Id));
  return figures;
}

async function measureDashboard(org: BenchOrg, id: string): Promise<Figure> {
  const { componentData, dashboardMetadata } = (await read(org, 'GET', `dashboards/${id}`)) as DashboardAnswer;
  const reports = dashboardMetadata.components.flatMap(({ reportId }, place): readonly ComponentReport[] =>
    reportId === null ? [] : [{ id: reportId, listsRows: componentData[place]?.reportResult?.hasDetailRows === true }],
  );
  await timesOf(org, id, reports);
  const runs: Times[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await timesOf(org, id, reports));
  const middle = (values: readonly number[]): number => percentile(values, 0.5);
  const apart = middle(runs.map(({ figures }) => figures));
  const ratio = middle(runs.map(({ together, figures }) => together / figures));
  const withRows = middle(runs.map(({ together, rows }) => together / rows));
  return {
    measure: `dashboard ${dashboardMetadata.name}, ${String(reports.length)} components, refreshed and read`,
    value: middle(runs.map(({ together }) => together)),
    unit: 'ms',
    note: `its reports one after another ${apart.toPrecision(3)} ms, ${ratio.toFixed(2)} times; goal: at most 1 (${withRows.toFixed(2)} times with the rows that it lists)`,
  };
}

async function timesOf(org: BenchOrg, id: string, reports: readonly ComponentReport[]): Promise<Times> {
  const together = await timeOf(async () => {
    await read(org, 'PUT', `dashboards/${id}`);
    await read(org, 'GET', `dashboards/${id}`);
  });
  const figures = await timeOf(async () => {
    for (const report of reports) await read(org, 'GET', `reports/${report.id}`);
  });
  const rows = await timeOf(async () => {
    for (const report of reports) await read(org, 'GET', `reports/${report.id}?includeDetails=${String(report.listsRows)}`);
  });
  return { together, figures, rows };
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
