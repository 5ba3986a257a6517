import fc from 'fast-check';
import {
  choiceCount,
  filterOf,
  looksItself,
  matching,
  NEWEST_FIRST,
  nextSorting,
  NO_CHOICES,
  sorted,
  type Choices,
} from 'c/historyCriteria';
import type { FollowUpState, ResponseRow } from 'c/responseRows';
import { answerRow } from 'jest-mocks/answers';

const NOW = Date.parse('2026-11-22T00:00:00Z');

function found(rows: readonly ResponseRow[], choices: Partial<Choices>, hasAll = true): string[] {
  const all = { ...NO_CHOICES, ...choices };
  return matching(rows, { ...all, filter: filterOf(all, NOW) }, hasAll).map(({ id }) => id);
}

function followUp(state: FollowUpState): Partial<ResponseRow> {
  return { followUp: { id: 'f', name: 'FU', state, stateText: '', ownerName: '' } };
}

describe('what a person looks for', () => {
  const rows = [
    answerRow(5, { id: 'red', band: 'Red', rating: 0, touchpoint: 'Sales', searchText: 'uber den tisch gezogen', ...followUp('overdue') }),
    answerRow(4, { id: 'unrated', band: undefined, rating: null, comment: '', searchText: '', ...followUp('open') }),
    answerRow(3, { id: 'old', time: NOW - 400 * 86_400_000, program: 'Relational', ...followUp('resolved') }),
    answerRow(2, { id: 'green', program: 'Transactional' }),
  ];

  it.each<[string, Partial<Choices>, string[]]>([
    ['nothing', {}, ['red', 'unrated', 'old', 'green']],
    ['a band; 0 is a detractor', { band: 'Red' }, ['red']],
    ['answers without a rating', { band: 'unrated' }, ['unrated']],
    ['a touchpoint', { touchpoint: 'Sales' }, ['red']],
    ['a program', { program: 'Relational' }, ['old']],
    ['the window', { period: 'window' }, ['red', 'unrated', 'green']],
    ['the window before it', { period: 'prior' }, ['old']],
    ['comments', { withComment: true }, ['red', 'old', 'green']],
    ['words, without accents and case, in any order', { search: ' TISCH über ' }, ['red']],
    ['words that stand nowhere', { search: 'tisch nowhere' }, []],
    ['any follow-up', { followUp: 'any' }, ['red', 'unrated', 'old']],
    ['what is open, overdue or not', { followUp: 'open' }, ['red', 'unrated']],
    ['what is overdue', { followUp: 'overdue' }, ['red']],
    ['what is resolved', { followUp: 'resolved' }, ['old']],
    ['what has none', { followUp: 'none' }, ['green']],
    ['two things at once', { followUp: 'any', withComment: true, band: 'Green' }, ['old']],
  ])('finds %s', (_what, choices, ids) => {
    expect(found(rows, choices)).toEqual(ids);
  });

  it('leaves to the org what the org has filtered', () => {
    expect(found(rows, { band: 'Red', withComment: true }, false)).toEqual(['red', 'old', 'green']);
  });

  it('knows what only the page can look for', () => {
    expect([looksItself({ ...NO_CHOICES, search: ' ' }), looksItself(NO_CHOICES)]).toEqual([false, false]);
    expect(looksItself({ ...NO_CHOICES, search: 'x' }) && looksItself({ ...NO_CHOICES, withComment: true })).toBe(true);
  });

  it('counts the filters that are set, the search apart', () => {
    expect(choiceCount({ ...NO_CHOICES, search: 'x' })).toBe(0);
    expect(choiceCount({ ...NO_CHOICES, band: 'Red', period: 'month', withComment: true })).toBe(3);
  });

  it('reckons the days of a period back from now', () => {
    expect(filterOf({ ...NO_CHOICES, period: 'month' }, NOW)).toMatchObject({ since: '2026-10-23T00:00:00.000Z', until: undefined });
    expect(filterOf({ ...NO_CHOICES, period: 'prior' }, NOW)).toMatchObject({
      since: '2024-11-22T00:00:00.000Z',
      until: '2025-11-22T00:00:00.000Z',
    });
  });
});

describe('the order of a table', () => {
  const rows = [
    answerRow(1, { id: 'a', rating: 9, touchpoint: 'Sales', contactName: 'Øst', time: 3, ...followUp('resolved') }),
    answerRow(2, { id: 'b', rating: null, touchpoint: '', contactName: 'anna', time: 2 }),
    answerRow(3, { id: 'c', rating: 0, touchpoint: 'delivery', contactName: '', time: 1, ...followUp('overdue') }),
  ];

  it.each([
    ['date', true, 'cba'],
    ['date', false, 'abc'],
    ['rating', true, 'cab'],
    ['rating', false, 'acb'],
    ['touchpoint', true, 'cab'],
    ['contact', true, 'bac'],
    ['contact', false, 'abc'],
    ['followUp', true, 'cab'],
  ] as const)('by %s, ascending %s, has blanks last', (key, ascending, ids) => {
    expect(
      sorted(rows, { key, ascending })
        .map(({ id }) => id)
        .join(''),
    ).toBe(ids);
  });

  it('turns round on the second choice of a column', () => {
    const byRating = nextSorting(NEWEST_FIRST, 'rating');
    expect([byRating, nextSorting(byRating, 'rating'), nextSorting(byRating, 'date')]).toEqual([
      { key: 'rating', ascending: true },
      { key: 'rating', ascending: false },
      { key: 'date', ascending: false },
    ]);
  });

  it('keeps every answer, and those of one value in the order they came', () => {
    const ratings = fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }), { maxLength: 40 });
    fc.assert(
      fc.property(ratings, fc.boolean(), (values, ascending) => {
        const many = values.map((rating, index) => answerRow(index, { id: String(index), rating }));
        const ordered = sorted(many, { key: 'rating', ascending });
        const places = ordered.map(({ id }) => Number(id));
        return (
          new Set(places).size === values.length &&
          ordered.every((row, index) => {
            const next = ordered[index + 1];
            if (next === undefined) return true;
            if (row.rating === null) return next.rating === null && (places[index] ?? 0) < (places[index + 1] ?? 0);
            if (next.rating === null) return true;
            if (row.rating === next.rating) return (places[index] ?? 0) < (places[index + 1] ?? 0);
            return ascending ? row.rating < next.rating : row.rating > next.rating;
          })
        );
      }),
    );
  });
});
