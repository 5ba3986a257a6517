import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { FieldValues } from '../schema/types.ts';
import { errorsOf, idOf, shopOrg, type ShopOrg } from './testing/shopOrg.ts';

function shopWithStores(): { org: ShopOrg; regionIds: string[]; storeIds: string[] } {
  const org = shopOrg();
  const regionIds = ['North', 'South'].map((Name) => org.create('Region__c', { Name }));
  const storeIds = [0, 1, 2].map((place) => org.create('Store__c', { Name: `store ${place}`, Region__c: regionIds[place % 2] ?? null }));
  return { org, regionIds, storeIds };
}

/** The same figures, worked out from the children by SQL. */
function recomputed(org: ShopOrg): unknown[] {
  return org.database
    .prepare(
      `SELECT st."Id" AS id, count(s."Id") AS n, coalesce(sum(s."Amount__c"), 0) AS total, max(s."Amount__c") AS largest,
         coalesce(sum(s."Amount__c" * s."Amount__c"), 0) AS squares, min(s."SoldAt__c") AS first,
         coalesce(sum(CASE WHEN s."Kind__c" = 'Online' THEN s."Amount__c" END), 0) AS online
       FROM "Store__c" st LEFT JOIN "Sale__c" s ON s."Store__c" = st."Id" AND s."IsDeleted" = 0
       WHERE st."IsDeleted" = 0 GROUP BY st."Id" ORDER BY st."Id"`,
    )
    .all()
    .map((row) => ({
      ...row,
      total: Number(row['total']).toFixed(4),
      squares: Number(row['squares']).toFixed(4),
      online: Number(row['online']).toFixed(4),
    }));
}

function kept(org: ShopOrg): unknown[] {
  return org.database
    .prepare(
      `SELECT "Id" AS id, "SaleCount__c" AS n, "SalesTotal__c" AS total, "Largest__c" AS largest, "SquareTotal__c" AS squares,
         "FirstSoldAt__c" AS first, "OnlineTotal__c" AS online FROM "Store__c" WHERE "IsDeleted" = 0 ORDER BY "Id"`,
    )
    .all()
    .map((row) => ({
      ...row,
      total: Number(row['total']).toFixed(4),
      squares: Number(row['squares']).toFixed(4),
      online: Number(row['online']).toFixed(4),
    }));
}

describe('roll-ups', () => {
  it('begin at zero for counts and sums, blank for extremes', () => {
    const { org, storeIds } = shopWithStores();
    const store = org.stored('Store__c', storeIds[0] ?? '');
    assert.deepEqual([store['SaleCount__c'], store['SalesTotal__c'], store['Largest__c']], [0, 0, null]);
  });

  it('climb through the master to its master', () => {
    const { org, regionIds, storeIds } = shopWithStores();
    for (const [place, storeId] of storeIds.entries()) org.create('Sale__c', { Name: 's', Store__c: storeId, Amount__c: 10 + place });
    const region = org.stored('Region__c', regionIds[0] ?? '');
    assert.deepEqual([region['SalesTotal__c'], region['StoreCount__c']], [22, 2]);
  });

  it('follow a record to another master', () => {
    const { org, regionIds, storeIds } = shopWithStores();
    const [from = '', to = ''] = storeIds;
    const id = org.create('Sale__c', { Name: 's', Store__c: from, Amount__c: 7 });
    idOf(org.records.update('Sale__c', [{ Id: id, Store__c: to }], org.options)[0]);
    assert.deepEqual(
      [from, to].map((store) => org.stored('Store__c', store)['SalesTotal__c']),
      [0, 7],
    );
    assert.deepEqual(
      regionIds.map((region) => org.stored('Region__c', region)['SalesTotal__c']),
      [0, 7],
    );
  });

  it('run the parent’s own flows, once for a batch', () => {
    const { org, storeIds } = shopWithStores();
    const saved: number[] = [];
    org.triggers.afterSave = ({ object, rows }) => {
      if (object.name === 'Store__c') saved.push(rows.length);
    };
    org.records.insert(
      'Sale__c',
      Array.from({ length: 100 }, (_unused, place) => ({ Name: 's', Store__c: storeIds[place % 3] ?? null, Amount__c: 1 })),
      org.options,
    );
    assert.deepEqual(saved, [3]);
  });

  it('reject the child when a rule refuses the parent, and keep the others', () => {
    const { org, storeIds } = shopWithStores();
    const [closed = '', open = ''] = storeIds;
    idOf(org.records.update('Store__c', [{ Id: closed, Closed__c: true }], org.options)[0]);
    const results = org.records.insert(
      'Sale__c',
      [closed, open].map((Store__c) => ({ Name: 's', Store__c, Amount__c: 1 })),
      org.options,
    );
    assert.deepEqual(errorsOf(results[0]), ['FIELD_CUSTOM_VALIDATION_EXCEPTION: A closed store sells nothing.']);
    idOf(results[1]);
    assert.deepEqual(
      [closed, open].map((id) => org.stored('Store__c', id)['SaleCount__c']),
      [0, 1],
    );
  });

  it('find the next extreme when a flow changes the record that has just set it', () => {
    const { org, storeIds } = shopWithStores();
    const [storeId = ''] = storeIds;
    org.triggers.afterSave = ({ object, operation, rows, user }) => {
      if (object.name !== 'Sale__c' || operation !== 'insert') return;
      org.records.update(
        'Sale__c',
        rows.map((row) => ({ Id: row.id, Amount__c: 1 })),
        { user, allOrNone: true },
      );
    };
    org.create('Sale__c', { Name: 's', Store__c: storeId, Amount__c: 900 });
    const store = org.stored('Store__c', storeId);
    assert.deepEqual([store['Largest__c'], store['SalesTotal__c']], [1, 1]);
  });

  it('always equal a recomputation, whatever is done in whatever order', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 999_999 }).map((cents) => cents / 100));
    const change = fc.record({
      kind: fc.constantFrom('insert', 'update', 'move', 'delete'),
      place: fc.nat(30),
      store: fc.nat(2),
      amount,
      online: fc.boolean(),
      soldAt: fc.option(fc.integer({ min: 0, max: 50 }).map((day) => day * 86_400_000)),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const { org, storeIds } = shopWithStores();
        const saleIds: string[] = [];
        for (const { kind, place, store, online, soldAt, ...rest } of changes) {
          const values: FieldValues = { Amount__c: rest.amount, Kind__c: online ? 'Online' : 'Counter', SoldAt__c: soldAt };
          const id = saleIds[place % Math.max(1, saleIds.length)];
          const Store__c = storeIds[store] ?? null;
          if (kind === 'insert' || id === undefined) saleIds.push(org.create('Sale__c', { ...values, Name: 's', Store__c }));
          else if (kind === 'update') idOf(org.records.update('Sale__c', [{ ...values, Id: id }], org.options)[0]);
          else if (kind === 'move') idOf(org.records.update('Sale__c', [{ Id: id, Store__c }], org.options)[0]);
          else {
            idOf(org.records.delete('Sale__c', [id], org.options)[0]);
            saleIds.splice(saleIds.indexOf(id), 1);
          }
        }
        assert.deepEqual(kept(org), recomputed(org));
        org.database.close();
      }),
      { numRuns: 25 },
    );
  });
});
