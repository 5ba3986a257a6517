import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { TestUser } from '../testing/users.ts';
import { at } from '../uiApi/testing/uiApiShop.ts';
import { startTicketOrg, type TicketOrg } from './testing/ticketOrg.ts';

let org: TicketOrg;
let reader: TestUser;
let writer: TestUser;
let stranger: TestUser;
let ticket: string;
let account: string;

before(async () => {
  org = await startTicketOrg();
  account = org.create('Account', { Name: 'Northwind' });
  ticket = org.create('Ticket__c', {
    Name: 'Pump',
    Must__c: 'm',
    Subject__c: 'leaks',
    Secret__c: 'goldmine',
    Cost__c: 7,
    Customer__c: account,
  });
  reader = org.addUser({ permissionSets: ['TicketReader'] });
  writer = org.addUser({ permissionSets: ['TicketReader', 'TicketWriter'] });
  stranger = org.addUser({});
});

after(async () => {
  await org.stop();
});

async function ask(user: TestUser, query: string): Promise<unknown> {
  const { status, body } = await user.call('POST', 'graphql', { query });
  assert.equal(status, 200);
  return body;
}

const aggregate = (selection: string): string => `{ uiapi { aggregate { ${selection} } } }`;

describe('GraphQL shows nobody more than they may see', () => {
  const hidden: readonly (readonly [what: string, query: string])[] = [
    ['an aggregate of a hidden field', aggregate('Ticket__c { edges { node { aggregate { Cost__c { sum { value } } } } } }')],
    ['groups by a hidden field', aggregate('Ticket__c(groupBy: {Secret__c: {group: true}}) { totalCount }')],
    ['a filter by a hidden field', aggregate('Ticket__c(where: {Secret__c: {eq: "goldmine"}}) { totalCount }')],
    [
      'an order by a hidden field',
      aggregate('Ticket__c(groupBy: {Subject__c: {group: true}}, orderBy: {Cost__c: {function: SUM}}) { totalCount }'),
    ],
    ['groups behind a hidden lookup', aggregate('Ticket__c(groupBy: {Rival__r: {Name: {group: true}}}) { totalCount }')],
    ['a hidden field in a mutation', `mutation { uiapi { Ticket__cUpdate(input: {Id: "x", Ticket__c: {Secret__c: "x"}}) { success } } }`],
    [
      'a hidden field of what a mutation answers',
      'mutation { uiapi { Ticket__cUpdate(input: {Id: "x", Ticket__c: {Name: "x"}}) { Record { Secret__c { value } } } } }',
    ],
  ];
  for (const [what, query] of hidden) {
    it(`${what} is unknown`, async () => {
      const body = await ask(writer, query);
      assert.equal(at(body, 'errors.0.extensions.classification'), 'ValidationError', JSON.stringify(body));
    });
  }

  it('an object without access is unknown, and with @optional left out', async () => {
    assert.equal(at(await ask(stranger, aggregate('Ticket__c { totalCount }')), 'errors.0.extensions.classification'), 'ValidationError');
    const body = await ask(stranger, '{ uiapi { aggregate { Ticket__c @optional { totalCount } Account { totalCount } } } }');
    assert.deepEqual(at(body, 'errors'), [], JSON.stringify(body));
    assert.equal(at(body, 'data.uiapi.aggregate.Ticket__c'), undefined);
  });

  it('a field without access is left out with @optional, and the rest is counted', async () => {
    const body = await ask(
      reader,
      aggregate('Ticket__c { edges { node { aggregate { Cost__c @optional { sum { value } } Id { count { value } } } } } }'),
    );
    assert.deepEqual(at(body, 'data.uiapi.aggregate.Ticket__c.edges.0.node.aggregate'), { Id: { count: { value: 1 } } });
  });

  it('whoever may read only has no operations to write with', async () => {
    const body = await ask(reader, `mutation { uiapi { Ticket__cDelete(input: {Id: "${ticket}"}) { Id } } }`);
    assert.equal(at(body, 'errors.0.extensions.classification'), 'ValidationError');
    assert.equal(org.rows('SELECT Id FROM Ticket__c').length, 1);
  });

  it('counts, lists and suggestions hold what the user may read', async () => {
    org.create('Account', { Name: 'Hidden Holdings' });
    const mine = aggregate('Account { totalCount edges { node { aggregate { Id { count { value } } } } } }');
    const asAdmin = org.rows('SELECT Id FROM Account').length;
    const seen = Number(at(await ask(stranger, mine), 'data.uiapi.aggregate.Account.totalCount'));
    assert.equal(seen, (await stranger.query('SELECT Id FROM Account')).length);
    assert.ok(seen <= asAdmin);
    const count = await stranger.call('GET', `ui-api/related-list-count/${account}/Tickets__r`);
    assert.equal(count.status, 404);
    const batch = await reader.call('POST', `ui-api/related-list-records/batch/${account}`, {
      relatedListParameters: [
        { relatedListId: 'Tickets__r', fields: ['Ticket__c.Secret__c'] },
        { relatedListId: 'Rivals__r', fields: ['Ticket__c.Name'] },
      ],
    });
    assert.deepEqual(
      [at(batch.body, 'results.0.statusCode'), at(batch.body, 'results.1.statusCode')],
      [400, 404],
      JSON.stringify(batch.body),
    );
  });
});
