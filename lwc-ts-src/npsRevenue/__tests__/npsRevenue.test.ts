import NpsRevenue from 'c/npsRevenue';
import { readRevenue } from 'c/npsQueries';
import { visited } from 'jest-mocks/lightning/navigation';
import { revenueData } from 'jest-mocks/npsAnswers';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { revenueView } from '../../npsBoard/revenueView';

describe('c-nps-revenue', () => {
  afterEach(clearPage);

  it('names the four corners with their customers, and lists those to act on now', async () => {
    const element = show('c-nps-revenue', NpsRevenue, { view: revenueView(readRevenue(revenueData())) });
    await settled();
    expect(findAll(element, '.corner').map(textOf)).toEqual([
      'Act now 1 customer',
      'Keep 0 customers',
      'Grow 1 customer',
      'Let be 0 customers',
    ]);
    expect(findAll(element, 'li')).toHaveLength(1);
    expect(findAll(element, 'li c-record-link')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('opens the customer of a point', async () => {
    const element = show('c-nps-revenue', NpsRevenue, { view: revenueView(readRevenue(revenueData())) });
    await settled();
    find(element, 'c-nps-plot').dispatchEvent(new CustomEvent('open', { detail: 1 }));
    expect(visited.at(-1)?.attributes.recordId).toBe('001B');
  });
});
