import { answer } from 'jest-mocks/answers';
import { choose, give, lastQuery, lastVariables, many, press, showHistory, shownNames, shownText, stateOf } from 'jest-mocks/historyCard';
import { clearPage, find, findAll, settled, textOf } from 'jest-mocks/page';
import { graphqlWire } from 'jest-mocks/wires';

describe('the pages of a c-response-history-card', () => {
  afterEach(clearPage);

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
    await expect(history).toBeAccessible();
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
});
