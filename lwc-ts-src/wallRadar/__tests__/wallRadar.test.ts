import WallRadar from 'c/wallRadar';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const ITEM = { id: 'f1', band: 'Red', ratingText: '3, detractor', facts: ['Service'], troubles: ['Was due 1 day ago'] };

describe('c-wall-radar', () => {
  afterEach(clearPage);

  it('shows who waits too long, how many there are, and how many more', async () => {
    const radar = show('c-wall-radar', WallRadar, { items: [ITEM], count: 4 });
    await settled();
    expect(textOf(find(radar, '[data-figure="count"]'))).toBe('4');
    expect(textOf(find(radar, 'section'))).toMatch(/Service Was due 1 day ago and 3 more$/);
    expect(find(radar, 'section').className).toBe('zone warning');
    await expect(radar).toBeAccessible();
  });

  it('is clear only where nothing waits, unknown customers included', async () => {
    const clear = show('c-wall-radar', WallRadar, { items: [], count: 0 });
    await settled();
    expect(findAll(clear, '[data-list="clear"]')).toHaveLength(1);
    await expect(clear).toBeAccessible();
    clearPage();
    const unknown = show('c-wall-radar', WallRadar, { items: [], count: 0, unlinkedText: '1 unhappy answer of an unknown customer' });
    await settled();
    expect(findAll(unknown, '[data-list="clear"]')).toHaveLength(0);
    expect(textOf(find(unknown, '[data-figure="unlinked"]'))).toContain('unknown customer');
    await expect(unknown).toBeAccessible();
  });
});
