import ResponseHistory from 'c/responseHistory';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import type { ResponseNode } from 'c/responseRows';
import { answer, pageOf } from 'jest-mocks/answers';
import { clearPage, find, findAll, settled, show, statesOf, textOf } from 'jest-mocks/page';
import { field } from 'jest-mocks/pulseRecords';
import { errorBody, graphqlWire, recordWire } from 'jest-mocks/wires';

const RECORD_ID = '001000000000001AAA';

describe('c-response-history', () => {
  afterEach(clearPage);

  it('shows that it loads', async () => {
    const history = await showHistory();
    expect(statesOf(history)).toEqual(['loading']);
    expect(findAll(history, '[data-filter]')).toHaveLength(0);
    await expect(history).toBeAccessible();
  });

  it.each([
    ['Account', 'Account__c'],
    ['Contact', 'Contact__c'],
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

  it('lists the answers as they come, and says how many there are', async () => {
    const history = await showHistory();
    await give([answer(3), answer(2)], 40, 'cursor-1');
    expect(shownNames(history)).toEqual(['PR-00000003', 'PR-00000002']);
    expect(statesOf(history)).toEqual(['rows']);
    expect(textOf(find(history, '[role="status"]'))).toBe('2 of 40 answers shown');
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
    expect(textOf(find(history, '[role="status"]'))).toBe('1 answer');
  });

  it('loads a further page below the first, and moves the focus to it', async () => {
    const history = await showHistory();
    await give([answer(3)], 2, 'cursor-1');
    find(history, '[data-action="more"]').click();
    await settled();
    expect(lastVariables()['after']).toBe('cursor-1');
    expect(statesOf(history)).toEqual(['rows', 'loading']);

    await give([answer(2)], 2);
    expect(shownNames(history)).toEqual(['PR-00000003', 'PR-00000002']);
    expect(findAll(history, '[data-action="more"]')).toHaveLength(0);
    expect(history.shadowRoot?.activeElement).toBe(findAll(history, 'c-response-item')[1]);
  });

  it('shows an answer once, though pages overlap when a new one arrives', async () => {
    const history = await showHistory();
    await give([answer(3), answer(2)], 3, 'cursor-1');
    find(history, '[data-action="more"]').click();
    await settled();
    await give([answer(2), answer(1)], 3);
    expect(shownNames(history)).toEqual(['PR-00000003', 'PR-00000002', 'PR-00000001']);
  });

  it('filters by band in the org, from the first page', async () => {
    const history = await showHistory();
    await give([answer(3)], 30, 'cursor-1');
    await choose(history, 'band', 'Red');
    expect(lastQuery()).toContain('Rating__c: { lt: 7 }');
    expect(lastVariables()['after']).toBeNull();
    expect(statesOf(history)).toEqual(['rows', 'replacing']);

    await give([answer(1, { rating: { value: 2 } })]);
    expect(shownNames(history)).toEqual(['PR-00000001']);
  });

  it('offers the touchpoints it has met, and filters by one', async () => {
    const history = await showHistory();
    await give([answer(3, { touchpoint: { value: 'Sales' } }), answer(2), answer(1, { touchpoint: { value: null } })]);
    expect(optionsOf(history, 'touchpoint')).toEqual(['All', 'Delivery', 'Sales']);

    await choose(history, 'touchpoint', 'Sales');
    expect(lastQuery()).toContain('Touchpoint__c: { eq: $touchpoint }');
    expect(lastVariables()).toEqual({ parentId: RECORD_ID, after: null, touchpoint: 'Sales' });
    await give([answer(3, { touchpoint: { value: 'Sales' } })]);
    expect(optionsOf(history, 'touchpoint')).toEqual(['All', 'Delivery', 'Sales']);
  });

  it('offers every band in words, and answers without a rating', async () => {
    const history = await showHistory();
    await give([answer(1)]);
    expect(optionsOf(history, 'band')).toEqual(['All', 'Green: promoter', 'Yellow: passive', 'Red: detractor', 'No rating']);
  });

  it('says when no answer matches, and clears the filters', async () => {
    const history = await showHistory();
    await give([answer(1)]);
    await choose(history, 'band', 'unrated');
    await give([]);
    expect(statesOf(history)).toEqual(['noMatch']);
    await expect(history).toBeAccessible();

    find(history, '[data-action="clear"]').click();
    await settled();
    expect(lastQuery()).not.toContain('Rating__c: { eq');
    await give([answer(1)]);
    expect(statesOf(history)).toEqual(['rows']);
  });

  it('says when there are no answers at all, without filters over nothing', async () => {
    const history = await showHistory();
    await give([]);
    expect(statesOf(history)).toEqual(['empty']);
    expect(findAll(history, '[data-filter]')).toHaveLength(0);
    await expect(history).toBeAccessible();
  });

  it('shows what went wrong, and tries again', async () => {
    const history = await showHistory();
    const refresh = jest.fn(() => Promise.resolve());
    graphqlWire.emit({ errors: [{ message: 'The org is busy.' }], refresh });
    await settled();
    expect(statesOf(history)).toEqual(['error']);
    expect(textOf(find(history, '[data-state="error"]'))).toContain('The org is busy.');
    await expect(history).toBeAccessible();

    find(history, '[data-action="retry"]').click();
    await settled();
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(statesOf(history)).toEqual(['loading']);
  });

  it('takes an answer with its part missing as an error', async () => {
    const history = await showHistory();
    graphqlWire.emit({ data: { uiapi: { query: { answers: null } } }, errors: [{ message: 'No such field.' }] });
    await settled();
    expect(statesOf(history)).toEqual(['error']);
  });

  it('keeps the answers it has when a further page fails', async () => {
    const history = await showHistory();
    await give([answer(3)], 2, 'cursor-1');
    find(history, '[data-action="more"]').click();
    await settled();
    graphqlWire.emit({ errors: [{ message: 'The org is busy.' }] });
    await settled();
    expect(statesOf(history)).toEqual(['rows', 'error']);
  });

  it('says so where the user may not see the answer whose page it is', async () => {
    const history = await showHistory({ objectApiName: 'PulseResponse__c' });
    recordWire.error(errorBody('No access', 'INSUFFICIENT_ACCESS'), 403);
    await settled();
    expect(statesOf(history)).toEqual(['noAccess']);
    await expect(history).toBeAccessible();
  });

  it('reads the answer again where that failed first, and then shows the history', async () => {
    const history = await showHistory({ objectApiName: 'PulseResponse__c' });
    recordWire.error(errorBody('The org is busy.'), 500);
    await settled();
    find(history, '[data-action="retry"]').click();
    await settled();
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: RECORD_ID }]);

    recordWire.emit({ apiName: 'PulseResponse__c', id: RECORD_ID, fields: { ContactPulse__c: field('a01000000000001AAA') } });
    await settled();
    await give([answer(1)]);
    expect(statesOf(history)).toEqual(['rows']);
  });

  it('refreshes the first page in place', async () => {
    const history = await showHistory();
    const refresh = jest.fn(() => Promise.resolve());
    await give([answer(1)], 1, null, refresh);
    find(history, '[data-action="refresh"]').click();
    await settled();
    expect(refresh).toHaveBeenCalledTimes(1);
    await give([answer(2), answer(1)], 2, null, refresh);
    expect(shownNames(history)).toEqual(['PR-00000002', 'PR-00000001']);
  });

  it('refreshes several pages by going back to the first, past the cache', async () => {
    const history = await showHistory();
    const refresh = jest.fn(() => Promise.resolve());
    await give([answer(2)], 2, 'cursor-1', refresh);
    find(history, '[data-action="more"]').click();
    await settled();
    await give([answer(1)], 2, null, refresh);

    find(history, '[data-action="refresh"]').click();
    await settled();
    expect([refresh.mock.calls.length, lastVariables()['after']]).toEqual([0, null]);
    await give([answer(2)], 2, 'cursor-1', refresh);
    expect(refresh).toHaveBeenCalledTimes(1);
    await give([answer(3), answer(2)], 3, 'cursor-2', refresh);
    expect(shownNames(history)).toEqual(['PR-00000003', 'PR-00000002']);
    expect(statesOf(history)).toEqual(['rows']);
  });

  it('takes its heading from the page, and its own when the page gives none', async () => {
    expect(find(await showHistory(), 'lightning-card')).toMatchObject({ title: 'Response History' });
    clearPage();
    expect(find(await showHistory({ cardTitle: 'Voices' }), 'lightning-card')).toMatchObject({ title: 'Voices' });
  });
});

interface Properties {
  recordId?: string;
  objectApiName?: string;
  cardTitle?: string;
}

async function showHistory(properties: Properties = {}): Promise<HTMLElement> {
  const history = show('c-response-history', ResponseHistory, { recordId: RECORD_ID, objectApiName: 'Account', ...properties });
  await settled();
  return history;
}

async function give(
  nodes: readonly ResponseNode[],
  totalCount = nodes.length,
  endCursor: string | null = null,
  refresh = (): Promise<void> => Promise.resolve(),
): Promise<void> {
  graphqlWire.emit({ data: { uiapi: { query: { answers: pageOf(nodes, totalCount, endCursor) } } }, refresh });
  await settled();
}

async function choose(history: Element, filter: string, value: string): Promise<void> {
  find(history, `[data-filter="${filter}"]`).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
}

function lastQuery(): string | undefined {
  return graphqlWire.getLastConfig()?.query;
}

function lastVariables(): Readonly<Record<string, unknown>> {
  return graphqlWire.getLastConfig()?.variables ?? {};
}

function shownNames(history: Element): string[] {
  return findAll(history, 'c-response-item').map((item) => (Reflect.get(item, 'answer') as { name: string }).name);
}

function optionsOf(history: Element, filter: string): string[] {
  return (Reflect.get(find(history, `[data-filter="${filter}"]`), 'options') as { label: string }[]).map((option) => option.label);
}
