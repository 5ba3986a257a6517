import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startCliOrg, type CliOrg } from './cliOrg';

let org: CliOrg;

/** What the project has of reports. */
const FILES = [
  'reportTypes/Tickets.reportType-meta.xml',
  'reports/Tickets.reportFolder-meta.xml',
  'reports/Tickets/HoursByMonth.report-meta.xml',
  'dashboards/Tickets.dashboardFolder-meta.xml',
  'dashboards/Tickets/Workload.dashboard-meta.xml',
];

const pathOf = (file: string): string => join(org.project, 'force-app/main/default', file);
const textOf = (file: string): string => readFileSync(pathOf(file), 'utf8');

before(async () => {
  org = await startCliOrg();
  await org.result('project deploy start --source-dir force-app');
});

after(async () => {
  await org.stop();
});

interface Failed {
  readonly result: {
    readonly details: { readonly componentFailures: readonly { fullName: string; problem: string; lineNumber?: unknown }[] };
  };
}

function manifest(members: Readonly<Record<string, readonly string[]>>, file = 'manifest.xml'): void {
  const types = Object.entries(members).map(
    ([name, list]) => `<types>${list.map((one) => `<members>${one}</members>`).join('')}<name>${name}</name></types>`,
  );
  org.write(
    file,
    `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">${types.join('')}<version>66.0</version></Package>\n`,
  );
}

test('given deployed reports, when they are queried, then they have the ids under which the Metadata API lists them', async () => {
  const listed = await org.result<{ fullName: string; id: string; type: string; fileName: string }[]>(
    'org list metadata --metadata-type Report --folder Tickets',
  );
  const { records } = await org.result<{ records: { Id: string; Name: string; FolderName: string }[] }>(
    'data query --query "SELECT Id, Name, FolderName FROM Report"',
  );
  assert.deepEqual(
    records.map(({ Id, Name, FolderName }) => [Id, Name, FolderName]),
    [[listed[0]?.id, 'Hours by Month', 'Tickets']],
  );
  assert.deepEqual([listed[0]?.fullName, listed[0]?.fileName], ['Tickets/HoursByMonth', 'reports/Tickets/HoursByMonth.report']);
  const folders = await org.result<{ fullName: string; id: string }[]>('org list metadata --metadata-type ReportFolder');
  assert.deepEqual(
    folders.map(({ fullName, id }) => [fullName, id.slice(0, 3)]),
    [['Tickets', '00l']],
  );
  const types = await org.result<{ metadataObjects: { xmlName: string; inFolder: boolean | string }[] }>('org list metadata-types');
  const inFolder = types.metadataObjects.filter((type) => String(type.inFolder) === 'true').map(({ xmlName }) => xmlName);
  assert.ok(inFolder.includes('Report') && inFolder.includes('Dashboard'), inFolder.join());
});

test('given an empty project, when reports are retrieved by manifest, then the files are the same', async () => {
  const sent = new Map(FILES.map((file) => [file, textOf(file)]));
  for (const file of FILES) rmSync(pathOf(file));
  manifest({
    Dashboard: ['Tickets', 'Tickets/Workload'],
    Report: ['Tickets', 'Tickets/HoursByMonth'],
    ReportType: ['*'],
  });
  await org.result('project retrieve start --manifest manifest.xml');
  for (const [file, text] of sent) assert.equal(textOf(file), text, file);
});

test('given one folder as the source, when it is deployed again, then nothing changes', async () => {
  const deployed = await org.result<{ status: string; details: { componentSuccesses: { changed: unknown; fullName: string }[] } }>(
    'project deploy start --source-dir force-app/main/default/reports --source-dir force-app/main/default/dashboards',
  );
  assert.equal(deployed.status, 'Succeeded');
  const named = deployed.details.componentSuccesses.filter(({ fullName }) => fullName !== 'package.xml');
  assert.deepEqual(named.map(({ fullName, changed }) => [fullName, String(changed)]).sort(), [
    ['Tickets', 'false'],
    ['Tickets', 'false'],
    ['Tickets/HoursByMonth', 'false'],
    ['Tickets/Workload', 'false'],
  ]);
});

test('given a report that cannot be run, when it is deployed, then the CLI names the file, the line and the reason', async () => {
  const wrong = textOf('reports/Tickets/HoursByMonth.report-meta.xml').replace('Ticket__c$Hours__c', 'Ticket__c$Nothing__c');
  org.write('force-app/main/default/reports/Tickets/Wrong.report-meta.xml', wrong);
  const answer = (await org.failure('project deploy start --metadata Report:Tickets/Wrong')) as unknown as Failed;
  rmSync(pathOf('reports/Tickets/Wrong.report-meta.xml'));
  const [failure] = answer.result.details.componentFailures;
  assert.equal(failure?.fullName, 'Tickets/Wrong');
  assert.match(failure.problem, /Ticket__c\$Nothing__c/u);
  assert.equal(Number(failure.lineNumber), 6);
});

test('given a report that a dashboard draws, when it is deleted, then the CLI says what uses it; together they go, and their folder', async () => {
  const refused = (await org.failure('project delete source --metadata Report:Tickets/HoursByMonth --no-prompt')) as unknown as Failed;
  assert.match(JSON.stringify(refused), /referenced elsewhere in Salesforce.*Dashboard - Tickets\/Workload/u);
  manifest({}, 'destructive/package.xml');
  manifest(
    { Dashboard: ['Tickets/Workload', 'Tickets'], Report: ['Tickets/HoursByMonth', 'Tickets'], ReportType: ['Tickets'] },
    'destructive/destructiveChanges.xml',
  );
  await org.result('project deploy start --manifest destructive/package.xml --post-destructive-changes destructive/destructiveChanges.xml');
  for (const object of ['Report', 'Dashboard', 'Folder']) {
    const { totalSize } = await org.result<{ totalSize: number }>(`data query --query "SELECT Id FROM ${object}"`);
    assert.equal(totalSize, 0, object);
  }
  assert.ok(existsSync(pathOf('reports/Tickets/HoursByMonth.report-meta.xml')), 'the sources stay');
});
