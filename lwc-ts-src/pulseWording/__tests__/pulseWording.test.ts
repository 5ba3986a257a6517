import fc from 'fast-check';
import {
  countLabel,
  fill,
  formatDate,
  formatDateTime,
  formatDayRange,
  formatDecimal,
  formatList,
  formatMonth,
  formatMonthShort,
  formatNps,
  formatPercent,
  formatScore,
  formatSigned,
  isOutsideWindow,
  isRtl,
} from 'c/pulseWording';

describe('wording', () => {
  it('fills the places of a label, in any order and as often as they stand there', () => {
    expect(fill('{1} from {0}, {1}', '8.4', 'up')).toBe('up from 8.4, up');
  });

  it('leaves a place without a value as it is', () => {
    expect(fill('{0} and {1}', 'one')).toBe('one and {1}');
  });

  it('never fills a place that a value brings along', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => fill('{0}|{1}', one, other) === `${one}|${other}`));
  });

  it('chooses the label for one only for one', () => {
    expect(countLabel(1, '1 answer', '{0} answers')).toBe('1 answer');
    expect(countLabel(0, '1 answer', '{0} answers')).toBe('0 answers');
    expect(countLabel(1200, '1 answer', '{0} answers, {1}', 'more')).toBe('1,200 answers, more');
  });

  it('counts as the language does: none is one in French, nothing is in Japanese', () => {
    const inLanguage = (language: string, count: number, one = '{0} one'): string => {
      let text = '';
      jest.isolateModules(() => {
        jest.doMock('@salesforce/i18n/lang', () => ({ __esModule: true, default: language }), { virtual: true });
        const wording = jest.requireActual<{ countLabel: typeof countLabel }>('c/pulseWording');
        text = wording.countLabel(count, one, '{0} many');
      });
      jest.dontMock('@salesforce/i18n/lang');
      return text;
    };
    expect([0, 1, 2].map((count) => inLanguage('fr', count))).toEqual(['0 one', '1 one', '2 many']);
    expect([0, 1, 2].map((count) => inLanguage('da', count))).toEqual(['0 many', '1 one', '2 many']);
    expect([0, 1, 2].map((count) => inLanguage('ja', count))).toEqual(['0 many', '1 many', '2 many']);
    expect(inLanguage('fr', 0, '1 without its place')).toBe('0 many');
  });

  it('says how far off a moment is in the words of the language, whatever the locale of the figures', () => {
    jest.isolateModules(() => {
      jest.doMock('@salesforce/i18n/locale', () => ({ __esModule: true, default: 'de-DE' }), { virtual: true });
      const { formatRelative } = jest.requireActual<{ formatRelative: (instant: string, now: number) => string }>('c/pulseWording');
      expect(formatRelative('2026-11-22T10:00:00Z', Date.parse('2026-11-20T10:00:00Z'))).toBe('in 2 days');
    });
    jest.dontMock('@salesforce/i18n/locale');
  });

  it('shows shares, decimals and differences', () => {
    expect(formatPercent(0.256)).toBe('26%');
    expect(formatDecimal(8.814, 2)).toBe('8.81');
    expect(formatSigned(0.34, 1)).toBe('+0.3');
    expect(formatSigned(-0.04, 1)).toBe('0.0');
  });

  it('joins a list as the language does', () => {
    expect(formatList(['sales', 'delivery', 'service'])).toBe('sales, delivery, and service');
    expect(formatList(['sales'])).toBe('sales');
  });

  it('shows months and ranges of days', () => {
    expect(formatMonth('2025-11-01')).toBe('Nov 2025');
    expect(formatMonthShort('2025-11-01')).toBe('Nov');
    expect(formatDayRange('2025-11-01', '2025-11-21')).toMatch(/^Nov 1\s–\s21, 2025$/);
    expect(formatDayRange('2025-11-21', '2025-11-01')).toBe('');
  });

  it('knows the direction of the language', () => {
    expect(isRtl()).toBe(false);
  });

  it('shows a score to one decimal', () => {
    expect(formatScore(9)).toBe('9.0');
    expect(formatScore(7.25)).toBe('7.3');
    expect(formatScore(-0.04)).toBe('0.0');
  });

  it('keeps a shown score within half a tenth of the real one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10, noNaN: true }), (score) => Math.abs(Number(formatScore(score)) - score) <= 0.05 + 1e-9),
    );
  });

  it.each([
    [27.4, '+27'],
    [-100, '-100'],
    [0, '0'],
    [-0.3, '0'],
  ])('shows the NPS %d as %s', (nps, text) => {
    expect(formatNps(nps)).toBe(text);
  });

  it('shows dates in the time zone of the user', () => {
    expect(formatDate('2026-10-03T23:59:00.000Z')).toBe('Oct 3, 2026');
    expect(formatDateTime('2026-10-03T14:05:00.000Z')).toMatch(/^Oct 3, 2026, 2:05\sPM$/);
  });

  it('shows nothing for what is no date', () => {
    expect(formatDate('yesterday')).toBe('');
  });

  it('ends the window after 365 days', () => {
    const now = Date.parse('2026-11-22T00:00:00Z');
    expect(isOutsideWindow('2025-11-22T00:00:00Z', now)).toBe(false);
    expect(isOutsideWindow('2025-11-21T23:59:59Z', now)).toBe(true);
  });
});
