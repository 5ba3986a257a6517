import NpsRanges, { type RangeRow, type RangesView } from 'c/npsRanges';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const row = (id: string, more: Partial<RangeRow> = {}): RangeRow => ({
  id,
  name: `Group ${id}`,
  nps: '+20',
  margin: '± 9',
  answers: '120',
  isFew: false,
  change: 'No sound change',
  direction: 'none',
  at: 60,
  low: 55,
  high: 65,
  ...more,
});

const view = (rows: readonly RangeRow[], more: Partial<RangesView> = {}): RangesView => ({
  caption: 'Compare groups',
  columns: { name: 'Account owner', nps: 'NPS', answers: 'Answers', change: 'Change' },
  rows,
  few: '',
  showAll: `Show all ${rows.length}`,
  isLinked: false,
  ...more,
});

describe('c-nps-ranges', () => {
  afterEach(clearPage);

  it('is a table that says in words what it draws', async () => {
    const rows = [row('a', { change: 'Up 12', direction: 'up' }), row('b', { isFew: true, answers: '11' })];
    const element = show('c-nps-ranges', NpsRanges, { view: view(rows, { few: 'Hollow: fewer than 30 answers' }) });
    await settled();
    expect(textOf(find(element, 'caption'))).toBe('Compare groups');
    expect(findAll(element, 'tbody tr').map(textOf)).toEqual([
      'Group a +20 ± 9 120 Up 12',
      'Group b +20 ± 9 11 Hollow: fewer than 30 answers No sound change',
    ]);
    expect(findAll(element, 'tbody lightning-icon')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('shows eight rows, and all when asked', async () => {
    const element = show('c-nps-ranges', NpsRanges, { view: view(Array.from({ length: 12 }, (_, index) => row(String(index)))) });
    await settled();
    expect(findAll(element, 'tbody tr')).toHaveLength(8);
    const button = find(element, '[data-action="all"]');
    expect([textOf(button), button.getAttribute('aria-expanded')]).toEqual(['Show all 12', 'false']);
    button.click();
    await settled();
    expect(findAll(element, 'tbody tr')).toHaveLength(12);
    expect(textOf(find(element, '[data-action="all"]'))).toBe('Show fewer');
  });

  it('tells which row was chosen, where rows lead somewhere', async () => {
    const element = show('c-nps-ranges', NpsRanges, { view: view([row('Sales'), row('Service')], { isLinked: true }) });
    const chosen = jest.fn();
    element.addEventListener('choose', (event) => {
      chosen((event as CustomEvent<string>).detail);
    });
    await settled();
    findAll(element, '[data-action="choose"]')[1]?.click();
    expect(chosen).toHaveBeenCalledWith('Service');
    await expect(element).toBeAccessible();
  });
});
