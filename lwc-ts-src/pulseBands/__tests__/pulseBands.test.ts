import fc from 'fast-check';
import { bandLook, BANDS, ratingBand, scoreBand } from 'c/pulseBands';

describe('pulse bands', () => {
  it.each([
    [0, 'Red'],
    [6, 'Red'],
    [7, 'Yellow'],
    [8, 'Yellow'],
    [9, 'Green'],
    [10, 'Green'],
  ])('puts the rating %d into %s', (rating, band) => {
    expect(ratingBand(rating)).toBe(band);
  });

  it.each([[null], [undefined]])('gives %s no band: missing is not 0', (rating) => {
    expect(ratingBand(rating)).toBeUndefined();
  });

  it('never puts a higher rating into a worse band', () => {
    const order = ['Red', 'Yellow', 'Green'];
    const rating = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(rating, rating, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        return order.indexOf(ratingBand(low) ?? '') <= order.indexOf(ratingBand(high) ?? '');
      }),
    );
  });

  it('judges a score by its own lines, which belong to the better band', () => {
    expect(scoreBand(9, 7, 9)).toBe('Green');
    expect(scoreBand(8.99, 7, 9)).toBe('Yellow');
    expect(scoreBand(7, 7, 9)).toBe('Yellow');
    expect(scoreBand(6.99, 7, 9)).toBe('Red');
  });

  it('gives every band a word, a meaning and a shape of its own', () => {
    for (const property of ['label', 'scoreMeaning', 'ratingMeaning', 'shape'] as const) {
      const values = BANDS.map((look) => look[property]);
      expect(new Set(values).size).toBe(3);
      expect(values).not.toContain('');
    }
  });

  it.each([[''], [null], [undefined], ['Purple']])('knows no look for %p', (band) => {
    expect(bandLook(band)).toBeUndefined();
  });
});
