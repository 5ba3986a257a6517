import BandBadge from 'c/bandBadge';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

describe('c-band-badge', () => {
  afterEach(clearPage);

  it.each([
    ['Green', 'circle'],
    ['Yellow', 'triangle'],
    ['Red', 'square'],
  ])('shows the band %s as a %s with its word', async (band, shape) => {
    const badge = show('c-band-badge', BandBadge, { band });
    await settled();
    expect(find(badge, '[data-shape]').dataset['shape']).toBe(shape);
    expect(textOf(find(badge, '.words'))).toBe(band);
    await expect(badge).toBeAccessible();
  });

  it('shows the words it is given beside the shape', async () => {
    const badge = show('c-band-badge', BandBadge, { band: 'Red', text: '3, detractor' });
    await settled();
    expect(textOf(find(badge, '.words'))).toBe('3, detractor');
  });

  it('shows its text alone without a band', async () => {
    const badge = show('c-band-badge', BandBadge, { band: undefined, text: 'No rating' });
    await settled();
    expect(findAll(badge, '[data-shape]')).toHaveLength(0);
    expect(textOf(find(badge, '.words'))).toBe('No rating');
    await expect(badge).toBeAccessible();
  });
});
