import WallFeed, { type FeedItem } from 'c/wallFeed';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const ITEM: FeedItem = {
  id: 'r1',
  band: 'Red',
  ratingText: '2, detractor',
  facts: ['Delivery'],
  comment: '',
  timeText: '9:02',
  isNew: false,
};

describe('c-wall-feed', () => {
  afterEach(clearPage);

  it('shows each answer in words, and marks what is new', async () => {
    const feed = show('c-wall-feed', WallFeed, {
      items: [{ ...ITEM, id: 'r2', isNew: true, comment: 'Late again.' }, ITEM],
      news: '1 new answer',
    });
    await settled();
    expect(findAll(feed, 'li').map((row) => row.className)).toEqual(['row new', 'row']);
    expect(textOf(find(feed, 'li'))).toContain('Delivery 9:02 Late again.');
    expect(textOf(find(feed, '[role="status"]'))).toBe('1 new answer');
    await expect(feed).toBeAccessible();
  });

  it('says that nobody has answered lately', async () => {
    const feed = show('c-wall-feed', WallFeed, { items: [] });
    await settled();
    expect(textOf(find(feed, '[data-list="empty"]'))).toBe('No answers in the last 7 days');
    await expect(feed).toBeAccessible();
  });
});
