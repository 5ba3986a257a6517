import NpsDistribution from 'c/npsDistribution';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { distributionView } from '../../npsBoard/distributionView';

describe('c-nps-distribution', () => {
  afterEach(clearPage);

  it('draws a bar for each rating, and names promoters, passives and detractors', async () => {
    const element = show('c-nps-distribution', NpsDistribution, { view: distributionView([4, 0, 0, 0, 4, 6, 10, 16, 20, 24, 36]) });
    await settled();
    expect(findAll(element, '.column')).toHaveLength(11);
    expect(findAll(element, '.keys li').map(textOf)).toEqual(['Promoters 50%', 'Passives 30%', 'Detractors 20%']);
    const plot = find(element, 'c-nps-plot') as HTMLElement & { label: string; points: { text: string }[] };
    expect(plot.label).toBe('Promoters 50%, passives 30%, detractors 20%.');
    expect(plot.points.map(({ text }) => text)).toContain('Rating 9, promoter: 24 answers, 20%');
    await expect(element).toBeAccessible();
  });
});
