import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { TestUser } from '../testing/users.ts';
import { startTicketOrg, type TicketOrg } from './testing/ticketOrg.ts';

let org: TicketOrg;
let reader: TestUser;
let writer: TestUser;
let ticket: string;
let account: string;

before(async () => {
  org = await startTicketOrg();
  account = org.create('Account', { Name: 'Northwind' });
  const rival = org.create('Account', { Name: 'Southwind' });
  ticket = org.create('Ticket__c', {
    Name: 'Pump',
    Must__c: 'm',
    Subject__c: 'leaks',
    Secret__c: 'goldmine',
    Cost__c: 7,
    Hours__c: 2,
    Key__c: 'pump',
    Customer__c: account,
    Rival__c: rival,
  });
  reader = org.addUser({ permissionSets: ['TicketReader'] });
  writer = org.addUser({ permissionSets: ['TicketReader', 'TicketWriter'] });
});

after(async () => {
  await org.stop();
});

describe('a hidden field is unknown', () => {
  const queries: readonly (readonly [where: string, soql: string])[] = [
    ['SELECT', 'SELECT Secret__c FROM Ticket__c'],
    ['SELECT with an alias', 'SELECT t.Secret__c FROM Ticket__c t'],
    ['WHERE', "SELECT Id FROM Ticket__c WHERE Secret__c = 'goldmine'"],
    ['WHERE, negated', "SELECT Id FROM Ticket__c WHERE NOT Secret__c LIKE 'g%'"],
    ['ORDER BY', 'SELECT Id FROM Ticket__c ORDER BY Secret__c'],
    ['GROUP BY', 'SELECT count(Id) FROM Ticket__c GROUP BY Secret__c'],
    ['an aggregate', 'SELECT max(Cost__c) FROM Ticket__c'],
    ['HAVING', 'SELECT Subject__c FROM Ticket__c GROUP BY Subject__c HAVING sum(Cost__c) > 1'],
    ['a format', 'SELECT FORMAT(Cost__c) FROM Ticket__c'],
    ['a child subquery', 'SELECT Id, (SELECT Secret__c FROM Tickets__r) FROM Account'],
    ['the filter of a child subquery', "SELECT Id, (SELECT Id FROM Tickets__r WHERE Secret__c != '') FROM Account"],
    ['the filter of a semi-join', "SELECT Id FROM Account WHERE Id IN (SELECT Customer__c FROM Ticket__c WHERE Secret__c = 'goldmine')"],
    ['a semi-join by a hidden lookup', 'SELECT Id FROM Account WHERE Id IN (SELECT Rival__c FROM Ticket__c)'],
    ['beside a formula that joins the same parent', 'SELECT Told__c, Customer__r.Name, Rival__r.Name FROM Ticket__c'],
  ];
  for (const [where, soql] of queries) {
    it(`in ${where}`, async () => {
      await assert.rejects(reader.query(soql), (error: Error) => {
        assert.match(error.message, /^INVALID_FIELD: /u);
        assert.match(error.message, /No such column|Didn't understand relationship/u);
        return true;
      });
      // Whoever may see everything may ask all of this.
      assert.ok(Array.isArray(org.rows(soql)));
    });
  }

  it('in the platform’s words', async () => {
    const { status, errorCode, message } = await reader.call('GET', 'query?q=SELECT+Secret__c+FROM+Ticket__c');
    assert.deepEqual([status, errorCode], [400, 'INVALID_FIELD']);
    assert.match(
      message,
      /ERROR at Row:1:Column:8\nNo such column 'Secret__c' on entity 'Ticket__c'\. If you are attempting to use a custom field/u,
    );
  });

  it('and so is the relationship to its children', async () => {
    await assert.rejects(reader.query('SELECT Id, (SELECT Id FROM Rivals__r) FROM Account'), /Didn't understand relationship 'Rivals__r'/u);
    assert.equal((await reader.call('GET', `sobjects/Account/${account}/Rivals__r`)).errorCode, 'NOT_FOUND');
  });

  it('to FIELDS(ALL), which gives the others', async () => {
    const [row = {}] = await reader.query('SELECT FIELDS(ALL) FROM Ticket__c LIMIT 1');
    assert.ok('Subject__c' in row && 'Told__c' in row);
    assert.ok(!('Secret__c' in row) && !('Cost__c' in row) && !('Rival__c' in row));
  });

  it('to describe', async () => {
    const { body } = await reader.call('GET', 'sobjects/Ticket__c/describe');
    const { fields } = body as { fields: readonly { name: string; updateable: boolean }[] };
    const names = fields.map(({ name }) => name);
    for (const name of ['Secret__c', 'Cost__c', 'Rival__c']) assert.ok(!names.includes(name), name);
    for (const name of ['Id', 'Name', 'Must__c', 'CreatedDate', 'OwnerId', 'Subject__c', 'Points__c'])
      assert.ok(names.includes(name), name);
    assert.ok(fields.every(({ updateable }) => !updateable));
    const parent = (await reader.call('GET', 'sobjects/Account/describe')).body as {
      childRelationships: readonly { relationshipName: string | null }[];
    };
    const children = parent.childRelationships.map(({ relationshipName }) => relationshipName);
    assert.ok(children.includes('Tickets__r') && !children.includes('Rivals__r'));
  });

  it('to records that are read whole, and to those that ask for it', async () => {
    const whole = await reader.call('GET', `sobjects/Ticket__c/${ticket}`);
    assert.doesNotMatch(JSON.stringify(whole.body), /"Secret__c"|Southwind/u);
    assert.equal((await reader.call('GET', `sobjects/Ticket__c/${ticket}?fields=Secret__c`)).errorCode, 'INVALID_FIELD');
    assert.equal((await reader.call('GET', `composite/sobjects/Ticket__c?ids=${ticket}&fields=Name,Secret__c`)).errorCode, 'INVALID_FIELD');
  });

  it('to search: what stands in it is not found', async () => {
    const find = async (me: TestUser): Promise<number> => {
      const { body } = await me.call('GET', `search?q=${encodeURIComponent('FIND {goldmine} IN ALL FIELDS RETURNING Ticket__c(Id)')}`);
      return (body as { searchRecords: readonly unknown[] }).searchRecords.length;
    };
    assert.equal(await find(reader), 0);
    assert.equal(await find(org.addUser({ permissionSets: ['TicketSecrets'] })), 1);
  });

  it('to the history of its object', async () => {
    const id = org.create('Ticket__c', { Name: 'Changed', Must__c: 'm', Secret__c: 'before' });
    const admin = org.org.user(org.org.sessions.userIdOf(org.adminToken) ?? '');
    assert.ok(admin);
    org.org.records.update('Ticket__c', [{ Id: id, Secret__c: 'after' }], { user: admin, allOrNone: true });
    const soql = `SELECT Field, OldValue, NewValue FROM Ticket__History WHERE ParentId = '${id}' AND Field = 'Secret__c'`;
    assert.equal(org.rows(soql).length, 1);
    assert.equal((await reader.query(soql)).length, 0);
    assert.equal((await org.addUser({ permissionSets: ['TicketSecrets'] }).query(soql)).length, 1);
  });

  it('to whoever writes it, by its name or by an external id of a hidden lookup', async () => {
    for (const values of [{ Secret__c: 'x' }, { Rival__c: account }, { Rival__r: { Name: 'x' } }]) {
      const { status, errorCode, message } = await writer.call('PATCH', `sobjects/Ticket__c/${ticket}`, values);
      assert.deepEqual([status, errorCode], [400, 'INVALID_FIELD'], JSON.stringify(values));
      assert.match(message, /No such column '\w+' on sobject of type Ticket__c/u);
    }
  });

  it('as an external id', async () => {
    const secrets = org.addUser({ permissionSets: ['TicketSecrets'] });
    assert.equal((await secrets.call('GET', 'sobjects/Ticket__c/Key__c/pump')).errorCode, 'NOT_FOUND');
    assert.equal((await reader.call('GET', 'sobjects/Ticket__c/Key__c/pump')).status, 200);
  });

  it('until somebody grants it, and from the moment that it is taken away', async () => {
    const me = org.addUser({ permissionSets: ['TicketReader'] });
    const soql = `SELECT Secret__c FROM Ticket__c WHERE Id = '${ticket}'`;
    await assert.rejects(me.query(soql), /INVALID_FIELD/u);
    const [set] = org.rows("SELECT Id FROM PermissionSet WHERE Name = 'TicketSecrets'");
    const assignment = org.create('PermissionSetAssignment', { AssigneeId: me.id, PermissionSetId: String(set?.['Id']) });
    assert.equal((await me.query(soql))[0]?.['Secret__c'], 'goldmine');
    const admin = org.org.user(org.org.sessions.userIdOf(org.adminToken) ?? '');
    assert.ok(admin);
    org.org.records.delete('PermissionSetAssignment', [assignment], { user: admin, allOrNone: true });
    await assert.rejects(me.query(soql), /INVALID_FIELD/u);
  });

  it('but not to View All Fields of the object', async () => {
    const me = org.addUser({ permissionSets: ['TicketAllFields'] });
    assert.equal((await me.query(`SELECT Secret__c, Rival__r.Name FROM Ticket__c WHERE Id = '${ticket}'`))[0]?.['Secret__c'], 'goldmine');
  });
});

describe('a field that is read-only for somebody', () => {
  it('is refused by name, all of them in one error', async () => {
    const { status, errorCode, message } = await writer.call('PATCH', `sobjects/Ticket__c/${ticket}`, {
      Hours__c: 1,
      Subject__c: 'x',
      Told__c: 'y',
    });
    assert.deepEqual([status, errorCode], [400, 'INVALID_FIELD_FOR_INSERT_UPDATE']);
    assert.equal(
      message,
      'Unable to create/update fields: Hours__c, Told__c. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
    );
    assert.equal(org.rows(`SELECT Subject__c FROM Ticket__c WHERE Id = '${ticket}'`)[0]?.['Subject__c'], 'leaks');
  });

  it('is not updateable in describe, and formulas and roll-ups never are', async () => {
    const { body } = await writer.call('GET', 'sobjects/Ticket__c/describe');
    const { fields } = body as { fields: readonly { name: string; updateable: boolean; createable: boolean }[] };
    const writable = fields.filter(({ updateable }) => updateable).map(({ name }) => name);
    assert.deepEqual(writable.toSorted(), ['Customer__c', 'Key__c', 'Must__c', 'Name', 'OwnerId', 'Subject__c']);
  });

  it('gets its default all the same when a record is made', async () => {
    const { status } = await writer.call('POST', 'sobjects/Ticket__c', { Name: 'Defaults', Must__c: 'm' });
    assert.equal(status, 201);
  });
});

describe('a lookup', () => {
  it('is set only to a record of an object that may be read', async () => {
    const me = org.addUser({ profile: 'Minimum Access - API Only Integrations', permissionSets: ['TicketWriter'] });
    const refused = await me.call('POST', 'sobjects/Ticket__c', { Name: 'x', Must__c: 'm', Customer__c: account });
    assert.equal(refused.errorCode, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
    assert.equal((await writer.call('POST', 'sobjects/Ticket__c', { Name: 'x', Must__c: 'm', Customer__c: account })).status, 201);
  });
});

describe('standard fields', () => {
  it('of an address are hidden with it', async () => {
    const me = org.addUser({ profile: 'Clerk' });
    await assert.rejects(me.query('SELECT BillingCity FROM Account'), /No such column 'BillingCity'/u);
    await assert.rejects(me.query('SELECT BillingAddress FROM Account'), /No such column 'BillingAddress'/u);
    assert.equal((await me.query('SELECT Id, Name FROM Account')).length, 2);
    assert.ok(Array.isArray(await reader.query('SELECT BillingCity, BillingAddress FROM Account')));
  });
});
