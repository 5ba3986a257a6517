import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runOrg, type RunningOrg } from '../testing/runningOrg.ts';

let org: RunningOrg;

before(async () => {
  org = await runOrg();
});

after(async () => {
  await org.stop();
});

type Row = Readonly<Record<string, unknown>>;

async function query(soql: string, path = '/tooling/query'): Promise<readonly Row[]> {
  const { status, body } = await org.call('GET', `${path}?q=${encodeURIComponent(soql)}`);
  assert.equal(status, 200, JSON.stringify(body));
  return (body as { records: readonly Row[] }).records.map(({ attributes: _attributes, ...row }) => row);
}

describe('a query of the Tooling API', () => {
  it('reads objects and fields, also those of the platform', async () => {
    const [entity] = await query(
      "SELECT QualifiedApiName, KeyPrefix, (SELECT QualifiedApiName FROM Fields WHERE DataType LIKE 'Roll-Up%' LIMIT 1) " +
        "FROM EntityDefinition WHERE QualifiedApiName = 'AccountPulse__c'",
    );
    assert.match(String(entity?.['KeyPrefix']), /^a0/u);
    assert.equal((entity?.['Fields'] as { totalSize: number }).totalSize, 1);
    const fields = await query(
      'SELECT QualifiedApiName, DataType, IsNillable, EntityDefinition.QualifiedApiName FROM FieldDefinition ' +
        "WHERE EntityDefinitionId = 'Account' AND QualifiedApiName IN ('Name', 'OwnerId') ORDER BY QualifiedApiName",
    );
    assert.deepEqual(
      fields.map((row) => [row['QualifiedApiName'], row['DataType'], (row['EntityDefinition'] as Row)['QualifiedApiName']]),
      [
        ['Name', 'Text(255)', 'Account'],
        ['OwnerId', 'Lookup(User)', 'Account'],
      ],
    );
  });

  it('reads flows, their definitions, bundles and fields, with who made them', async () => {
    const [flow] = await query(
      "SELECT Id, Status, ProcessType, VersionNumber, Definition.DeveloperName FROM Flow WHERE Status = 'Active' LIMIT 1",
    );
    const [definition] = await query(
      `SELECT DeveloperName, ActiveVersionId FROM FlowDefinition WHERE ActiveVersionId = '${String(flow?.['Id'])}'`,
    );
    assert.deepEqual((flow?.['Definition'] as Row)['DeveloperName'], definition?.['DeveloperName']);
    const [bundle] = await query(
      "SELECT DeveloperName, CreatedBy.Username FROM LightningComponentBundle WHERE DeveloperName = 'customerPulse'",
    );
    assert.equal((bundle?.['CreatedBy'] as Row)['Username'], 'admin@customer-pulse.example');
    const [{ expr0: fields } = {}] = await query(
      "SELECT COUNT(Id) FROM CustomField WHERE EntityDefinition.QualifiedApiName = 'PulseResponse__c'",
    );
    assert.ok(Number(fields) > 10);
  });

  it('of some objects is answered by the Data API too', async () => {
    const [entity] = await query("SELECT QualifiedApiName FROM EntityDefinition WHERE KeyPrefix = '001'", '/query');
    assert.deepEqual(entity, { QualifiedApiName: 'Account' });
    const flows = await query(
      "SELECT ApiName FROM FlowDefinitionView WHERE IsActive = true AND TriggerType = 'RecordBeforeSave'",
      '/query',
    );
    assert.ok(flows.length > 0);
    assert.deepEqual(await query("SELECT Id FROM Account WHERE Name = ' FROM EntityDefinition'", '/query'), []);
  });

  it('is refused as any other one', async () => {
    const ask = async (soql: string): Promise<unknown> =>
      ((await org.call('GET', `/tooling/query?q=${encodeURIComponent(soql)}`)).body as { errorCode: string }[])[0]?.errorCode;
    assert.equal(await ask('SELECT Id FROM SourceMember'), 'INVALID_TYPE');
    assert.equal(await ask('SELECT Nope FROM Flow'), 'INVALID_FIELD');
    assert.equal(await ask('SELECT'), 'MALFORMED_QUERY');
  });
});

describe('a resource of the Tooling API', () => {
  it('describes what it knows and nothing else', async () => {
    const { body } = await org.call('GET', '/tooling/sobjects/Flow/describe');
    assert.equal((body as { name: string }).name, 'Flow');
    assert.equal((body as { urls: { sobject: string } }).urls.sobject, '/services/data/v66.0/tooling/sobjects/Flow');
    assert.equal((await org.call('GET', '/tooling/sobjects/SourceMember/describe')).status, 404);
    const all = (await org.call('GET', '/tooling/sobjects')).body as { sobjects: readonly { name: string }[] };
    assert.ok(all.sobjects.some(({ name }) => name === 'EntityDefinition'));
  });

  it('gives one record by its id', async () => {
    const [flow] = await query('SELECT Id FROM Flow LIMIT 1');
    const { body } = await org.call('GET', `/tooling/sobjects/Flow/${String(flow?.['Id'])}`);
    assert.equal((body as Row)['Id'], flow?.['Id']);
    assert.equal((await org.call('GET', '/tooling/sobjects/Flow/301000000000000AAA')).status, 404);
  });

  it('names what it does not run', async () => {
    for (const path of ['/tooling/executeAnonymous', '/tooling/runTestsSynchronous']) {
      const { status, body } = await org.call('GET', path);
      assert.equal(status, 400);
      assert.match(JSON.stringify(body), /is not run by local-org/u);
    }
  });
});

describe('limits', () => {
  it('have the documented names and true numbers', async () => {
    const before = (await org.call('GET', '/limits')).body as Record<string, { Max: number; Remaining: number }>;
    assert.ok(Object.keys(before).length > 50);
    await org.call('GET', '/sobjects');
    const later = (await org.call('GET', '/limits')).body as typeof before;
    assert.equal((before['DailyApiRequests']?.Remaining ?? 0) - (later['DailyApiRequests']?.Remaining ?? 0), 2);
    assert.ok((later['PermissionSets']?.Remaining ?? 0) < 1500);
  });

  it('count the records of the objects that are asked for', async () => {
    await org.connection.sobject('Account').create([{ Name: 'A' }, { Name: 'B' }]);
    assert.deepEqual((await org.call('GET', '/limits/recordCount?sObjects=Account,Nothing,account')).body, {
      sObjects: [{ count: 2, name: 'Account' }],
    });
  });
});
