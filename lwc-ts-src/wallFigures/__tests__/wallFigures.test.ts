import WallFigures, { type WallFigure } from 'c/wallFigures';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const FIGURE: WallFigure = {
  key: 'nps',
  label: 'NPS',
  value: '+12',
  spoken: '',
  margin: '± 9',
  note: 'from 20 answers',
  few: true,
  isWarning: false,
};

describe('c-wall-figures', () => {
  afterEach(clearPage);

  it('shows each figure with its margin, its basis, and that it rests on few answers', async () => {
    const figures = show('c-wall-figures', WallFigures, { figures: [FIGURE] });
    await settled();
    expect(textOf(find(figures, '.figure'))).toBe('NPS +12 ± 9 from 20 answers Few answers: read with care');
    expect(findAll(figures, '.split')).toHaveLength(0);
    await expect(figures).toBeAccessible();
  });

  it('speaks of a figure that does not exist, instead of its dash', async () => {
    const figures = show('c-wall-figures', WallFigures, { figures: [{ ...FIGURE, value: '–', spoken: 'No figure yet', margin: '' }] });
    await settled();
    expect(find(figures, '[aria-hidden="true"]').textContent).toBe('–');
    expect(textOf(find(figures, '.slds-assistive-text'))).toBe('No figure yet');
  });

  it('shows the parts of the day as wide as they are', async () => {
    const parts = [{ key: 'Green', band: 'Green', text: 'Promoters (3)', style: 'flex-grow: 3', partClass: 'part Green' }];
    const figures = show('c-wall-figures', WallFigures, { figures: [], split: { sentence: 'Today: promoters 3', parts } });
    await settled();
    expect(find(figures, '[role="img"]').getAttribute('aria-label')).toBe('Today: promoters 3');
    expect(find(figures, '.part').style.flexGrow).toBe('3');
  });
});
