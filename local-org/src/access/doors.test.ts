import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { TestUser, WantedUser } from '../testing/users.ts';
import { startTicketOrg, type TicketOrg } from './testing/ticketOrg.ts';

let org: TicketOrg;
let ticket: string;
const users = new Map<string, TestUser>();

/** Who comes to the doors. */
const people = {
  nobody: { profile: 'Standard User' },
  readOnly: { profile: 'Read Only', permissionSets: ['TicketReader'] },
  reader: { permissionSets: ['TicketReader'] },
  writer: { permissionSets: ['TicketReader', 'TicketWriter'] },
  deleter: { permissionSets: ['TicketDeleter'] },
  secrets: { permissionSets: ['TicketSecrets'] },
  allFields: { permissionSets: ['TicketAllFields'] },
  team: { groups: ['TicketTeam'] },
  clerk: { profile: 'Clerk' },
  minimum: { profile: 'Minimum Access - Salesforce' },
  integration: { profile: 'Minimum Access - API Only Integrations', permissionSets: ['TicketWriter'] },
  admin: { profile: 'System Administrator' },
} satisfies Record<string, WantedUser>;

type Person = keyof typeof people;

function user(person: Person): TestUser {
  const found = users.get(person);
  assert.ok(found);
  return found;
}

before(async () => {
  org = await startTicketOrg();
  const account = org.create('Account', { Name: 'Northwind' });
  ticket = org.create('Ticket__c', {
    Name: 'Pump',
    Must__c: 'm',
    Subject__c: 'leaks',
    Secret__c: 'gold',
    Key__c: 'pump',
    Customer__c: account,
  });
  for (const [person, wanted] of Object.entries(people)) users.set(person, org.addUser(wanted));
});

after(async () => {
  await org.stop();
});

/** What each person may do with tickets: Create, Read, Edit, Delete. */
const may: Readonly<Record<Person, string>> = {
  nobody: '',
  readOnly: 'R',
  reader: 'R',
  writer: 'CRE',
  deleter: 'RED',
  secrets: 'R',
  allFields: 'R',
  // The group mutes deleting.
  team: 'CRE',
  clerk: 'CRE',
  minimum: '',
  integration: 'CRE',
  admin: 'CRED',
};

const persons = Object.keys(people) as Person[];
const refusedAll: ReadonlySet<Person> = new Set(['minimum']);

describe('permissions on an object', () => {
  for (const person of persons) {
    const letters = may[person];
    const closed = refusedAll.has(person) ? 'API_DISABLED_FOR_ORG' : 'NOT_FOUND';
    it(`let ${person} do "${letters}" by REST`, async () => {
      const me = user(person);
      const codes: Record<string, string> = {};
      codes['R'] = (await me.call('GET', `sobjects/Ticket__c/${ticket}`)).errorCode;
      codes['C'] = (await me.call('POST', 'sobjects/Ticket__c', { Name: 'New', Must__c: 'x' })).errorCode;
      codes['E'] = (await me.call('PATCH', `sobjects/Ticket__c/${ticket}`, { Name: 'Pump' })).errorCode;
      const extra = org.create('Ticket__c', { Name: 'Extra', Must__c: 'm', OwnerId: me.id });
      codes['D'] = (await me.call('DELETE', `sobjects/Ticket__c/${extra}`)).errorCode;
      const refusals = {
        R: closed,
        C: letters === '' ? closed : 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        E: letters === '' ? closed : 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        D: letters === '' ? closed : 'INSUFFICIENT_ACCESS_OR_READONLY',
      };
      for (const [letter, refusal] of Object.entries(refusals)) {
        assert.equal(codes[letter], letters.includes(letter) ? '' : refusal, letter);
      }
    });

    it(`let ${person} do "${letters}" by collections and composite`, async () => {
      const me = user(person);
      const attributes = { type: 'Ticket__c' };
      const made = await me.call('POST', 'composite/sobjects', { records: [{ attributes, Name: 'New', Must__c: 'x' }] });
      const composite = await me.call('POST', 'composite', {
        compositeRequest: [
          { method: 'POST', url: '/services/data/v66.0/sobjects/Ticket__c', referenceId: 'one', body: { Name: 'N', Must__c: 'x' } },
        ],
      });
      if (refusedAll.has(person)) {
        assert.equal(made.status, 403);
        return;
      }
      const [first] = made.body as readonly { success?: boolean; errorCode?: string }[];
      const [sub] = (composite.body as { compositeResponse: readonly { httpStatusCode: number }[] }).compositeResponse;
      assert.equal(first?.success === true, letters.includes('C'));
      assert.equal(sub?.httpStatusCode === 201, letters.includes('C'));
    });

    it(`show ${person} the object in describe as "${letters}"`, async () => {
      const me = user(person);
      const one = await me.call('GET', 'sobjects/Ticket__c/describe');
      if (letters === '') {
        assert.equal(one.errorCode, closed);
        if (closed === 'NOT_FOUND') {
          const all = (await me.call('GET', 'sobjects')).body as { sobjects: readonly { name: string }[] };
          assert.ok(!all.sobjects.some(({ name }) => name === 'Ticket__c'));
          await assert.rejects(me.query('SELECT Id FROM Ticket__c'), /INVALID_TYPE: .*sObject type 'Ticket__c' is not supported/su);
        }
        return;
      }
      const told = one.body as Record<string, unknown>;
      assert.deepEqual(
        [told['createable'], told['queryable'], told['updateable'], told['deletable']],
        ['C', 'R', 'E', 'D'].map((letter) => letters.includes(letter)),
      );
      assert.ok((await me.query('SELECT Id FROM Ticket__c')).length > 0);
    });
  }

  it('are given by View All Data and Modify All Data for every object', () => {
    const { access } = user('admin').user;
    assert.equal(access?.key, 'all');
    assert.equal(access.schema, org.org.schema);
  });

  it('do not open an object that nobody granted, even to search or count it', async () => {
    const me = user('reader');
    org.create('Vault__c', { Name: 'hidden treasure', Ticket__c: ticket });
    for (const soql of ['SELECT count() FROM Vault__c', 'SELECT Id, (SELECT Id FROM Vaults__r) FROM Ticket__c']) {
      await assert.rejects(me.query(soql), /INVALID_TYPE/u, soql);
    }
    await assert.rejects(me.query('SELECT Id FROM Ticket__c WHERE Id IN (SELECT Ticket__c FROM Vault__c)'), /INVALID_TYPE/u);
    const search = await me.call('GET', `search?q=${encodeURIComponent('FIND {treasure} IN ALL FIELDS RETURNING Vault__c(Id)')}`);
    assert.equal(search.errorCode, 'INVALID_TYPE');
    assert.equal((await me.call('GET', 'sobjects/Vault__c')).errorCode, 'NOT_FOUND');
    assert.equal((await me.call('GET', `sobjects/Ticket__c/${ticket}/Vaults__r`)).errorCode, 'NOT_FOUND');
  });

  it('are asked of each record of a tree', async () => {
    const records = [
      {
        attributes: { type: 'Ticket__c', referenceId: 't1' },
        Name: 'Tree',
        Must__c: 'x',
        Steps__r: { records: [{ attributes: { type: 'Step__c', referenceId: 's1' }, Name: 'Step' }] },
      },
    ];
    const refused = await user('writer').call('POST', 'composite/tree/Ticket__c', { records });
    assert.equal(refused.errorCode, 'INVALID_FIELD');
    const allowed = await user('admin').call('POST', 'composite/tree/Ticket__c', { records });
    assert.equal(allowed.status, 201);
  });

  it('are asked of each row of an upsert: there it changes, not there it creates', async () => {
    const create = await user('deleter').call('PATCH', 'sobjects/Ticket__c/Key__c/fresh', { Name: 'x', Must__c: 'x' });
    // The external id is hidden from this user.
    assert.equal(create.errorCode, 'NOT_FOUND');
    const reader = await user('reader').call('PATCH', 'sobjects/Ticket__c/Key__c/pump', { Name: 'x' });
    assert.equal(reader.errorCode, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
    const writer = await user('writer').call('PATCH', 'sobjects/Ticket__c/Key__c/pump', { Subject__c: 'leaks' });
    assert.equal(writer.status, 200);
  });

  it('on the master are needed for a detail: its edit, unless reading is enough', async () => {
    const me = org.addUser({ permissionSets: ['StepWriter'] });
    const refused = await me.call('POST', 'sobjects/Step__c', { Name: 'One', Ticket__c: ticket });
    assert.equal(refused.errorCode, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
    const both = org.addUser({ permissionSets: ['StepWriter', 'TicketWriter'] });
    assert.equal((await both.call('POST', 'sobjects/Step__c', { Name: 'One', Ticket__c: ticket, Points__c: 3 })).status, 201);
    // The roll-up is the platform's own work: nobody needs to see it.
    assert.equal(org.rows(`SELECT Points__c FROM Ticket__c WHERE Id = '${ticket}'`)[0]?.['Points__c'], 3);
  });
});

describe('rules of the platform', () => {
  it('look at what is hidden from who saves', async () => {
    const me = user('writer');
    const id = org.create('Ticket__c', { Name: 'Lie', Must__c: 'm', Secret__c: 'a lie' });
    const refused = await me.call('PATCH', `sobjects/Ticket__c/${id}`, { Subject__c: 'check' });
    assert.deepEqual([refused.errorCode, refused.message], ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'No lies.']);
  });

  it('give the value of a formula to whoever may see the formula', async () => {
    assert.equal((await user('reader').query(`SELECT Told__c FROM Ticket__c WHERE Id = '${ticket}'`))[0]?.['Told__c'], 'it is gold');
    await assert.rejects(user('clerk').query('SELECT Told__c FROM Ticket__c'), /INVALID_FIELD/u);
  });
});

describe('Bulk API 2.0', () => {
  const run = async (me: TestUser, job: Record<string, unknown>, csv: string): Promise<{ state: string; failed: string }> => {
    const made = await me.call('POST', 'jobs/ingest', { contentType: 'CSV', lineEnding: 'LF', ...job });
    if (made.status !== 200) return { state: made.errorCode, failed: '' };
    const { id } = made.body as { id: string };
    await fetch(`${org.url}/services/data/v66.0/jobs/ingest/${id}/batches`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${me.token}`, 'content-type': 'text/csv' },
      body: csv,
    });
    await me.call('PATCH', `jobs/ingest/${id}`, { state: 'UploadComplete' });
    for (;;) {
      const { body } = await me.call('GET', `jobs/ingest/${id}`);
      const { state, errorMessage } = body as { state: string; errorMessage?: string };
      if (state === 'Failed') return { state, failed: errorMessage ?? '' };
      if (state === 'JobComplete') return { state, failed: String((await me.call('GET', `jobs/ingest/${id}/failedResults`)).body) };
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  it('knows no object that is hidden', async () => {
    assert.equal((await run(user('nobody'), { object: 'Ticket__c', operation: 'insert' }, '')).state, 'INVALIDENTITY');
  });

  it('refuses rows of who may only read', async () => {
    const { failed } = await run(user('reader'), { object: 'Ticket__c', operation: 'insert' }, 'Name\nOne\n');
    assert.match(failed, /CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY:entity type cannot be inserted: Ticket/u);
  });

  it('knows no column of a hidden field, and refuses to write one that is read-only', async () => {
    const hidden = await run(user('writer'), { object: 'Ticket__c', operation: 'insert' }, 'Name,Must__c,Secret__c\nOne,x,y\n');
    assert.deepEqual(hidden, { state: 'Failed', failed: 'InvalidBatch : Field name not found : Secret__c' });
    const readOnly = await run(user('writer'), { object: 'Ticket__c', operation: 'insert' }, 'Name,Must__c,Hours__c\nOne,x,1\n');
    assert.match(readOnly.failed, /INVALID_FIELD_FOR_INSERT_UPDATE:Unable to create\/update fields: Hours__c/u);
  });

  it('shows a job to nobody else', async () => {
    const made = await user('writer').call('POST', 'jobs/query', { operation: 'query', query: 'SELECT Id FROM Ticket__c' });
    const { id } = made.body as { id: string };
    assert.equal((await user('writer').call('GET', `jobs/query/${id}`)).status, 200);
    assert.equal((await user('reader').call('GET', `jobs/query/${id}`)).status, 404);
    const refused = await user('reader').call('POST', 'jobs/query', { operation: 'query', query: 'SELECT Secret__c FROM Ticket__c' });
    assert.equal(refused.errorCode, 'INVALID_FIELD');
  });
});
