import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { answer } from 'jest-mocks/answers';
import {
  choose,
  give,
  lastQuery,
  lastVariables,
  press,
  RECORD_ID,
  showHistory,
  shownNames,
  shownText,
  stateOf,
  textOfBlob,
} from 'jest-mocks/historyCard';
import { clearPage, find, findAll, settled, textOf } from 'jest-mocks/page';
import { field } from 'jest-mocks/pulseRecords';
import { errorBody, graphqlWire, recordWire } from 'jest-mocks/wires';

describe('c-response-history-card', () => {
  afterEach(clearPage);

  it('shows that it loads', async () => {
    const history = await showHistory();
    expect(stateOf(history)).toBe('loading');
    expect(findAll(history, '[data-filter="search"]')).toHaveLength(0);
    await expect(history).toBeAccessible();
  });

  it.each([
    ['Account', 'Account__c'],
    ['Contact', 'Contact__c'],
    ['ContactPulse__c', 'ContactPulse__c'],
  ])('asks for the answers of an %s', async (objectApiName, lookup) => {
    await showHistory({ objectApiName });
    expect(lastQuery()).toContain(`${lookup}: { eq: $parentId }`);
    expect(lastVariables()).toEqual({ parentId: RECORD_ID, after: null });
  });

  it('asks on the page of an answer for all answers of the same person, once it knows who that is', async () => {
    const own = answer(2);
    const history = await showHistory({ objectApiName: 'PulseResponse__c', recordId: own.Id });
    expect(recordWire.getLastConfig()).toEqual({ recordId: own.Id, fields: ['PulseResponse__c.ContactPulse__c'] });
    expect(lastQuery()).toBeUndefined();

    recordWire.emit({ apiName: 'PulseResponse__c', id: own.Id, fields: { ContactPulse__c: field('a01000000000001AAA') } });
    await settled();
    expect(lastQuery()).toContain('ContactPulse__c: { eq: $parentId }');
    expect(lastVariables()['parentId']).toBe('a01000000000001AAA');

    await give([answer(1), own]);
    expect(findAll(history, 'c-response-item').map((item) => Reflect.get(item, 'isThisRecord') as boolean)).toEqual([false, true]);
  });

  it('lists the answers month by month, and says how many there are', async () => {
    const history = await showHistory();
    await give([answer(3), answer(2), answer(1, { respondedAt: { value: '2026-09-01T12:00:00.000Z' } })], 40, 'cursor-1');
    expect(shownNames(history)).toEqual(['PR-00000003', 'PR-00000002', 'PR-00000001']);
    expect(findAll(history, '.month').map(textOf)).toEqual(['October 2026', 'September 2026']);
    expect(stateOf(history)).toBe('ready');
    expect(shownText(history)).toBe('3 of 40 answers shown');
    await expect(history).toBeAccessible();
  });

  it('says that comments are closed to the user, once, and shows the rest', async () => {
    const history = await showHistory();
    const { comment: _hidden, ...withoutComment } = answer(1);
    await give([withoutComment]);
    expect(textOf(find(history, '[data-figure="no-comments"]'))).toBe('You may not read comments: ratings and follow-ups only.');
    await expect(history).toBeAccessible();
  });

  it('says nothing of closed comments where somebody only wrote none', async () => {
    const history = await showHistory();
    await give([answer(1, { comment: { value: null } })]);
    expect(findAll(history, '[data-figure="no-comments"]')).toHaveLength(0);
  });

  it('speaks of one answer in the singular', async () => {
    const history = await showHistory();
    await give([answer(1)]);
    expect(shownText(history)).toBe('1 answer');
  });

  it('shows the answers as a table, sorted as asked', async () => {
    const history = await showHistory();
    await give([answer(3), answer(2, { rating: { value: 2 } })]);
    await press(history, 'table');
    expect(find(history, '[data-part="table"]')).toMatchObject({ hasPeople: true, hasComments: true, caption: '2 of 2 answers shown' });
    find(history, '[data-part="table"]').dispatchEvent(new CustomEvent('sort', { detail: { key: 'rating', ascending: true } }));
    await settled();
    expect((Reflect.get(find(history, '[data-part="table"]'), 'rows') as { name: string }[]).map(({ name }) => name)).toEqual([
      'PR-00000002',
      'PR-00000003',
    ]);
    await expect(history).toBeAccessible();
    await press(history, 'timeline');
    expect(shownNames(history)).toEqual(['PR-00000003', 'PR-00000002']);
  });

  it('begins with the table where the page says so', async () => {
    const history = await showHistory({ startView: 'Table' });
    await give([answer(1)]);
    expect(findAll(history, '[data-part="table"]')).toHaveLength(1);
  });

  it('exports what is found, safe for spreadsheets', async () => {
    const history = await showHistory();
    const files: Blob[] = [];
    Object.assign(URL, { createObjectURL: (file: Blob) => `blob:${String(files.push(file))}`, revokeObjectURL: jest.fn() });
    const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
    await give([answer(3, { comment: { value: '=HYPERLINK("x")' } }), answer(2, { rating: { value: null } })]);
    await choose(history, { search: 'hyperlink' });
    expect(find(history, 'lightning-menu-item')).toMatchObject({ label: 'Export 1 answer (CSV)' });
    find(history, '[data-action="more-actions"]').dispatchEvent(new CustomEvent('select', { detail: { value: 'export' } }));
    await settled();
    expect(clicked).toHaveBeenCalledTimes(1);
    clicked.mockRestore();
    expect(await textOfBlob(files[0])).toBe(
      `"Answer","Answered","Rating","Touchpoint","Comment"\r\n"PR-00000003","Oct 3, 2026",9,"Delivery","'=HYPERLINK(""x"")"\r\n`,
    );
  });

  it('says when there are no answers at all, without filters over nothing', async () => {
    const history = await showHistory();
    await give([]);
    expect(stateOf(history)).toBe('empty');
    expect(findAll(history, '[data-filter="search"]')).toHaveLength(0);
    await expect(history).toBeAccessible();
  });

  it('shows what went wrong, and tries again', async () => {
    const history = await showHistory();
    const refresh = jest.fn(() => Promise.resolve());
    graphqlWire.emit({ errors: [{ message: 'The org is busy.' }], refresh });
    await settled();
    expect(find(history, 'c-card-frame')).toMatchObject({ state: 'error', stateText: 'The org is busy.' });
    await expect(history).toBeAccessible();

    find(history, 'c-card-frame').dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect([refresh.mock.calls.length, stateOf(history)]).toEqual([1, 'loading']);
  });

  it('takes an answer with its part missing as an error', async () => {
    const history = await showHistory();
    graphqlWire.emit({ data: { uiapi: { query: { answers: null } } }, errors: [{ message: 'No such field.' }] });
    await settled();
    expect(stateOf(history)).toBe('error');
  });

  it('says so where the user may not see the answer whose page it is', async () => {
    const history = await showHistory({ objectApiName: 'PulseResponse__c' });
    recordWire.error(errorBody('No access', 'INSUFFICIENT_ACCESS'), 403);
    await settled();
    expect(stateOf(history)).toBe('noAccess');
    await expect(history).toBeAccessible();
  });

  it('reads the answer again where that failed first, and then shows the history', async () => {
    const history = await showHistory({ objectApiName: 'PulseResponse__c' });
    recordWire.error(errorBody('The org is busy.'), 500);
    await settled();
    find(history, 'c-card-frame').dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: RECORD_ID }]);

    recordWire.emit({ apiName: 'PulseResponse__c', id: RECORD_ID, fields: { ContactPulse__c: field('a01000000000001AAA') } });
    await settled();
    await give([answer(1)]);
    expect(stateOf(history)).toBe('ready');
  });

  it('reads everything anew when an answer was excluded', async () => {
    const history = await showHistory();
    const refresh = jest.fn(() => Promise.resolve());
    await give([answer(1)], 1, null, refresh);
    find(history, '.timeline').dispatchEvent(new CustomEvent('answerchanged'));
    await settled();
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: RECORD_ID }]);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('takes its heading from the page, and its own when the page gives none', async () => {
    expect(find(await showHistory(), 'c-card-frame')).toMatchObject({ heading: 'Response History' });
    clearPage();
    expect(find(await showHistory({ cardTitle: 'Voices' }), 'c-card-frame')).toMatchObject({ heading: 'Voices' });
  });
});
