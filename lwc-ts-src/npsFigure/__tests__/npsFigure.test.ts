import NpsFigure, { type FigureView } from 'c/npsFigure';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const VIEW: FigureView = {
  value: '+14',
  margin: '± 7 points',
  interval: 'Between +7 and +21 (95 % confidence)',
  at: 57,
  low: 53.5,
  high: 60.5,
  answers: '481 rated answers',
  few: '',
  change: { text: 'Down 14 from +28, 229 answers before', icon: 'utility:arrowdown', soundText: 'More than chance' },
  facts: ['Counted alike: +14'],
};

describe('c-nps-figure', () => {
  afterEach(clearPage);

  it('shows the figure with its margin, range, answers, change and facts', async () => {
    const element = show('c-nps-figure', NpsFigure, { view: VIEW });
    await settled();
    expect(textOf(find(element, '[data-figure="nps"]'))).toBe('+14');
    expect(textOf(find(element, '[data-figure="margin"]'))).toBe('± 7 points');
    expect(findAll(element, 'li').map(textOf)).toEqual([
      'Between +7 and +21 (95 % confidence)',
      '481 rated answers',
      'Down 14 from +28, 229 answers before More than chance',
      'Counted alike: +14',
    ]);
    await expect(element).toBeAccessible();
  });

  it('marks a change only where it is sound', async () => {
    const element = show('c-nps-figure', NpsFigure, { view: VIEW });
    await settled();
    expect(findAll(element, '[data-figure="change"] lightning-icon')).toHaveLength(1);
    const noise = { text: 'Up 2 from +12, 20 answers before', icon: '', soundText: 'Could be chance' };
    element.view = { ...VIEW, change: noise };
    await settled();
    expect(findAll(element, '[data-figure="change"] lightning-icon')).toHaveLength(0);
  });

  it('says when it rests on few answers', async () => {
    const element = show('c-nps-figure', NpsFigure, { view: { ...VIEW, few: 'Few answers: read with care' } });
    await settled();
    expect(textOf(find(element, '[data-figure="few"]'))).toBe('Few answers: read with care');
  });

  it('draws the range on the scale from the beginning of the line', async () => {
    const element = show('c-nps-figure', NpsFigure, { view: VIEW });
    await settled();
    expect(find(element, '.range').getAttribute('style')).toBe('inset-inline-start: 53.5%; inline-size: 7%');
  });
});
