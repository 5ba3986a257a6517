import { responseRow, type ResponseNode } from 'c/responseRows';
import { answer } from 'jest-mocks/answers';

const NOW = Date.parse('2026-11-22T00:00:00Z');
const DUE = { value: '2026-11-21T14:00:00Z' };

describe('a row of the history', () => {
  it('tells rating, touchpoint, day and comment', () => {
    expect(responseRow(answer(7), NOW)).toMatchObject({
      name: 'PR-00000007',
      band: 'Green',
      ratingText: '9, promoter',
      touchpoint: 'Delivery',
      date: 'Oct 3, 2026',
      comment: 'Quick and friendly.',
      setAside: '',
    });
  });

  it('takes a rating of 0 as a detractor', () => {
    expect(responseRow(answer(1, { rating: { value: 0 } }), NOW)).toMatchObject({ band: 'Red', ratingText: '0, detractor' });
  });

  it.each([[{ value: null }], [null]])('takes the rating %j as none', (rating) => {
    expect(responseRow(answer(1, { rating }), NOW)).toMatchObject({ band: undefined, ratingText: 'No rating' });
  });

  it('does without fields that are hidden from the user', () => {
    const { Id, Name } = answer(1);
    const row = responseRow({ Id, Name }, NOW);
    expect(row).toMatchObject({ comment: '', touchpoint: '', date: '', contactName: '', reasons: [], followUp: undefined });
  });

  it('marks answers that do not count', () => {
    expect(responseRow(answer(1, { status: { value: 'Quarantined' } }), NOW).setAside).toBe('Quarantined');
    expect(responseRow(answer(1, { status: { value: 'Excluded' } }), NOW).setAside).toBe('Excluded');
  });

  it('tells the reasons a customer gave from those found by AI', () => {
    const reasons: ResponseNode['reasons'] = {
      edges: [
        { node: { Id: 'r1', reason: { value: 'Price' }, givenBy: { value: 'Customer' } } },
        { node: { Id: 'r2', reason: { value: 'Waiting' }, givenBy: { value: 'AI' } } },
        { node: { Id: 'r4', reason: { value: 'Overruled' }, givenBy: { value: 'Customer' }, overruled: { value: true } } },
        { node: { Id: 'r3', reason: { value: null }, givenBy: { value: 'AI' } } },
      ],
    };
    expect(responseRow(answer(1, { reasons }), NOW).reasons).toEqual([
      { key: 'r1', text: 'Price', isFromAi: false },
      { key: 'r2', text: 'Waiting', isFromAi: true },
    ]);
  });

  it.each([
    ['open before its deadline', { status: { value: 'Open' }, dueAt: { value: '2026-11-23T14:00:00Z' } }, 'open', /^Due Nov 23, 2026/],
    ['open without a deadline', { status: { value: 'In Progress' }, dueAt: { value: null } }, 'open', /^Open$/],
    ['overdue', { status: { value: 'In Progress' }, dueAt: DUE }, 'overdue', /^Overdue since Nov 21, 2026/],
    [
      'resolved late',
      { status: { value: 'Resolved' }, dueAt: DUE, resolvedAt: { value: '2026-11-21T20:00:00Z' } },
      'resolved',
      /^Resolved Nov 21/,
    ],
    ['resolved on an unknown day', { status: { value: 'Resolved' }, dueAt: DUE }, 'resolved', /^Resolved$/],
  ])('tells a follow-up that is %s', (_case, fields, state, words) => {
    const node = { Id: 'f1', Name: { value: 'FU-000001' }, owner: { Name: { value: 'Anna Holm' } }, ...fields };
    const { followUp } = responseRow(answer(1, { followUps: { edges: [{ node }] } }), NOW);
    expect(followUp).toMatchObject({ id: 'f1', name: 'FU-000001', state, ownerName: 'Anna Holm' });
    expect(followUp?.stateText).toMatch(words);
  });
});

describe('an answer of somebody who was forgotten', () => {
  it('says when name and words were erased', () => {
    expect(responseRow(answer(1, { comment: { value: null }, erasedOn: { value: '2026-11-03' } }), NOW).erased).toBe(
      'Name and words were erased on Nov 3, 2026',
    );
    expect(responseRow(answer(1), NOW).erased).toBe('');
  });
});

describe('an answer that does not count', () => {
  it.each<[string, Partial<ResponseNode>, string]>([
    [
      'quarantined, in the words of the reason',
      { status: { value: 'Quarantined' }, quarantineReason: { value: 'TooFast', label: 'Too fast' } },
      'Quarantined: Too fast',
    ],
    ['quarantined for a reason that is hidden', { status: { value: 'Quarantined' } }, 'Quarantined'],
    [
      'excluded, with what the person wrote',
      { status: { value: 'Excluded' }, lastOverride: { why: { value: 'A test.' } } },
      'Excluded: A test.',
    ],
    ['excluded by somebody whose reason is hidden', { status: { value: 'Excluded' }, lastOverride: null }, 'Excluded'],
  ])('is %s', (_what, more, text) => {
    expect(responseRow(answer(1, more), 0).setAside).toBe(text);
  });
});
