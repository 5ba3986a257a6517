import {
  boardVariables,
  BOARD_QUERY,
  GROUPINGS,
  groupsQuery,
  ratingsVariables,
  readBoard,
  readGroups,
  readRatings,
  readRevenue,
  revenueVariables,
  type BoardData,
  type GroupsData,
  type RevenueData,
  type Selection,
} from 'c/npsQueries';
import { boardData, counts, group, revenueData } from 'jest-mocks/npsAnswers';

const SPAN = { from: '2025-11-23T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' };
const PRIOR = { from: '2024-11-23T00:00:00.000Z', to: '2025-11-23T00:00:00.000Z' };
const NOW = Date.parse('2026-11-22T12:00:00Z');
const RELATIONAL: Selection = { measure: { kind: 'relational' }, segment: undefined };
const DELIVERY: Selection = { measure: { kind: 'touchpoint', touchpoint: 'Delivery' }, segment: 'A' };

const textOf = (filter: unknown): string => JSON.stringify(filter);

describe('what the board asks for', () => {
  it('never mixes: NPS takes relational answers alone, a touchpoint NPS transactional ones at that touchpoint', () => {
    const relational = textOf(boardVariables(RELATIONAL, SPAN, PRIOR, NOW)['now']);
    expect(relational).toContain('{"Program__c":{"eq":"Relational"}}');
    expect(relational).not.toContain('Transactional');
    const delivery = textOf(boardVariables(DELIVERY, SPAN, PRIOR, NOW)['now']);
    expect(delivery).toContain('{"Program__c":{"eq":"Transactional"}},{"Touchpoint__c":{"eq":"Delivery"}}');
    expect(delivery).not.toContain('"Relational"');
  });

  it('tells the journey apart by transactional answers, whatever the measure is', () => {
    for (const selection of [RELATIONAL, DELIVERY]) {
      const { journey } = boardVariables(selection, SPAN, PRIOR, NOW);
      expect(textOf(journey)).toContain('Transactional');
      expect(textOf(journey)).not.toContain('"Touchpoint__c"');
    }
  });

  it('counts accepted answers only, from the beginning of the period up to its end', () => {
    const { now, before } = boardVariables(RELATIONAL, SPAN, PRIOR, NOW);
    expect(textOf(now)).toContain('{"Status__c":{"eq":"Accepted"}}');
    expect(textOf(now)).toContain(`{"RespondedAt__c":{"gte":{"value":"${SPAN.from}"}}},{"RespondedAt__c":{"lt":{"value":"${SPAN.to}"}}}`);
    expect(textOf(before)).toContain(PRIOR.from);
  });

  it('filters by the segment of the account, in invitations and follow-ups, too', () => {
    const all = boardVariables(DELIVERY, SPAN, PRIOR, NOW);
    for (const name of ['now', 'journey', 'invitations', 'followUps']) {
      expect(textOf(all[name])).toContain('{"Account__r":{"PulseSegment__c":{"eq":"A"}}}');
    }
    expect(textOf(boardVariables({ ...DELIVERY, segment: null }, SPAN, PRIOR, NOW)['now'])).toContain('{"PulseSegment__c":{"eq":null}}');
    expect(textOf(boardVariables(RELATIONAL, SPAN, PRIOR, NOW)['now'])).not.toContain('PulseSegment__c');
  });

  it('takes follow-ups whose deadline has passed: of the touchpoint, or all', () => {
    const followUps = textOf(boardVariables(RELATIONAL, SPAN, PRIOR, NOW)['followUps']);
    expect(followUps).toContain('{"lt":{"value":"2026-11-22T12:00:00.000Z"}}');
    expect(followUps).not.toContain('Touchpoint__c');
    expect(textOf(boardVariables(DELIVERY, SPAN, PRIOR, NOW)['followUps'])).toContain('{"Touchpoint__c":{"eq":"Delivery"}}');
  });

  it('keeps within ten objects a document', () => {
    expect(BOARD_QUERY.match(/where:/g)?.length).toBe(8);
    expect(Object.keys(ratingsVariables(RELATIONAL, SPAN))).toHaveLength(10);
  });

  it('groups by each field over the parents that lead to it', () => {
    expect(groupsQuery('owner')).toContain('groupBy: { Account__r: { Owner: { Name: { group: true } } } }');
    expect(groupsQuery('channel')).toContain('groupBy: { Channel__c: { group: true } }');
    expect(new Set(GROUPINGS.map(groupsQuery)).size).toBe(GROUPINGS.length);
  });

  it('asks for customers from a revenue on', () => {
    expect(revenueVariables(RELATIONAL, SPAN, 5000)['accounts']).toEqual({ AnnualRevenue: { gte: 5000 } });
    expect(textOf(revenueVariables(RELATIONAL, SPAN, 5000)['answers'])).toContain('{"Account__r":{"AnnualRevenue":{"gte":5000}}}');
  });
});

describe('what the board reads', () => {
  it('has 24 months up to this one, those without answers among them', () => {
    const months = readBoard(boardData(), NOW).months;
    expect(months).toHaveLength(24);
    expect([months[0]?.month, months.at(-1)?.month]).toEqual(['2024-12-01', '2026-11-01']);
    expect(months.find(({ month }) => month === '2026-10-01')?.counts).toEqual({ promoters: 20, detractors: 5, rated: 40 });
    expect(months.find(({ month }) => month === '2025-10-01')?.counts).toEqual({ promoters: 9, detractors: 3, rated: 20 });
    expect(months.find(({ month }) => month === '2026-01-01')?.counts.rated).toBe(0);
  });

  it('keeps the order of the journey, names touchpoints, and puts unknown ones last', () => {
    const { journey, touchpoints } = readBoard(boardData(), NOW);
    expect(journey.map(({ name }) => name)).toEqual(['Selling', 'Delivery', 'Pop-up store']);
    expect(journey[1]?.before.rated).toBe(30);
    expect(touchpoints.map(({ key }) => key)).toEqual(['Sales', 'Delivery', 'Training', 'Pop-up store']);
  });

  it('counts invitations and follow-ups by what became of them', () => {
    const { invitations, followUps } = readBoard(boardData(), NOW);
    expect(invitations).toEqual({ sent: 100, answered: 40, waiting: 25 });
    expect(followUps).toEqual({ due: 12, open: 2, onTime: 8, answeredAgain: 5, recovered: 4 });
  });

  it('takes sums over nothing as no answers, and parts that the org left out', () => {
    const data = boardData();
    const nothing = { edges: [{ node: { aggregate: counts(null, null, null) } }] };
    const aggregate = { ...data.uiapi.aggregate, now: nothing, invitations: null } as unknown as BoardData['uiapi']['aggregate'];
    const board = readBoard({ uiapi: { ...data.uiapi, aggregate } }, NOW);
    expect(board.now).toEqual({ promoters: 0, detractors: 0, rated: 0 });
    expect(board.invitations).toBeNull();
  });

  it('takes the rest of the rated answers as those of 10, and never a number below zero', () => {
    const data = {
      uiapi: {
        aggregate: Object.fromEntries(
          Array.from({ length: 10 }, (_, r) => [`r${r}`, { edges: [{ node: { aggregate: { number: { count: { value: r } } } } }] }]),
        ),
      },
    };
    expect(readRatings(data, 60)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15]);
    expect(readRatings(data, 40).at(-1)).toBe(0);
  });

  it('reads groups below their parents, with the word of a picklist, most answers first', () => {
    const owner = (name: string | null, rated: number) => ({ parent: { parent: { name: { value: name } } }, ...counts(1, 1, rated) });
    const data = {
      uiapi: { aggregate: { now: group([owner('Ann', 3), owner(null, 9), owner('Bo', 0)]), before: group([owner('Ann', 2)]) } },
    } as GroupsData;
    expect(readGroups(data).map(({ name, now, before }) => [name, now.rated, before.rated])).toEqual([
      [null, 9, 0],
      ['Ann', 3, 2],
    ]);
    const picklist = {
      uiapi: {
        aggregate: { now: group([{ parent: { name: { value: 'Energy', label: 'Energi' } }, ...counts(1, 0, 1) }]), before: group([]) },
      },
    };
    expect(readGroups(picklist as GroupsData)[0]?.name).toBe('Energi');
  });

  it('joins customers with their revenue, largest first, and says when there are more', () => {
    const figures = readRevenue(revenueData());
    expect(figures.customers.map(({ name, revenue }) => [name, revenue])).toEqual([
      ['Acme', 5_000_000],
      ['Birk', 100_000],
    ]);
    expect(figures.isCut).toBe(false);
    const cut = revenueData() as { uiapi: { query: { accounts: { pageInfo: { hasNextPage: boolean } } } } } & RevenueData;
    cut.uiapi.query.accounts.pageInfo.hasNextPage = true;
    expect(readRevenue(cut)).toMatchObject({ isCut: true, leastRevenue: 100_000 });
  });
});
