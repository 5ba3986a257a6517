import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Connection } from 'jsforce';
import { runOrg, type RunningOrg } from './testing/runningOrg.ts';

let org: RunningOrg;
let connection: Connection;
let accountId: string;

before(async () => {
  org = await runOrg();
  ({ connection } = org);
  accountId = await created('Account', { Name: 'Acme' });
});

after(async () => {
  await org.stop();
});

async function created(object: string, values: Record<string, unknown>): Promise<string> {
  const result = await connection.sobject(object).create(values);
  assert.equal(result.success, true);
  return result.id;
}

describe('logging in', () => {
  it('works by client credentials', async () => {
    const { url, clientId, clientSecret } = org;
    const other = new Connection({ instanceUrl: url, oauth2: { loginUrl: url, clientId, clientSecret }, version: '66.0' });
    const user = await other.authorize({ grant_type: 'client_credentials' });
    assert.equal(user.organizationId, org.org.id);
    const identity = await other.identity();
    assert.equal(identity.username, 'integration@customer-pulse.example');
    assert.equal((await other.query('SELECT Id FROM Organization')).totalSize, 1);
    // Its profile gives it nothing but the API.
    await assert.rejects(async () => other.query('SELECT Id FROM Account'), { errorCode: 'INVALID_TYPE' });
  });

  it('is refused with a wrong secret, a wrong token, and none', async () => {
    const { url, clientId } = org;
    const other = new Connection({ instanceUrl: url, oauth2: { loginUrl: url, clientId, clientSecret: 'wrong' } });
    await assert.rejects(other.authorize({ grant_type: 'client_credentials' }), { name: 'invalid_client' });
    for (const accessToken of ['00D!wrong', undefined]) {
      const stranger = new Connection({ instanceUrl: url, ...(accessToken === undefined ? {} : { accessToken }) });
      await assert.rejects(async () => stranger.query('SELECT Id FROM Account'), { errorCode: 'INVALID_SESSION_ID' });
    }
  });
});

describe('one record', () => {
  it('is created, read, changed and deleted', async () => {
    const contacts = connection.sobject('Contact');
    const id = await created('Contact', { LastName: 'Ek', FirstName: 'Bo', AccountId: accountId, Birthdate: '1980-02-29' });
    const record = await contacts.retrieve(id);
    assert.equal(record['Name'], 'Bo Ek');
    assert.equal(record['Birthdate'], '1980-02-29');
    assert.match(String(record['CreatedDate']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/u);
    assert.deepEqual(record['attributes'], { type: 'Contact', url: `/services/data/v66.0/sobjects/Contact/${id}` });
    assert.equal((await contacts.update({ Id: id, Title: 'Baker' })).success, true);
    assert.equal((await contacts.retrieve(id, { fields: ['Title'] }))['Title'], 'Baker');
    assert.equal((await contacts.delete(id)).success, true);
    await assert.rejects(contacts.retrieve(id), { errorCode: 'NOT_FOUND' });
    await assert.rejects(contacts.delete(id), { errorCode: 'ENTITY_IS_DELETED' });
  });

  it('is refused for a field that is not there, a value of another type, a missing field', async () => {
    const accounts = connection.sobject('Account');
    await assert.rejects(accounts.create({ Nmae: 'x' }), {
      errorCode: 'INVALID_FIELD',
      message: "No such column 'Nmae' on sobject of type Account",
    });
    await assert.rejects(accounts.create({ Name: 'x', NumberOfEmployees: 'many' }), { errorCode: 'JSON_PARSER_ERROR' });
    await assert.rejects(accounts.create({}), { errorCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Name]' });
    await assert.rejects(connection.sobject('Nothing__c').create({ Name: 'x' }), { errorCode: 'NOT_FOUND' });
  });
});

describe('external ids', () => {
  it('upsert: created, then changed', async () => {
    const pulses = connection.sobject('AccountPulse__c');
    const first = await pulses.upsert({ Key__c: 'A:one', Account__c: accountId }, 'Key__c');
    const second = await pulses.upsert({ Key__c: 'A:one', Target__c: 8 }, 'Key__c');
    assert.deepEqual([first.success && first.created, second.success && second.created], [true, false]);
    assert.equal(second.id, first.id);
  });

  it('survive any character', async () => {
    const key = 'a/b?c=d&e%20#f ü’"\\;:@+ 100%';
    const path = `/sobjects/AccountPulse__c/Key__c/${encodeURIComponent(key)}`;
    assert.equal((await org.call('PATCH', path, { Target__c: 5 })).status, 201);
    assert.equal((await org.call('PATCH', path, { Target__c: 6 })).status, 200);
    const { body } = await org.call('GET', `${path}?fields=Key__c,Target__c`);
    assert.ok(typeof body === 'object' && body !== null);
    assert.deepEqual(
      { ...body, attributes: undefined, Id: undefined },
      { attributes: undefined, Id: undefined, Key__c: key, Target__c: 6 },
    );
    assert.equal((await org.call('DELETE', path)).status, 204);
    assert.equal((await org.call('GET', path)).status, 404);
  });
});

describe('the chain from answer to account', () => {
  it('holds after a collection of upserts, also when it is sent again', async () => {
    const contactId = await created('Contact', { LastName: 'Chain', AccountId: accountId });
    await connection.sobject('AccountPulse__c').upsert({ Key__c: 'A:chain', Account__c: accountId }, 'Key__c');
    const contactPulse = { Key__c: 'C:chain', Contact__c: contactId, AccountPulse__r: { Key__c: 'A:chain' } };
    await connection.sobject('ContactPulse__c').upsert(contactPulse, 'Key__c');
    const answers = Array.from({ length: 200 }, (_unused, place) => ({
      attributes: { type: 'PulseResponse__c' },
      ExternalId__c: `test:${place}`,
      ContactPulse__r: { Key__c: 'C:chain' },
      Rating__c: place % 11,
      RespondedAt__c: new Date().toISOString(),
    }));
    const path = '/composite/sobjects/PulseResponse__c/ExternalId__c';
    for (const isNew of [true, false]) {
      const { status, body } = await org.call('PATCH', path, { allOrNone: false, records: answers });
      assert.equal(status, 200);
      assert.ok(Array.isArray(body) && body.length === 200);
      assert.ok(body.every((entry: { success: boolean; created: boolean }) => entry.success && entry.created === isNew));
      const { records } = await connection.query(
        "SELECT RatingSum__c, RatingCount__c, Score__c, Nps__c FROM AccountPulse__c WHERE Key__c = 'A:chain'",
      );
      const [pulse] = records;
      assert.deepEqual(
        [pulse?.['RatingSum__c'], pulse?.['RatingCount__c'], pulse?.['Score__c'], pulse?.['Nps__c']],
        [991, 200, 4.96, null],
      );
    }
  });
});

describe('queries', () => {
  it('come in pages of 2,000 that only the asker can turn', async () => {
    for (let batch = 0; batch < 11; batch += 1) {
      const results = await connection
        .sobject('PulseLog__c')
        .create(Array.from({ length: 200 }, (_unused, place) => ({ Flow__c: `F${batch}`, Message__c: String(place) })));
      assert.ok(results.every((result) => result.success));
    }
    const first = await connection.query('SELECT Id FROM PulseLog__c ORDER BY Id');
    assert.deepEqual([first.totalSize, first.done, first.records.length], [2200, false, 2000]);
    const second = await connection.queryMore(first.nextRecordsUrl ?? '');
    assert.deepEqual([second.totalSize, second.done, second.records.length], [2200, true, 200]);
    const { url, clientId, clientSecret } = org;
    const other = new Connection({ instanceUrl: url, oauth2: { loginUrl: url, clientId, clientSecret }, version: '66.0' });
    await other.authorize({ grant_type: 'client_credentials' });
    await assert.rejects(async () => other.queryMore(first.nextRecordsUrl ?? ''), { errorCode: 'INVALID_QUERY_LOCATOR' });
  });

  it('find deleted records only when asked to', async () => {
    const id = await created('Account', { Name: 'Short-lived' });
    await connection.sobject('Account').delete(id);
    const soql = `SELECT Id FROM Account WHERE Id = '${id}'`;
    assert.equal((await connection.query(soql)).totalSize, 0);
    assert.equal((await connection.query(soql, { scanAll: true })).totalSize, 1);
  });

  it('that are wrong are refused with the platform’s code', async () => {
    await assert.rejects(async () => connection.query('SELECT Nope FROM Account'), { errorCode: 'INVALID_FIELD' });
    await assert.rejects(async () => connection.query('SELECT Id FROM Nope__c'), { errorCode: 'INVALID_TYPE' });
    await assert.rejects(async () => connection.query('SELECT Id FROM'), { errorCode: 'MALFORMED_QUERY' });
    const { status } = await org.call('GET', '/query');
    assert.equal(status, 400);
  });
});

describe('describing', () => {
  it('tells objects, fields and relationships', async () => {
    const global = await connection.describeGlobal();
    assert.ok(global.sobjects.some((object) => object.name === 'PulseResponse__c' && object.custom));
    const { fields, childRelationships } = await connection.sobject('PulseResponse__c').describe();
    const rating = fields.find((field) => field.name === 'Rating__c');
    assert.deepEqual([rating?.type, rating?.precision, rating?.scale, rating?.custom], ['double', 2, 0, true]);
    const square = fields.find((field) => field.name === 'RatingSquare__c');
    assert.deepEqual([square?.calculated, square?.createable], [true, false]);
    assert.ok(childRelationships.some((child) => child.relationshipName === 'Reasons__r'));
  });

  it('tells the limits, and each answer how many calls were made', async () => {
    const before = connection.limitInfo.apiUsage?.used ?? 0;
    const limits = await connection.limits();
    assert.ok(limits['DailyApiRequests']);
    assert.ok((connection.limitInfo.apiUsage?.used ?? 0) > before);
  });
});
