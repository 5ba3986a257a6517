import NpsShare from 'c/npsShare';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

describe('c-nps-share', () => {
  afterEach(clearPage);

  it('shows a share as a bar and in words', async () => {
    const view = { value: '38%', percent: 37.5, basis: '39 of 104 invitations answered', facts: ['8 may still be answered'] };
    const element = show('c-nps-share', NpsShare, { view });
    await settled();
    expect(textOf(find(element, '[data-figure="share"]'))).toBe('38%');
    expect(findAll(element, 'li').map(textOf)).toEqual(['39 of 104 invitations answered', '8 may still be answered']);
    expect(find(element, '.part').getAttribute('style')).toBe('inline-size: 37.5%');
    await expect(element).toBeAccessible();
  });
});
