import { askForAnswers } from 'c/answerLink';
import { answer } from 'jest-mocks/answers';
import { choose, give, lastQuery, lastVariables, press, RECORD_ID, showHistory, shownNames, shownText } from 'jest-mocks/historyCard';
import { clearPage, find, findAll, settled, textOf } from 'jest-mocks/page';

describe('the filters of a c-response-history-card', () => {
  afterEach(clearPage);

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
});
