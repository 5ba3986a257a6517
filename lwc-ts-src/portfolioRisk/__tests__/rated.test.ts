import {
  BY_RISK,
  customersOf,
  levelCounts,
  matching,
  NO_FILTER,
  nextOrder,
  ordered,
  rated,
  withFollowUp,
  type CustomerNode,
} from 'c/portfolioRisk';

const NOW = Date.parse('2026-03-12T09:00:00Z');

const NODES: readonly CustomerNode[] = [
  node('001', 'Åben A/S', 9.5, { revenue: { value: 5 } }),
  node('002', 'Zebra', 5, { owner: { Name: { value: 'Maren Manager' } }, segment: { value: 'A' } }),
  node('003', 'Alpha', 8),
  { Id: '004', Name: { value: 'Nobody' }, pulse: null },
];

const FOLLOW_UPS = [
  { Id: 'f2', Name: { value: 'FU-2' }, account: { value: '003' }, dueAt: { value: '2026-03-20T00:00:00Z' } },
  { Id: 'f1', Name: { value: 'FU-1' }, account: { value: '003' }, dueAt: { value: '2026-03-01T00:00:00Z' } },
  { Id: 'f3', account: null },
];

describe('a portfolio', () => {
  const all = rated(customersOf(NODES, FOLLOW_UPS), NOW, 'da-DK');

  it('puts those at risk first', () => {
    expect(names(all)).toEqual(['Zebra', 'Alpha', 'Nobody', 'Åben A/S']);
    expect(Object.fromEntries(levelCounts(all))).toEqual({ act: 2, watch: 0, low: 2 });
  });

  it('gives each customer its follow-ups, the earliest deadline first', () => {
    expect(all[1]?.customer.followUps.map(({ name }) => name)).toEqual(['FU-1', 'FU-2']);
  });

  it('finds customers by level and by words of name or owner', () => {
    expect(names(matching(all, { ...NO_FILTER, level: 'low' }, 'da-DK'))).toEqual(['Nobody', 'Åben A/S']);
    expect(names(matching(all, { ...NO_FILTER, text: 'maren ZEB' }, 'da-DK'))).toEqual(['Zebra']);
    expect(matching(all, { level: 'act', text: 'nobody' }, 'da-DK')).toEqual([]);
  });

  it('sorts by name as the user sorts, and puts what has no value last either way', () => {
    expect(names(ordered(all, { by: 'name', isDescending: false }, 'da-DK'))).toEqual(['Alpha', 'Nobody', 'Zebra', 'Åben A/S']);
    expect(names(ordered(all, { by: 'pulse', isDescending: false }, 'da-DK'))).toEqual(['Zebra', 'Alpha', 'Åben A/S', 'Nobody']);
    expect(names(ordered(all, { by: 'pulse', isDescending: true }, 'da-DK'))).toEqual(['Åben A/S', 'Alpha', 'Zebra', 'Nobody']);
    expect(names(ordered(all, { by: 'risk', isDescending: false }, 'da-DK'))[0]).toBe('Åben A/S');
  });

  it('turns round when the same column is asked for again', () => {
    const byName = nextOrder(BY_RISK, 'name');
    expect([byName, nextOrder(byName, 'name')]).toEqual([
      { by: 'name', isDescending: false },
      { by: 'name', isDescending: true },
    ]);
  });

  it('keeps its order when a follow-up is made', () => {
    const after = withFollowUp(all, '002', { id: 'f9', name: 'FU-9', dueAt: undefined });
    expect(names(after)).toEqual(names(all));
    expect(after[0]?.customer.followUps.map(({ id }) => id)).toEqual(['f9']);
  });

  it('is ordered in less than 200 ms with ten thousand customers', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => node(String(index), `Customer ${String(index)}`, (index * 7) % 10));
    const customers = customersOf(many, []);
    const start = performance.now();
    rated(customers, NOW, 'en-US');
    expect(performance.now() - start).toBeLessThan(200);
  });
});

function node(id: string, name: string, score: number, more: Partial<CustomerNode> = {}): CustomerNode {
  return {
    Id: id,
    Name: { value: name },
    pulse: { Id: `p${id}`, score: { value: score }, ratingCount: { value: 20 }, lastResponseAt: { value: '2026-03-01T00:00:00Z' } },
    ...more,
  };
}

function names(all: readonly { readonly customer: { readonly name: string } }[]): string[] {
  return all.map(({ customer }) => customer.name);
}
