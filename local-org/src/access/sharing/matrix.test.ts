import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { people, startDealOrg, type DealOrg, type Person } from './testing/dealOrg.ts';

type Reach = 'none' | 'read' | 'edit' | 'full';

/** Default -> who reaches the owner's deal how far. The friend's group may read it, the rule lets its group edit what lies in the north. */
const ownersDeal: Readonly<Record<string, Readonly<Record<Person, Reach>>>> = {
  Private: { owner: 'full', boss: 'full', member: 'none', friend: 'read', ruled: 'edit', nobody: 'none' },
  Read: { owner: 'full', boss: 'full', member: 'read', friend: 'read', ruled: 'edit', nobody: 'read' },
  ReadWrite: { owner: 'full', boss: 'full', member: 'edit', friend: 'edit', ruled: 'edit', nobody: 'edit' },
};

/** The same for the deal that a queue owns, which lies in the south. */
const queuedDeal: Readonly<Record<string, Readonly<Record<Person, Reach>>>> = {
  Private: { owner: 'none', boss: 'none', member: 'full', friend: 'none', ruled: 'none', nobody: 'none' },
  Read: { owner: 'read', boss: 'read', member: 'full', friend: 'read', ruled: 'read', nobody: 'read' },
  ReadWrite: { owner: 'edit', boss: 'edit', member: 'full', friend: 'edit', ruled: 'edit', nobody: 'edit' },
};

const rank: Readonly<Record<Reach, number>> = { none: 0, read: 1, edit: 2, full: 3 };
const maxLevel: Readonly<Record<Reach, string>> = { none: 'None', read: 'Read', edit: 'Edit', full: 'All' };

for (const sharing of ['Private', 'Read', 'ReadWrite']) {
  suite(`Deals that are ${sharing} by default`, () => {
    let org: DealOrg;
    before(async () => {
      org = await startDealOrg(sharing);
    });
    after(() => org.stop());

    const reachOf = (person: Person, deal: string): Reach => (deal === org.deal ? ownersDeal : queuedDeal)[sharing]?.[person] ?? 'none';
    const readable = (person: Person): string[] => [org.deal, org.queued].filter((deal) => rank[reachOf(person, deal)] > 0);

    for (const person of people) {
      test(`are found by ${person} by each door as far as they may read`, async () => {
        const expected = readable(person);
        assert.deepEqual(idsOf(await query(org, person, 'SELECT Id FROM Deal__c ORDER BY Id')), expected, 'query');
        assert.deepEqual((await query(org, person, 'SELECT COUNT() FROM Deal__c')).totalSize, expected.length, 'count');
        const [sum] = (await query(org, person, 'SELECT COUNT(Id) n FROM Deal__c')).records;
        assert.equal(sum?.['n'], expected.length, 'aggregate');
        const found = await org.call(person, 'GET', `search?q=${encodeURIComponent('FIND {Harbour} RETURNING Deal__c(Id ORDER BY Id)')}`);
        assert.deepEqual(idsOf({ records: listIn(found.body, 'searchRecords') }), expected, 'search');
        const graphql = { query: '{ uiapi { query { Deal__c(orderBy: { Id: { order: ASC } }) { edges { node { Id } } } } } }' };
        const answer = JSON.stringify((await org.call(person, 'POST', 'graphql', graphql)).body);
        for (const deal of [org.deal, org.queued]) assert.equal(answer.includes(deal), expected.includes(deal), `graphql: ${answer}`);
        for (const deal of [org.deal, org.queued]) {
          const seen = expected.includes(deal);
          const record = await org.call(person, 'GET', `sobjects/Deal__c/${deal}`);
          assert.equal(record.status, seen ? 200 : 404, 'record');
          const page = await org.call(person, 'GET', `ui-api/records/${deal}?fields=Deal__c.Name`);
          assert.equal(page.status, seen ? 200 : 403, 'UI API');
          if (!seen) {
            assert.equal(errorCode(record.body), 'NOT_FOUND');
            assert.equal(errorCode(page.body), 'INSUFFICIENT_ACCESS');
          }
        }
      });

      test(`are changed, given away and deleted by ${person} as far as they may`, async () => {
        for (const deal of [org.deal, org.queued]) {
          const reach = reachOf(person, deal);
          const refused = reach === 'none' ? 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' : 'INSUFFICIENT_ACCESS_OR_READONLY';
          const edit = await org.call(person, 'PATCH', `sobjects/Deal__c/${deal}`, { Name: 'Harbour' });
          assert.deepEqual(
            [edit.status, errorCode(edit.body)],
            rank[reach] >= 2 ? [204, undefined] : [edit.status, refused],
            `edit ${JSON.stringify(edit.body)}`,
          );
          const line = await org.call(person, 'POST', 'sobjects/Line__c', { Name: 'L', Deal__c: deal });
          assert.equal(line.status === 201, rank[reach] >= 2, `detail ${JSON.stringify(line.body)}`);
          if (rank[reach] < 3) {
            const give = await org.call(person, 'PATCH', `sobjects/Deal__c/${deal}`, { OwnerId: org.ids.get(person) });
            assert.equal(errorCode(give.body), refused, 'transfer');
            const gone = await org.call(person, 'DELETE', `sobjects/Deal__c/${deal}`);
            assert.equal(errorCode(gone.body), refused, 'delete');
          }
        }
      });

      test(`have ${person}'s levels in UserRecordAccess`, async () => {
        const user = org.ids.get(person) ?? '';
        const { records } = await query(
          org,
          'admin',
          `SELECT RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = '${user}' AND RecordId IN ('${org.deal}', '${org.queued}')`,
        );
        for (const deal of [org.deal, org.queued]) {
          const row = records.find(({ RecordId }) => RecordId === deal);
          const reach = reachOf(person, deal);
          const told = [row?.['HasReadAccess'], row?.['HasEditAccess'], row?.['HasDeleteAccess'], row?.['MaxAccessLevel']];
          assert.deepEqual(told, [rank[reach] >= 1, rank[reach] >= 2, rank[reach] >= 3, maxLevel[reach]]);
        }
      });
    }

    test('are taken out of the queue by its member, who then owns them', async () => {
      const own = org.create('Deal__c', { Name: 'Waiting', OwnerId: org.queueId });
      assert.equal((await org.call('member', 'PATCH', `sobjects/Deal__c/${own}`, { OwnerId: org.ids.get('member') })).status, 204);
      assert.equal((await org.call('member', 'DELETE', `sobjects/Deal__c/${own}`)).status, 204);
    });
  });
}

suite('Shares made by hand', () => {
  let org: DealOrg;
  before(async () => {
    org = await startDealOrg('Private');
  });
  after(() => org.stop());

  test('are made by who has full access, more than once without harm, and end with a new owner', async () => {
    const share = { ParentId: org.deal, UserOrGroupId: org.ids.get('nobody'), AccessLevel: 'Read' };
    const refused = await org.call('ruled', 'POST', 'sobjects/Deal__Share', share);
    assert.equal(errorCode(refused.body), 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
    const made = await org.call('owner', 'POST', 'sobjects/Deal__Share', share);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.equal((await org.call('nobody', 'GET', `sobjects/Deal__c/${org.deal}`)).status, 200);
    const again = await org.call('owner', 'POST', 'sobjects/Deal__Share', { ...share, AccessLevel: 'Edit' });
    assert.equal(idIn(again.body), idIn(made.body));
    assert.equal((await org.call('nobody', 'PATCH', `sobjects/Deal__c/${org.deal}`, { Name: 'Mine to edit' })).status, 204);
    const { records } = await query(
      org,
      'owner',
      `SELECT RowCause, UserOrGroupId FROM Deal__Share WHERE ParentId = '${org.deal}' ORDER BY RowCause`,
    );
    assert.deepEqual(records.map(({ RowCause }) => RowCause).sort(), ['Manual', 'Manual', 'Owner']);
    assert.equal((await org.call('owner', 'PATCH', `sobjects/Deal__c/${org.deal}`, { OwnerId: org.ids.get('boss') })).status, 204);
    assert.equal((await org.call('nobody', 'GET', `sobjects/Deal__c/${org.deal}`)).status, 404);
    assert.equal((await org.call('owner', 'GET', `sobjects/Deal__c/${org.deal}`)).status, 404);
  });

  test('are refused for reasons of the platform, for everything, and for queues', async () => {
    const base = { ParentId: org.queued, UserOrGroupId: org.ids.get('nobody'), AccessLevel: 'Read' };
    for (const [change, code] of [
      [{ RowCause: 'Rule' }, 'FIELD_INTEGRITY_EXCEPTION'],
      [{ AccessLevel: 'All' }, 'FIELD_FILTER_VALIDATION_EXCEPTION'],
      [{ UserOrGroupId: org.queueId }, 'FIELD_INTEGRITY_EXCEPTION'],
    ] as const) {
      assert.equal(errorCode((await org.call('admin', 'POST', 'sobjects/Deal__Share', { ...base, ...change })).body), code);
    }
  });
});

suite('Parents that are hidden', () => {
  test('are null beside their child, which shows its own values', async () => {
    const org = await startDealOrg('Private');
    try {
      const { records } = await query(org, 'nobody', 'SELECT Id, Name, (SELECT Id FROM Lines__r) FROM Deal__c');
      assert.deepEqual(records, []);
      const lines = await query(org, 'owner', 'SELECT Deal__r.Name FROM Line__c');
      assert.equal(lines.totalSize, 0);
      const semi = await query(org, 'nobody', 'SELECT Id FROM User WHERE Id IN (SELECT OwnerId FROM Deal__c)');
      assert.equal(semi.totalSize, 0);
      org.create('Memo__c', { Name: 'Open to all', Deal__c: org.deal });
      const memo = 'SELECT Name, Deal__c, Deal__r.Name FROM Memo__c';
      const shown = (await query(org, 'friend', memo)).records[0];
      assert.equal((shown?.['Deal__r'] as { Name?: string } | null)?.Name, 'Harbour crane');
      const hidden = (await query(org, 'nobody', memo)).records[0];
      assert.deepEqual([hidden?.['Name'], hidden?.['Deal__c'], hidden?.['Deal__r']], ['Open to all', org.deal, null]);
      assert.equal((await query(org, 'nobody', `${memo} WHERE Deal__r.Name LIKE 'Harbour%'`)).totalSize, 0);
      assert.equal((await query(org, 'owner', `${memo} WHERE Deal__r.Name LIKE 'Harbour%'`)).totalSize, 1);
      assert.equal((await query(org, 'owner', 'SELECT Id FROM User WHERE Id IN (SELECT OwnerId FROM Deal__c)')).totalSize, 1);
    } finally {
      await org.stop();
    }
  });
});

interface Rows {
  readonly totalSize?: number;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

async function query(org: DealOrg, person: Person | 'admin', soql: string): Promise<Rows> {
  const { status, body } = await org.call(person, 'GET', `query?q=${encodeURIComponent(soql)}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body as Rows;
}

function idsOf({ records }: Pick<Rows, 'records'>): string[] {
  return records.map((record) => String(record['Id']));
}

function listIn(body: unknown, name: string): Rows['records'] {
  return (body as Readonly<Record<string, Rows['records']>>)[name] ?? [];
}

function idIn(body: unknown): string {
  return String((body as { id?: unknown }).id);
}

function errorCode(body: unknown): string | undefined {
  return Array.isArray(body) ? (body as readonly { errorCode: string }[])[0]?.errorCode : undefined;
}
