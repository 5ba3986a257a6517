import NpsTrend from 'c/npsTrend';
import { readBoard } from 'c/npsQueries';
import { boardData } from 'jest-mocks/npsAnswers';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { trendView } from '../../npsBoard/trendView';

describe('c-nps-trend', () => {
  afterEach(clearPage);

  it('draws months, their ranges and the chosen period, and says what it shows', async () => {
    const { months } = readBoard(boardData(), Date.parse('2026-11-22T12:00:00Z'));
    const element = show('c-nps-trend', NpsTrend, { view: trendView(months, ['2026-08-01', '2026-11-22']) });
    await settled();
    const plot = find(element, 'c-nps-plot') as HTMLElement & { label: string; points: { text: string }[] };
    expect(plot.label).toBe('From Oct 2025 to Oct 2026: +30 at the beginning, +38 at the end.');
    expect(plot.points).toHaveLength(5);
    expect(find(element, '.period').getAttribute('style')).toMatch(/inset-inline-start: \d/);
    expect(textOf(find(element, '.key'))).toBe('Hollow: fewer than 30 answers');
    expect(findAll(element, 'c-figure-table')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});
