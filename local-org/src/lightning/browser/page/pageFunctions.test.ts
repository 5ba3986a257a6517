import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FormModel } from '../../pages/formTypes.ts';
import type { ListPageModel, RegionModel, RelatedListModel } from '../../pages/pageSettings.ts';
import { firstValues, valuesToSave } from './formValues.ts';
import { listAddress, nextSort, withMore } from './listState.ts';
import { narrowOrder } from './narrowOrder.ts';
import { recordOf, relatedListSelection } from './relatedListQuery.ts';

const own: ListPageModel['sort'] = { column: 'Name', descending: false };

describe('a list', () => {
  it('given a column, sorts by it, and the other way round when it is chosen again', () => {
    assert.deepEqual(nextSort(own, 'Phone'), { column: 'Phone', descending: false });
    assert.deepEqual(nextSort(own, 'Name'), { column: 'Name', descending: true });
    assert.deepEqual(nextSort({ column: 'Name', descending: true }, 'Name'), own);
  });

  it('given an order and words, says them in its address, and keeps the rest of it', () => {
    const here = 'http://127.0.0.1/lightning/o/Account/list?filterName=Mine&sort=Phone';
    assert.equal(listAddress(here, { sort: own, search: '' }, own), '/lightning/o/Account/list?filterName=Mine');
    assert.equal(
      listAddress(here, { sort: { column: 'Phone', descending: true }, search: 'a b' }, own),
      '/lightning/o/Account/list?filterName=Mine&sort=-Phone&search=a+b',
    );
  });

  it('given rows that it has already, shows none twice', () => {
    const row = (id: string): ListPageModel['rows'][number] => ({ id, name: id, cells: [] });
    const state = withMore({ rows: [row('1'), row('2')], total: 3, sort: own, search: '' }, { rows: [row('2'), row('3')], total: 4 });
    assert.deepEqual([state.rows.map(({ id }) => id), state.total], [['1', '2', '3'], 4]);
  });
});

describe('a form', () => {
  const field = { label: '', required: false } as const;
  const form: FormModel = {
    objectApiName: 'Contact',
    label: 'Contact',
    icon: '',
    nameField: 'Name',
    sections: [
      {
        label: '',
        columns: [
          [
            { ...field, name: 'LastName', type: 'string' },
            { ...field, name: 'Title', type: 'string', byDefault: 'Buyer' },
            { ...field, name: 'Active__c', type: 'boolean', byDefault: true },
          ],
        ],
      },
    ],
  };

  it('given a new record, begins with the defaults, those of the link first, and sends what has a value', () => {
    const before = firstValues(form, undefined, { LastName: 'Ek' });
    assert.deepEqual(before, { LastName: 'Ek', Title: 'Buyer', Active__c: true });
    assert.deepEqual(valuesToSave(before, { ...before, Title: '' }, true), { LastName: 'Ek', Active__c: true });
  });

  it('given a record, sends what was changed, and blanks as blanks', () => {
    const values = { LastName: { displayValue: null, value: 'Ek' }, Title: { displayValue: null, value: 'Buyer' } };
    const before = firstValues(form, { apiName: 'Contact', id: '003', fields: values }, {});
    assert.deepEqual(valuesToSave(before, { ...before, Title: '' }, false), { Title: null });
    assert.deepEqual(valuesToSave(before, before, false), {});
  });
});

describe('a page of one column', () => {
  it("given regions, then those with the package's components come first, tabs that are not open aside", () => {
    const region = (name: string, component: string, inTab = false): RegionModel => {
      const shown = { key: '', name: component, properties: {}, children: [] };
      const other = { key: '', name: 'flexipage:tab', properties: {}, children: [] };
      const tab = { ...other, children: [shown] };
      const tabs = { key: '', name: 'flexipage:tabset', properties: {}, children: [other, tab] };
      return { name, components: [inTab ? tabs : shown] };
    };
    const regions = [region('main', 'force:detailPanel'), region('left', 'c:chart', true), region('sidebar', 'c:customerPulse')];
    assert.deepEqual(
      narrowOrder(regions).map(({ name }) => name),
      ['sidebar', 'main', 'left'],
    );
  });
});

describe('a related list', () => {
  const list: RelatedListModel = {
    relatedListId: 'Contacts',
    label: 'Contacts',
    recordLabel: 'Contact',
    objectApiName: 'Contact',
    icon: '',
    parentField: 'AccountId',
    may: { create: true, edit: true, delete: true },
    columns: [
      { name: 'Name', label: 'Name', type: 'string', isName: true },
      { name: 'OwnerId', label: 'Owner', type: 'reference', namePath: 'Owner.Name', nameTypes: [{ object: 'User', field: 'Name' }] },
      { name: 'MailingAddress', label: 'Address', type: 'address' },
    ],
    sortBy: ['-Contact.Name'],
  };

  it('given columns, asks for their values and for the names of what they point at', () => {
    assert.equal(
      relatedListSelection(list, '001', 6),
      'Contact(where: { AccountId: { eq: "001" } }, orderBy: { Name: { order: DESC, nulls: LAST } }, first: 6) { totalCount edges { node ' +
        '{ Id Name { value displayValue } OwnerId { value displayValue } Owner { ... on User { Name { value } } } } } }',
    );
  });

  it('given an answer, is shown as a record of UI API', () => {
    const record = recordOf(
      { Id: '003', Name: { value: 'Ann', displayValue: null }, Owner: { Name: { value: 'Bo' } }, Account: null },
      'Contact',
    );
    assert.equal(record.fields['Name']?.value, 'Ann');
    assert.deepEqual(record.fields['Owner']?.value, { apiName: '', id: '', fields: { Name: { value: 'Bo' } } });
    assert.equal(record.fields['Account']?.value, null);
  });
});
