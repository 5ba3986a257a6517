import PulseSpread, { type SpreadView } from 'c/pulseSpread';
import { visited } from 'jest-mocks/lightning/navigation';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const SPREAD: SpreadView = {
  key: 'people',
  title: 'People',
  summary: '3 people have answered',
  parts: [
    { band: 'Red', count: 1, text: '1 Red' },
    { band: 'Yellow', count: 2, text: '2 Yellow' },
  ],
  items: [
    { id: 'a', name: 'Kirsten Holm', recordId: '003A', band: 'Red', scoreText: '5.1', answersText: '12 answers' },
    { id: 'b', name: 'Delivery', recordId: undefined, band: 'Yellow', scoreText: '7.8', answersText: '9 answers' },
  ],
  note: 'The lowest 2 of 3 are listed.',
};

describe('c-pulse-spread', () => {
  afterEach(() => {
    clearPage();
    visited.length = 0;
  });

  it('says in words what the bar shows', async () => {
    const spread = show('c-pulse-spread', PulseSpread, { spread: SPREAD });
    await settled();
    expect(findAll(spread, '[data-figure="spread"] c-band-badge')).toMatchObject([{ text: '1 Red' }, { text: '2 Yellow' }]);
    expect(findAll(spread, '.bar span').map((part) => part.style.flexGrow)).toEqual(['1', '2']);
    expect(findAll(spread, 'li')).toHaveLength(0);
    await expect(spread).toBeAccessible();
  });

  it('lists the parts on demand, and leads to the record of those that have one', async () => {
    const spread = show('c-pulse-spread', PulseSpread, { spread: SPREAD });
    find(spread, '[data-action="list"]').click();
    await settled();
    expect(find(spread, '[data-action="list"]').getAttribute('aria-expanded')).toBe('true');
    expect(findAll(spread, 'li').map(textOf)).toEqual(['Kirsten Holm 5.1 12 answers', 'Delivery 7.8 9 answers']);
    expect(textOf(find(spread, 'p:last-child'))).toBe('The lowest 2 of 3 are listed.');
    find(spread, '[data-id="003A"]').click();
    expect(visited).toMatchObject([{ attributes: { recordId: '003A' } }]);
    await expect(spread).toBeAccessible();
  });
});
