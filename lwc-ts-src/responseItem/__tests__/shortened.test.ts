import fc from 'fast-check';
import { shortened } from '../shortened';

describe('a shortened text', () => {
  it('leaves a text whole that is hardly longer than the limit', () => {
    expect(shortened('a'.repeat(120), 100)).toBe('a'.repeat(120));
  });

  it('cuts at the end of a word', () => {
    expect(shortened('word '.repeat(30), 52)).toBe(`${'word '.repeat(10).trim()}\u2026`);
  });

  it('cuts a text without spaces all the same', () => {
    expect(shortened('a'.repeat(500), 100)).toBe(`${'a'.repeat(100)}\u2026`);
  });

  it('always keeps a beginning of the text, within the limit, of whole characters', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(text, fc.integer({ min: 30, max: 200 }), (whole, limit) => {
        const short = shortened(whole, limit);
        if (short === whole) return whole.length <= limit + 20;
        const kept = short.slice(0, -1);
        return whole.startsWith(kept) && kept.length <= limit && kept.isWellFormed();
      }),
    );
  });
});
