import ResponseHistoryCard from 'c/responseHistoryCard';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { askForAnswers } from 'c/answerLink';
import { NO_CHOICES, type Choices } from 'c/historyCriteria';
import type { ResponseNode } from 'c/responseRows';
import { answer, pageOf } from 'jest-mocks/answers';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { field } from 'jest-mocks/pulseRecords';
import { errorBody, graphqlWire, recordWire } from 'jest-mocks/wires';

const RECORD_ID = '001000000000001AAA';

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

  it('loads a further page below the first, and moves the focus to it', async () => {
    const history = await showHistory();
    await give([answer(3)], 2, 'cursor-1');
    await press(history, 'more');
    expect(lastVariables()['after']).toBe('cursor-1');
    expect(lastQuery()).not.toContain('openFollowUps');
    expect(find(history, 'c-card-frame')).toMatchObject({ busy: true });

    await give([answer(2)], 2);
    expect(shownNames(history)).toEqual(['PR-00000003', 'PR-00000002']);
    expect(findAll(history, '[data-action="more"]')).toHaveLength(0);
    expect(history.shadowRoot?.activeElement).toBe(findAll(history, 'c-response-item')[1]);
  });

  it('draws 25 at a time of what it has, without asking again', async () => {
    const history = await showHistory();
    await give(many(60));
    expect(shownNames(history)).toHaveLength(25);
    const query = lastQuery();
    await press(history, 'more');
    expect([shownNames(history).length, shownText(history), lastQuery()]).toEqual([50, '50 of 60 answers shown', query]);
    expect(history.shadowRoot?.activeElement).toBe(findAll(history, 'c-response-item')[25]);
  });

  it('shows an answer once, though pages overlap when a new one arrives', async () => {
    const history = await showHistory();
    await give([answer(3), answer(2)], 3, 'cursor-1');
    await press(history, 'more');
    await give([answer(2), answer(1)], 3);
    expect(shownNames(history)).toEqual(['PR-00000003', 'PR-00000002', 'PR-00000001']);
  });

  it('loads all answers in big pages, says how far it is, and can be stopped', async () => {
    const history = await showHistory();
    await give([answer(9)], 4_001, 'cursor-1');
    await choose(history, { search: 'late' });
    expect(textOf(find(history, '[data-figure="partial"]'))).toContain('Looked through the 1 answers loaded so far, of 4,001 in all.');
    await press(history, 'all');
    expect([lastQuery(), lastVariables()['after']]).toEqual([expect.stringContaining('first: 500, upperBound: 50000'), null]);

    await give([answer(8)], 4_001, 'cursor-2');
    expect([lastVariables()['after'], textOf(find(history, '[data-figure="progress"]'))]).toEqual([
      'cursor-2',
      '2 of 4,001 answers loaded',
    ]);
    await press(history, 'stop');
    expect(findAll(history, '[data-figure="progress"]')).toHaveLength(0);
    await give([answer(7)], 4_001, 'cursor-3');
    expect([lastVariables()['after'], find(history, 'c-card-frame')]).toMatchObject(['cursor-2', { busy: false }]);
  });

  it('goes on until nothing is left', async () => {
    const history = await showHistory();
    await give([answer(3)], 3, 'cursor-1');
    find(history, '[data-action="more-actions"]').dispatchEvent(new CustomEvent('select', { detail: { value: 'all' } }));
    await settled();
    await give([answer(2)], 3, 'cursor-2');
    await give([answer(1)], 3);
    expect([shownNames(history).length, findAll(history, '[data-figure="progress"]').length]).toEqual([3, 0]);
  });

  it('filters in the org, from the first page, and keeps what was shown until it comes', async () => {
    const history = await showHistory();
    await give([answer(3)], 30, 'cursor-1');
    await choose(history, { band: 'Red', touchpoint: 'Sales' });
    expect(lastQuery()).toContain('Rating__c: { lt: 7 }');
    expect(lastVariables()).toEqual({ parentId: RECORD_ID, after: null, touchpoint: 'Sales' });
    expect([shownNames(history), find(history, 'c-card-frame')]).toMatchObject([['PR-00000003'], { busy: true, state: 'ready' }]);

    await give([answer(1, { rating: { value: 2 } })]);
    expect(shownNames(history)).toEqual(['PR-00000001']);
  });

  it('filters by itself where it has every answer', async () => {
    const history = await showHistory();
    await give([answer(3), answer(2, { rating: { value: 2 } })]);
    const query = lastQuery();
    await choose(history, { band: 'Red' });
    expect([shownNames(history), shownText(history), lastQuery()]).toEqual([['PR-00000002'], '1 answer', query]);
  });

  it('keeps the days of a period while somebody types', async () => {
    const history = await showHistory();
    await give([answer(3)], 30, 'cursor-1');
    await choose(history, { period: 'month' });
    const since = lastVariables()['since'];
    expect(since).toMatch(/^\d{4}-/u);
    await give([answer(3)], 30, 'cursor-1');
    await choose(history, { period: 'month', search: 'quick' });
    expect(lastVariables()['since']).toBe(since);
  });

  it('searches the comments of what is loaded, and says that it has not looked at the rest', async () => {
    const history = await showHistory();
    await give([answer(3, { comment: { value: 'Für immer zu spät' } }), answer(2)], 40, 'cursor-1');
    await choose(history, { search: 'spat fur' });
    expect(shownNames(history)).toEqual(['PR-00000003']);
    expect([shownText(history), textOf(find(history, '[data-figure="partial"]'))]).toEqual([
      '1 answer',
      'Looked through the 2 answers loaded so far, of 40 in all.',
    ]);
    await expect(history).toBeAccessible();
  });

  it('says how many filters are set, and clears them with the search', async () => {
    const history = await showHistory();
    await give([answer(1)]);
    const button = find(history, '[data-action="filters"]');
    expect([textOf(button), button.getAttribute('aria-expanded')]).toEqual(['Filters', 'false']);
    await choose(history, { band: 'Red', withComment: true });
    expect([textOf(button), button.getAttribute('aria-expanded')]).toEqual(['Filters (2)', 'true']);
    await expect(history).toBeAccessible();

    find(history, '[data-filter="search"]').dispatchEvent(new CustomEvent('change', { detail: { value: 'late' } }));
    await settled();
    expect(Reflect.get(find(history, '[data-part="filters"]'), 'choices')).toMatchObject({ band: 'Red', search: 'late' });
    await press(history, 'clear');
    expect([textOf(button), findAll(history, '[data-action="clear"]').length, shownNames(history)]).toEqual([
      'Filters',
      0,
      ['PR-00000001'],
    ]);
    await press(history, 'filters');
    expect(findAll(history, '[data-part="filters"]')).toHaveLength(0);
  });

  it('says when no answer matches', async () => {
    const history = await showHistory();
    await give([answer(1)]);
    await choose(history, { search: 'nowhere' });
    expect(textOf(find(history, '[data-figure="no-match"]'))).toContain('No answer matches');
    expect(findAll(history, '[data-filter="search"]')).toHaveLength(1);
    await expect(history).toBeAccessible();
  });

  it('offers the touchpoints it has met', async () => {
    const history = await showHistory();
    await give([answer(3, { touchpoint: { value: 'Sales' } }), answer(2), answer(1, { touchpoint: { value: null } })]);
    await press(history, 'filters');
    expect(Reflect.get(find(history, '[data-part="filters"]'), 'touchpoints')).toEqual(['Delivery', 'Sales']);
  });

  it('shows what another card asks for, at its own heading', async () => {
    const history = await showHistory();
    await give([answer(3), answer(2, { rating: { value: 2 } })]);
    const frame = find(history, 'c-card-frame');
    const moved: string[] = [];
    Object.assign(frame, { scrollIntoView: () => moved.push('scrolled'), focus: () => moved.push('focused') });
    expect(askForAnswers({ recordId: RECORD_ID, band: 'Red' })).toBe(true);
    await settled();
    expect([shownNames(history), moved]).toEqual([['PR-00000002'], ['scrolled', 'focused']]);

    clearPage();
    expect(askForAnswers({ recordId: RECORD_ID })).toBe(false);
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

  it('keeps the answers it has when a further page fails, and asks for it again', async () => {
    const history = await showHistory();
    const refresh = jest.fn(() => Promise.resolve());
    await give([answer(3)], 2, 'cursor-1');
    await press(history, 'more');
    graphqlWire.emit({ errors: [{ message: 'The org is busy.' }], refresh });
    await settled();
    expect([stateOf(history), shownNames(history), textOf(find(history, '[data-figure="problem"]'))]).toEqual([
      'ready',
      ['PR-00000003'],
      'The org is busy.',
    ]);
    await press(history, 'retry');
    expect([refresh.mock.calls.length, findAll(history, '[data-figure="problem"]').length]).toEqual([1, 0]);
    await give([answer(2)], 2);
    expect(shownNames(history)).toEqual(['PR-00000003', 'PR-00000002']);
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

  it('refreshes in place: the answers, and the focus on one of them, stay', async () => {
    const history = await showHistory();
    const refresh = jest.fn(() => Promise.resolve());
    await give([answer(1)], 1, null, refresh);
    const item = findAll(history, 'c-response-item')[0];
    await press(history, 'refresh');
    expect([refresh.mock.calls.length, shownNames(history)]).toEqual([1, ['PR-00000001']]);
    await give([answer(2), answer(1)], 2, null, refresh);
    expect(shownNames(history)).toEqual(['PR-00000002', 'PR-00000001']);
    expect(findAll(history, 'c-response-item')[1]).toBe(item);
  });

  it('refreshes several pages, past the cache, and shows them together', async () => {
    const history = await showHistory();
    const refresh = jest.fn(() => Promise.resolve());
    await give([answer(3)], 3, 'cursor-1', refresh);
    await press(history, 'more');
    await give([answer(2)], 3, 'cursor-2', refresh);

    await press(history, 'refresh');
    expect([refresh.mock.calls.length, lastVariables()['after']]).toEqual([0, null]);
    await give([answer(3)], 3, 'cursor-1', refresh);
    expect(refresh).toHaveBeenCalledTimes(1);
    await give([answer(4)], 4, 'cursor-3', refresh);
    expect([shownNames(history), lastVariables()['after']]).toEqual([['PR-00000003', 'PR-00000002'], null]);
    await give([answer(3)], 4, 'cursor-4', refresh);
    expect(refresh).toHaveBeenCalledTimes(2);
    await give([answer(3)], 4, 'cursor-4', refresh);
    expect([shownNames(history), find(history, 'c-card-frame')]).toMatchObject([['PR-00000004', 'PR-00000003'], { busy: false }]);
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

interface Properties {
  recordId?: string;
  objectApiName?: string;
  cardTitle?: string;
  startView?: string;
}

async function showHistory(properties: Properties = {}): Promise<HTMLElement> {
  const history = show('c-response-history-card', ResponseHistoryCard, { recordId: RECORD_ID, objectApiName: 'Account', ...properties });
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

async function choose(history: Element, choices: Partial<Choices>): Promise<void> {
  if (findAll(history, '[data-part="filters"]').length === 0) await press(history, 'filters');
  find(history, '[data-part="filters"]').dispatchEvent(new CustomEvent('choose', { detail: { ...NO_CHOICES, ...choices } }));
  await settled();
}

async function press(history: Element, action: string): Promise<void> {
  find(history, `[data-action="${action}"]`).click();
  await settled();
}

function many(count: number): ResponseNode[] {
  return Array.from({ length: count }, (_, index) => answer(count - index));
}

function stateOf(history: Element): unknown {
  return Reflect.get(find(history, 'c-card-frame'), 'state');
}

function shownText(history: Element): string {
  return textOf(find(history, '[data-figure="shown"]'));
}

async function textOfBlob(file: Blob | undefined): Promise<string> {
  const reader = new FileReader();
  const read = new Promise((resolve) => reader.addEventListener('load', resolve));
  if (file) reader.readAsText(file);
  await read;
  return typeof reader.result === 'string' ? reader.result : '';
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
