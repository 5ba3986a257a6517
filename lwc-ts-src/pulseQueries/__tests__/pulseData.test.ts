import { answersDocument, keyVariable, pulseDocument, readDetails, readDots, type PulseData } from 'c/pulseQueries';
import { monthSums, pulseData, touchpointSums } from 'jest-mocks/pulseDetails';

const NOW = Date.parse('2026-03-12T09:00:00Z');
const ACCOUNT = { level: 'account', by: 'key' } as const;

describe('the shared document', () => {
  it('is the same for all that draw in one month, and asks for at most ten objects', () => {
    const text = pulseDocument(ACCOUNT, NOW);
    expect(pulseDocument(ACCOUNT, Date.parse('2026-03-30T00:00:00Z'))).toBe(text);
    expect(pulseDocument(ACCOUNT, Date.parse('2026-04-01T00:00:00Z'))).not.toBe(text);
    expect(text.match(/: Pulse\w+__c\(|: ContactPulse__c\(/g)).toHaveLength(9);
  });

  it('cuts three years at beginnings of months', () => {
    const text = pulseDocument(ACCOUNT, NOW);
    for (const limit of ['2023-04-01', '2024-04-01', '2025-04-01', '2026-04-01']) expect(text).toContain(`${limit}T00:00:00.000Z`);
  });

  it('counts accepted answers with a rating, of the account or of one respondent', () => {
    expect(pulseDocument(ACCOUNT, NOW)).toContain(
      'ContactPulse__r: { AccountPulse__r: { Key__c: { eq: $key } } }, Status__c: { eq: "Accepted" }, Rated__c: { eq: 1 }',
    );
    expect(pulseDocument({ level: 'account', by: 'id' }, NOW)).toContain('ContactPulse__r: { AccountPulse__c: { eq: $pulse } }, Status__c');
    const contact = pulseDocument({ level: 'contact', by: 'id' }, NOW);
    expect(contact).toContain('where: { ContactPulse__c: { eq: $pulse }, Status__c');
    expect(contact).toContain('{ AccountPulse__c: { eq: $accountPulse } }');
    expect(contact).not.toContain('snapshots');
    expect(contact).not.toContain('contacts');
  });

  it('asks for rebaselines of all, of segments and of the account', () => {
    expect(pulseDocument(ACCOUNT, NOW)).toContain(
      'or: [{ Scope__c: { in: ["All", "Segment"] } }, { AccountPulse__r: { Key__c: { eq: $key } } }]',
    );
  });

  it('names the pulse of an account by its key', () => {
    expect(keyVariable('001000000000001AAA')).toEqual({ key: 'A:001000000000001AAA' });
  });
});

describe('what the document tells', () => {
  it('puts each calendar month into its span of twelve', () => {
    const details = readDetails(
      pulseData({ year0: monthSums({ 4: [9, 1], 3: [8, 1] }), year2: monthSums({ 3: [17, 2], 12: [6, 1] }) }),
      NOW,
    );
    const months = details.months.map(({ month, sum, count }) => [`${Math.floor(month / 12)}-${(month % 12) + 1}`, sum, count]);
    expect(months).toEqual([
      ['2024-3', 8, 1],
      ['2023-4', 9, 1],
      ['2026-3', 17, 2],
      ['2025-12', 6, 1],
    ]);
  });

  it('joins both windows of a touchpoint, and keeps answers without one apart', () => {
    const { touchpoints } = readDetails(
      pulseData({
        window: touchpointSums([
          ['Delivery', 31, 6, 179],
          [null, 58, 7, 488],
        ]),
        prior: touchpointSums([['Delivery', 18, 2, 162]]),
      }),
      NOW,
    );
    expect(touchpoints).toEqual([
      { touchpoint: 'Delivery', now: { count: 6, sum: 31, squareSum: 179 }, before: { count: 2, sum: 18, squareSum: 162 } },
      { touchpoint: null, now: { count: 7, sum: 58, squareSum: 488 }, before: { count: 0, sum: 0, squareSum: 0 } },
    ]);
  });

  it('takes rebaselines that were applied, from their comparison start on', () => {
    const node = (effectiveOn: string, comparisonStart: string | null, appliedAt: string | null): object => ({
      node: {
        effectiveOn: { value: effectiveOn },
        comparisonStart: { value: comparisonStart },
        note: { value: 'New carrier.' },
        appliedAt: { value: appliedAt },
      },
    });
    const edges = [
      node('2026-01-01', '2025-12-01', '2026-01-01T01:00:00Z'),
      node('2026-02-01', null, '2026-02-01T01:00:00Z'),
      node('2026-03-01', null, null),
    ];
    const { rebaselines } = readDetails(pulseData({}, { rebaselines: { edges } }), NOW);
    expect(rebaselines.map(({ day }) => day)).toEqual(['2025-12-01', '2026-02-01']);
  });

  it('names respondents by contact, by lead, or by number where neither is to be seen', () => {
    const node = (more: object): object => ({
      node: { Id: 'a01', Name: { value: 'CP-1' }, score: { value: 7 }, count: { value: 2 }, band: { value: 'Yellow' }, ...more },
    });
    const edges = [
      node({ contact: { Id: '003', Name: { value: 'Kirsten' } } }),
      node({ lead: { Id: '00Q', Name: { value: 'Lea' } } }),
      node({ contact: null }),
      node({ score: { value: null } }),
    ];
    const { respondents, respondentCount } = readDetails(pulseData({}, { contacts: { edges, totalCount: 12 } }), NOW);
    expect(respondents.map(({ name, recordId }) => [name, recordId])).toEqual([
      ['Kirsten', '003'],
      ['Lea', '00Q'],
      ['CP-1', 'a01'],
    ]);
    expect(respondentCount).toBe(12);
  });

  it('bears parts that failed or are hidden', () => {
    const nothing: PulseData = { uiapi: { aggregate: null, query: null } };
    expect(readDetails(nothing, NOW)).toEqual({
      months: [],
      snapshots: [],
      rebaselines: [],
      journey: [],
      touchpoints: [],
      respondents: [],
      respondentCount: 0,
    });
  });
});

describe('the single answers', () => {
  it('are asked for from a month on, and read oldest first without those that have no rating', () => {
    expect(answersDocument('account', 2024 * 12 + 2)).toContain('gte: { value: "2024-03-01T00:00:00.000Z" }');
    expect(answersDocument('contact', 2024 * 12 + 2)).toContain('where: { ContactPulse__c: { eq: $pulse }');
    const node = (Id: string, at: string | null, rating: number | null): object => ({
      node: { Id, respondedAt: { value: at }, rating: { value: rating }, touchpoint: { value: null } },
    });
    const edges = [
      node('b', '2026-03-01T00:00:00Z', 0),
      node('x', '2026-02-01T00:00:00Z', null),
      node('y', null, 3),
      node('a', '2026-01-01T00:00:00Z', 10),
    ];
    const dots = readDots({ uiapi: { query: { answers: { edges } } } } as never);
    expect(dots.map(({ id, rating }) => [id, rating])).toEqual([
      ['a', 10],
      ['b', 0],
    ]);
  });
});
