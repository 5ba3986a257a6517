import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ListView, ListViewFilter } from '../../metadata/listView.ts';
import { buildSchema } from '../../schema/buildSchema.ts';
import { OrgSchema } from '../../schema/orgSchema.ts';
import type { SObjectType } from '../../schema/types.ts';
import { listViewQuery } from './listViewQuery.ts';

const schema = buildSchema({ folder: '', files: [] });
const userId = '005000000000001AAA';

suite('List view query', () => {
  test('given columns in the words of list views, the fields behind them are read, with the names of what they point at', () => {
    const { columns, soql } = listViewQuery(
      view(['OBJECT_ID', 'NAME', 'OWNER.ALIAS', 'CREATED_DATE'], []),
      object('Account'),
      schema,
      userId,
      { limit: 51, offset: 50 },
    );
    assert.deepEqual(
      columns.map((field) => field.name),
      ['Id', 'Name', 'OwnerId', 'CreatedDate'],
    );
    assert.equal(soql, 'SELECT Id, Name, OwnerId, Owner.Name, CreatedDate FROM Account ORDER BY Name ASC, Id LIMIT 51 OFFSET 50');
  });

  test('given a reader who does not see what a column points at, its name is not asked for', () => {
    const without = new OrgSchema(
      [...schema.objects.values()].filter(({ name }) => name !== 'User' && name !== 'Group'),
      schema.setup,
    );
    const { soql } = listViewQuery(view(['NAME', 'CREATEDBY_USER'], []), object('Account'), without, userId, { limit: 5 });
    assert.equal(soql, 'SELECT Id, Name, CreatedById FROM Account ORDER BY Name ASC, Id LIMIT 5');
  });

  const conditions: readonly (readonly [Omit<ListViewFilter, 'field'> & { readonly field?: string }, string])[] = [
    [{ operation: 'equals', value: 'Hot' }, "Rating = 'Hot'"],
    [{ operation: 'equals', value: 'Hot,Warm' }, "Rating IN ('Hot', 'Warm')"],
    [{ operation: 'equals' }, 'Rating = NULL'],
    [{ operation: 'notEqual' }, 'Rating != NULL'],
    [{ operation: 'notEqual', value: 'Hot,Warm' }, "Rating NOT IN ('Hot', 'Warm')"],
    [{ operation: 'equals', value: "O'Hara \\ Sons" }, String.raw`Rating = 'O\'Hara \\ Sons'`],
    [{ operation: 'contains', value: '50%' }, String.raw`(Rating LIKE '%50\%%')`],
    [{ operation: 'startsWith', value: 'Ho,Wa' }, "(Rating LIKE 'Ho%' OR Rating LIKE 'Wa%')"],
    [{ operation: 'notContain', value: 'Ho' }, "(NOT (Rating LIKE '%Ho%'))"],
    [{ operation: 'lessThan', field: 'AnnualRevenue', value: '1000' }, 'AnnualRevenue < 1000'],
    [{ operation: 'lessThan', field: 'LastActivityDate', value: 'TODAY' }, 'LastActivityDate < TODAY'],
    [{ operation: 'greaterOrEqual', field: 'LastActivityDate', value: 'LAST_N_DAYS:30' }, 'LastActivityDate >= LAST_N_DAYS:30'],
    [{ operation: 'equals', field: 'IsDeleted', value: '0' }, 'IsDeleted = FALSE'],
  ];
  for (const [filter, expected] of conditions) {
    test(`given ${filter.operation} ${filter.value ?? 'nothing'}, the condition is ${expected}`, () => {
      const { soql } = listViewQuery(view(['NAME'], [{ field: 'Rating', ...filter }]), object('Account'), schema, userId, { limit: 5 });
      assert.equal(soql, `SELECT Id, Name FROM Account WHERE ${expected} ORDER BY Name ASC, Id LIMIT 5`);
    });
  }

  test("given a view of one's own records, only those are read", () => {
    const { soql } = listViewQuery({ ...view(['NAME'], []), mineOnly: true }, object('Account'), schema, userId, { limit: 5 });
    assert.match(soql, /WHERE OwnerId = '005000000000001AAA'/u);
  });
});

function view(columns: readonly string[], filters: readonly ListViewFilter[]): ListView {
  return { name: 'Test', objectName: 'Account', label: 'Test', columns, filters, mineOnly: false };
}

function object(name: string): SObjectType {
  const found = schema.object(name);
  assert.ok(found);
  return found;
}
