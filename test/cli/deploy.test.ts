import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startCliOrg, type CliOrg } from './cliOrg';

let org: CliOrg;

before(async () => {
  org = await startCliOrg();
});

after(async () => {
  await org.stop();
});

interface Deployed {
  readonly id: string;
  readonly status: string;
  readonly checkOnly: boolean;
  readonly details: { readonly componentSuccesses: readonly Message[]; readonly componentFailures: readonly Message[] };
}

interface Message {
  readonly fullName: string;
  readonly componentType: string;
  readonly problem?: string;
  readonly lineNumber?: string | number;
  readonly warning?: boolean | string;
}

async function hasTicket(): Promise<boolean> {
  return (await org.result<string[]>('sobject list --sobject custom')).includes('Ticket__c');
}

const fields = 'force-app/main/default/objects/Ticket__c/fields';

test('given a dry run, when it succeeds, then the org is as it was', async () => {
  const { status, checkOnly } = await org.result<Deployed>('project deploy start --source-dir force-app --dry-run');
  assert.deepEqual([status, checkOnly], ['Succeeded', true]);
  assert.equal(await hasTicket(), false);
});

test('given the source folder, when it is deployed, then the org runs it and says what it only keeps', async () => {
  const { id, status, details } = await org.result<Deployed>('project deploy start --source-dir force-app');
  assert.equal(status, 'Succeeded');
  const apex = details.componentSuccesses.find(({ componentType }) => componentType === 'ApexClass');
  assert.match(apex?.problem ?? '', /stored, not run/u);
  assert.equal(await hasTicket(), true);
  const report = await org.result<Deployed>(`project deploy report --job-id ${id}`);
  assert.equal(report.status, 'Succeeded');
  await org.result(`data create record --sobject Ticket__c --values "Name='First'"`);
  const { records } = await org.result<{ records: Record<string, unknown>[] }>(
    'data query --query "SELECT Hours__c, Cost__c FROM Ticket__c"',
  );
  assert.deepEqual([records[0]?.['Hours__c'], records[0]?.['Cost__c']], [1, 100]);
});

test('given the deployed permission set, when it is assigned to somebody, then it is theirs, once', async () => {
  const command = 'org assign permset --name TicketUser --on-behalf-of integration@customer-pulse.example';
  await org.result(command);
  assert.match(JSON.stringify(await org.failure(command)), /Duplicate PermissionSetAssignment/u);
  const assigned = await org.result<{ totalSize: number }>(
    `data query --query "SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = 'TicketUser'"`,
  );
  assert.equal(assigned.totalSize, 1);
});

test('given a broken file, when it is deployed, then the CLI shows file and line and fails, and the org is as it was', async () => {
  const file = `${fields}/Broken__c.field-meta.xml`;
  org.write(
    file,
    `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Broken__c</fullName>
    <description>Broken.</description>
    <formula>Nothing__c * 2</formula>
    <label>Broken</label>
    <precision>18</precision>
    <scale>2</scale>
    <type>Number</type>
</CustomField>
`,
  );
  org.write(
    `${fields}/Fine__c.field-meta.xml`,
    readFileSync(join(org.project, `${fields}/Hours__c.field-meta.xml`), 'utf8').replace('Hours__c', 'Fine__c'),
  );
  const { exitCode, stdout, stderr } = await org.sf('project deploy start --source-dir force-app');
  assert.equal(exitCode, 1);
  assert.match(stdout + stderr, /Broken__c/u);
  assert.match(stdout + stderr, /Nothing__c/u);
  assert.match(stdout + stderr, / \d+:1 /u, 'line and column');
  const described = await org.result<{ fields: { name: string }[] }>('sobject describe --sobject Ticket__c');
  assert.ok(!described.fields.some(({ name }) => ['Broken__c', 'Fine__c'].includes(name)));
  for (const name of ['Broken__c', 'Fine__c']) rmSync(join(org.project, `${fields}/${name}.field-meta.xml`));
});

test('given a manifest, when it is deployed over REST, then what it names is deployed', async () => {
  const { exitCode, stdout } = await org.sf('project deploy start --manifest package.xml', { SF_ORG_METADATA_REST_DEPLOY: 'true' });
  assert.equal(exitCode, 0, stdout);
  assert.match(stdout, /using the v66\.0 REST API/u);
  assert.match(stdout, /Status: Succeeded/u);
  assert.match(stdout, /TicketUser/u);
});

test('given a folder in metadata format, when it is deployed, then so it is', async () => {
  org.write(
    'mdapi/package.xml',
    `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
    <types><members>Ticket__c.Colour__c</members><name>CustomField</name></types>
    <version>66.0</version>
</Package>
`,
  );
  org.write(
    'mdapi/objects/Ticket__c.object',
    `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <fields><fullName>Colour__c</fullName><label>Colour</label><length>20</length><type>Text</type></fields>
</CustomObject>
`,
  );
  const { status } = await org.result<Deployed>('project deploy start --metadata-dir mdapi --wait 5');
  assert.equal(status, 'Succeeded');
});

test('given another project, when it retrieves, then it gets what was deployed', async () => {
  rmSync(join(org.project, 'force-app/main/default'), { recursive: true });
  const { success } = await org.result<{ success: boolean }>(
    'project retrieve start --metadata CustomObject:Ticket__c --metadata Flow --metadata ApexClass',
  );
  assert.equal(success, true);
  assert.ok(existsSync(join(org.project, `${fields}/Colour__c.field-meta.xml`)));
  assert.match(readFileSync(join(org.project, `${fields}/Cost__c.field-meta.xml`), 'utf8'), /<formula>Hours__c \* 100<\/formula>/u);
  assert.match(readFileSync(join(org.project, 'force-app/main/default/classes/TicketService.cls'), 'utf8'), /return 42;/u);
  assert.ok(existsSync(join(org.project, 'force-app/main/default/flows/Ticket_BeforeSave_DefaultHours.flow-meta.xml')));
});

test('given the org, when its metadata is listed, then it has types and components', async () => {
  const listed = await org.result<{ fullName: string }[]>('org list metadata --metadata-type Flow');
  assert.deepEqual(
    listed.map(({ fullName }) => fullName),
    ['Ticket_BeforeSave_DefaultHours'],
  );
  const types = await org.result<{ metadataObjects: { xmlName: string }[] }>('org list metadata-types');
  assert.ok(types.metadataObjects.some(({ xmlName }) => xmlName === 'CustomObject'));
  const tooling = await org.result<{ records: { DeveloperName: string }[] }>(
    'data query --use-tooling-api --query "SELECT DeveloperName FROM FlowDefinition"',
  );
  assert.deepEqual(
    tooling.records.map((record) => record.DeveloperName),
    ['Ticket_BeforeSave_DefaultHours'],
  );
});

test('given destructive changes, when they are deployed, then the field is gone', async () => {
  const version = '<version>66.0</version>';
  const start = '<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">';
  org.write('destructive/package.xml', `${start}${version}</Package>\n`);
  org.write(
    'destructive/destructiveChanges.xml',
    `${start}<types><members>Ticket__c.Colour__c</members><name>CustomField</name></types>${version}</Package>\n`,
  );
  const { status } = await org.result<Deployed>(
    'project deploy start --manifest destructive/package.xml --post-destructive-changes destructive/destructiveChanges.xml',
  );
  assert.equal(status, 'Succeeded');
  const described = await org.result<{ fields: { name: string }[] }>('sobject describe --sobject Ticket__c');
  assert.ok(!described.fields.some(({ name }) => name === 'Colour__c'));
});
