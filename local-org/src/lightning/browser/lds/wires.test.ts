import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Call, callsMade, orgAnswers, record, settled } from '../testing/page.ts';

const records = await import('../lightning/uiRecordApi/uiRecordApi.ts');
const infos = await import('../lightning/uiObjectInfoApi/uiObjectInfoApi.ts');
const lists = await import('../lightning/uiListsApi/uiListsApi.ts');
const related = await import('../lightning/uiRelatedListApi/uiRelatedListApi.ts');
const { getLayout } = await import('../lightning/uiLayoutApi/uiLayoutApi.ts');
const { getLookupRecords } = await import('../lightning/uiLookupsApi/uiLookupsApi.ts');

interface Wire {
  connect(): void;
  update(config: object): void;
}

type WireClass = new (emit: (result: unknown) => void) => Wire;

/** The last result of a wire with this configuration. */
async function wired(Adapter: unknown, config: object): Promise<unknown> {
  const results: unknown[] = [];
  const wire = new (Adapter as WireClass)((result) => results.push(result));
  wire.connect();
  wire.update(config);
  await settled();
  return results.at(-1);
}

const asked = (): readonly string[] => callsMade().map(({ method, path }) => `${method} ${path}`);

suite('wires over UI API', () => {
  const cases: readonly (readonly [string, unknown, object, string])[] = [
    [
      'getRecordUi',
      records.getRecordUi,
      { recordIds: ['001U'], layoutTypes: ['Full'], modes: 'View' },
      'GET /ui-api/record-ui/001U?layoutTypes=Full&modes=View',
    ],
    [
      'getRecordCreateDefaults',
      records.getRecordCreateDefaults,
      { objectApiName: { objectApiName: 'Account' } },
      'GET /ui-api/record-defaults/create/Account',
    ],
    [
      'getObjectInfos',
      infos.getObjectInfos,
      { objectApiNames: ['Account', { objectApiName: 'Contact' }] },
      'GET /ui-api/object-info/batch/Account,Contact',
    ],
    [
      'getPicklistValuesByRecordType',
      infos.getPicklistValuesByRecordType,
      { objectApiName: 'Account', recordTypeId: '012A' },
      'GET /ui-api/object-info/Account/picklist-values/012A',
    ],
    [
      'getListInfoByName',
      lists.getListInfoByName,
      { objectApiName: 'Account', listViewApiName: 'All' },
      'GET /ui-api/list-info/Account/All',
    ],
    ['getListInfosByObjectName', lists.getListInfosByObjectName, { objectApiName: 'Account' }, 'GET /ui-api/list-info/Account'],
    [
      'getRelatedListInfo',
      related.getRelatedListInfo,
      { parentObjectApiName: 'Account', relatedListId: 'Contacts' },
      'GET /ui-api/related-list-info/Account/Contacts',
    ],
    [
      'getRelatedListCount',
      related.getRelatedListCount,
      { parentRecordId: '001A', relatedListId: 'Contacts', maxCount: 5 },
      'GET /ui-api/related-list-count/001A/Contacts?maxCount=5',
    ],
    [
      'getLayout',
      getLayout,
      { objectApiName: 'Account', layoutType: 'Full', mode: 'Edit' },
      'GET /ui-api/layout/Account?layoutType=Full&mode=Edit',
    ],
  ];
  for (const [name, adapter, config, address] of cases) {
    test(`given ${name}, it asks at one address, and waits while something is missing`, async () => {
      orgAnswers(() => ({ body: { is: name } }));
      await wired(adapter, Object.fromEntries(Object.keys(config).map((key) => [key, undefined])));
      assert.deepEqual(asked(), []);
      assert.deepEqual(await wired(adapter, config), { data: { is: name }, error: undefined });
      assert.deepEqual(asked(), [address]);
    });
  }

  test('given several records, they come in one request, and again when one of them is written', async () => {
    const answer = {
      results: [
        { statusCode: 200, result: record('001P', { Name: 'A' }) },
        { statusCode: 404, result: [] },
      ],
    };
    orgAnswers(({ method }: Call) => ({ body: method === 'PATCH' ? record('001P', { Name: 'B' }) : answer }));
    await wired(records.getRecords, { records: [{ recordIds: ['001P', '001Q'], fields: ['Account.Name'] }] });
    assert.deepEqual(asked(), ['GET /ui-api/records/batch/001P,001Q?fields=Account.Name']);
    await records.updateRecord({ fields: { Id: '001P', Name: 'B' } });
    await settled();
    assert.equal(asked().filter((call) => call.includes('batch')).length, 2);
  });

  test('given several related lists, they come in one request', async () => {
    const results = [
      { statusCode: 200, result: { records: [record('003A', { Name: 'Ada' })], count: 1 } },
      { statusCode: 404, result: [] },
    ];
    orgAnswers(() => ({ body: { results } }));
    const relatedListParameters = [{ relatedListId: 'Contacts', fields: ['Contact.Name'] }, { relatedListId: 'Nothing' }];
    const result = await wired(related.getRelatedListRecordsBatch, { parentRecordId: '001B', relatedListParameters });
    assert.deepEqual(asked(), ['POST /ui-api/related-list-records/batch/001B']);
    assert.deepEqual(callsMade()[0]?.body, { relatedListParameters });
    assert.deepEqual(result, { data: { results }, error: undefined });
  });

  test('given a record of a related list that is written, the list is read again, and no other list', async () => {
    const list = (id: string): object => ({ records: [record(id, { Name: 'Ada' })], count: 1 });
    orgAnswers(({ path }) => ({ body: list(path.includes('001S') ? '003S' : '003T') }));
    await wired(related.getRelatedListRecords, { parentRecordId: '001S', relatedListId: 'Contacts', fields: ['Contact.Name'] });
    await wired(related.getRelatedListRecords, { parentRecordId: '001T', relatedListId: 'Contacts', fields: ['Contact.Name'] });
    orgAnswers(({ method }) => ({ body: method === 'PATCH' ? record('003S', { Name: 'Eve' }) : list('003S') }));
    await records.updateRecord({ fields: { Id: '003S', Name: 'Eve' } });
    await settled();
    assert.deepEqual(asked(), ['PATCH /ui-api/records/003S', 'GET /ui-api/related-list-records/001S/Contacts?fields=Contact.Name']);
  });

  test('given a list view and a lookup, their questions are sent in the body', async () => {
    orgAnswers(() => ({ body: { records: [], nextPageToken: null } }));
    await wired(lists.getListRecordsByName, { objectApiName: 'Account', listViewApiName: 'All', pageSize: 5, sortBy: ['-Name'] });
    await wired(getLookupRecords, { fieldApiName: 'Contact.AccountId', targetApiName: 'Account', requestParams: { q: 'ac' } });
    assert.deepEqual(asked(), ['POST /ui-api/list-records/Account/All', 'POST /ui-api/lookups/Contact/AccountId/Account']);
    assert.deepEqual(
      callsMade().map(({ body }) => body),
      [{ pageSize: 5, sortBy: ['-Name'] }, { q: 'ac' }],
    );
  });

  test('given two picklists of an object at once, one request serves both; one alone is asked by itself', async () => {
    const picklistFieldValues = { Industry: { values: ['i'] }, Type: { values: ['t'] } };
    orgAnswers(() => ({ body: { picklistFieldValues } }));
    const config = (field: string): object => ({ recordTypeId: '012P', fieldApiName: { objectApiName: 'Account', fieldApiName: field } });
    const both = await Promise.all([wired(infos.getPicklistValues, config('Industry')), wired(infos.getPicklistValues, config('Type'))]);
    assert.deepEqual(asked(), ['GET /ui-api/object-info/Account/picklist-values/012P']);
    assert.deepEqual(
      both.map((result) => (result as { readonly data: unknown }).data),
      [{ values: ['i'] }, { values: ['t'] }],
    );
    orgAnswers(() => ({ body: { values: ['r'] } }));
    await wired(infos.getPicklistValues, { recordTypeId: '012P', fieldApiName: 'Account.Rating' });
    assert.deepEqual(asked(), ['GET /ui-api/object-info/Account/picklist-values/012P/Rating']);
  });

  test('given a record and its object info, inputs hold what may be written and what was edited', () => {
    const original = record('001I', { Name: 'A', Phone: '1', Score__c: 3 });
    const info = { fields: { Name: { createable: true, updateable: true }, Score__c: { createable: false, updateable: false } } };
    assert.deepEqual(records.generateRecordInputForCreate(original, info), { apiName: 'Account', fields: { Name: 'A', Phone: '1' } });
    const input = records.generateRecordInputForUpdate(original, info);
    assert.deepEqual(input, { fields: { Name: 'A', Phone: '1', Id: '001I' } });
    const edited = { ...input, fields: { ...input.fields, Name: 'B' } };
    assert.deepEqual(records.createRecordInputFilteredByEditedFields(edited, original), { fields: { Name: 'B', Id: '001I' } });
  });

  test('given the moment at which a record was read, it is written on that condition', async () => {
    orgAnswers(() => ({ body: record('001H', { Name: 'A' }) }));
    await records.updateRecord({ fields: { Id: '001H', Name: 'A' } }, { ifUnmodifiedSince: '2026-01-01T00:00:00.000Z' });
    assert.equal(callsMade()[0]?.headers['If-Unmodified-Since'], '2026-01-01T00:00:00.000Z');
  });
});
