import PulseSpreads from 'c/pulseSpreads';
import type { SpreadView } from 'c/pulseSpread';
import { clearPage, findAll } from 'jest-mocks/page';
import { arrive, showPulseCard } from 'jest-mocks/pulseCard';
import { pulseData, touchpointSums } from 'jest-mocks/pulseDetails';
import { HEALTHY } from 'jest-mocks/pulseRecords';

describe('c-pulse-spreads', () => {
  afterEach(clearPage);

  it('shows how people and touchpoints of an account spread over the bands, lowest first', async () => {
    const card = showPulseCard('c-pulse-spreads', PulseSpreads);
    const node = (name: string, score: number, band: string): object => ({
      node: { Id: name, Name: { value: name }, score: { value: score }, count: { value: 4 }, band: { value: band } },
    });
    const contacts = { totalCount: 130, edges: [node('Kirsten', 5.1, 'Red'), node('Jens', 7.8, 'Yellow'), node('Mette', 9.5, 'Green')] };
    const window = touchpointSums([
      ['Sales', 90, 10, 812],
      ['Delivery', 52, 10, 280],
      [null, 58, 7, 488],
    ]);
    await arrive(HEALTHY, pulseData({ window }, { contacts }));
    const [people, touchpoints] = findAll(card, 'c-pulse-spread').map((spread) => (spread as HTMLElement & { spread: SpreadView }).spread);
    expect(people).toMatchObject({ summary: '130 people have answered', note: 'The lowest 100 of 130 are listed.' });
    expect(people?.parts.map(({ text }) => text)).toEqual(['1 Red', '1 Yellow', '128 Green']);
    expect(touchpoints?.items.map(({ name, scoreText }) => [name, scoreText])).toEqual([
      ['Delivery', '5.2'],
      ['Sales', '9.0'],
    ]);
    await expect(card).toBeAccessible();
  });
});
