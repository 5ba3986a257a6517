import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { reportOf, ShopReports } from './testing/shopReports.ts';
import type { ReportDefinition, ReportResult } from './types.ts';

let shop: ShopReports;

before(() => {
  shop = new ShopReports();
});

after(() => {
  shop.close();
});

/** Answers by rating, the best first, without groups and figures. */
function list(changes: Partial<ReportDefinition>, mostRows: number): ReportResult {
  const definition = reportOf({
    format: 'tabular',
    groupingsDown: [],
    detailColumns: ['Answer__c$Rating__c'],
    sortBy: [{ column: 'Answer__c$Rating__c', sortOrder: 'Desc' }],
    ...changes,
  });
  return shop.engine.run(definition, shop.user, { includeDetails: true, mostRows });
}

function ratings({ factMap }: ReportResult): readonly unknown[] {
  return (factMap.get('T!T')?.rows ?? []).map(([cell]) => cell?.value);
}

describe('a list of rows without figures', () => {
  it('given any answers, when it is cut, then the first rows are told and whether others follow, as with a count beside them', () => {
    const given = fc.record({
      values: fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 12 }),
      mostRows: fc.integer({ min: 1, max: 14 }),
      rowLimit: fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(given, ({ values, mostRows, rowLimit }) => {
        shop.fresh(values.map((value) => ({ Rating__c: value })));
        const limited = rowLimit === undefined ? {} : { rowLimit };
        const plain = list(limited, mostRows);
        const counted = list({ ...limited, aggregates: ['RowCount'] }, mostRows);
        const wanted = values.toSorted((one, other) => other - one).slice(0, rowLimit);
        assert.deepEqual(ratings(plain), wanted.slice(0, mostRows));
        assert.deepEqual(ratings(counted), ratings(plain));
        assert.equal(plain.allData, wanted.length <= mostRows);
        assert.equal(counted.allData, plain.allData);
        assert.equal(plain.hasDetailRows, true);
      }),
    );
  });

  it('given a filter on what is not blank, when rows are read, then those with a value are told whatever an index would say', () => {
    shop.fresh([{ Rating__c: 3, Channel__c: 'Web' }, { Rating__c: 4, Channel__c: null }, { Rating__c: 5 }]);
    const filters = [{ column: 'Answer__c$Channel__c', operator: 'notEqual', value: '' }] as const;
    assert.deepEqual(ratings(list({ filters }, 10)), [3]);
  });
});
