import type { FigureData, ListData } from 'c/huddleData';

type Week = FigureData['uiapi']['aggregate']['now'];

const value = <T>(of: T | null) => ({ value: of });
const number = (of: number | null) => ({ edges: [{ node: { aggregate: { number: { count: value(of) } } } }] });

/** The answers of one program in a week. */
export function program(name: string, answers: number, promoters: number, detractors: number, rated: number) {
  return {
    program: value(name),
    number: { count: value(answers) },
    promoters: { sum: value(promoters) },
    detractors: { sum: value(detractors) },
    rated: { sum: value(rated) },
  };
}

function groups<Node>(...nodes: readonly Node[]): { readonly edges: readonly { readonly node: { readonly aggregate: Node } }[] } {
  return { edges: nodes.map((aggregate) => ({ node: { aggregate } })) };
}

/** How many answers of a week name each reason. */
export function reasonGroups(named: Readonly<Record<string, number>>) {
  return groups(
    ...Object.entries(named).map(([reason, answers]) => ({ reason: value(reason), answers: { countDistinct: value(answers) } })),
  );
}

/** 100 answers a week; Delivery is named by 40 after 5, so it moved; Price by 11 after 10. */
export function figureData(changes: Partial<FigureData['uiapi']['aggregate']> = {}): FigureData {
  const now: Week = groups(program('Relational', 42, 30, 5, 40), program('Transactional', 58, 9, 9, 50));
  const before: Week = groups(program('Relational', 41, 20, 10, 40), program('Transactional', 59, 0, 0, 0));
  const [reasonsNow, reasonsBefore] = [reasonGroups({ Delivery: 40, Price: 11 }), reasonGroups({ Delivery: 5, Price: 10 })];
  return { uiapi: { aggregate: { now, before, reasonsNow, reasonsBefore, ...changes } } };
}

const named = (name: string) => ({ Name: value(name) });

/** Two open follow-ups of three, one of them overdue; two new detractors, one of them of nobody known; one that was resolved. */
export function listData(): ListData {
  const open = [
    {
      Id: 'a01',
      Name: value('FU-1'),
      account: named('Nordlys'),
      cause: value('unhappy customer'),
      owner: named('Ada'),
      status: { value: 'Open', label: 'Open' },
      dueAt: value('2026-11-20T12:00:00Z'),
      overdue: value(true),
      escalatedAt: value('2026-11-21T12:00:00Z'),
      CreatedDate: value('2026-11-18T12:00:00Z'),
    },
    {
      Id: 'a02',
      Name: value('FU-2'),
      account: null,
      cause: value('Delivery: at least 10'),
      owner: null,
      status: { value: 'In Progress', label: 'In Progress' },
      dueAt: value<string>(null),
      overdue: value(false),
      escalatedAt: value<string>(null),
      CreatedDate: value('2026-11-22T11:00:00Z'),
    },
  ];
  const answer = { rating: value(3), touchpoint: value('Delivery'), respondedAt: value('2026-11-21T09:00:00Z') };
  const detractors = [
    {
      Id: 'r01',
      Name: value('PR-1'),
      account: named('Nordlys'),
      contact: named('Ida Berg'),
      ...answer,
      followUps: { edges: [{ node: { Name: value('FU-1'), status: { value: 'Open', label: 'Open' } } }] },
    },
    { Id: 'r02', Name: value('PR-2'), account: null, contact: null, ...answer, followUps: { edges: [] } },
  ];
  const resolved = [
    {
      Id: 'a03',
      Name: value('FU-3'),
      account: named('Fjord'),
      cause: value('a call'),
      owner: named('Bo'),
      rootCause: { value: 'Price', label: 'Price' },
      outcome: { value: 'Recovered', label: 'Recovered' },
      resolvedAt: value('2026-11-20T08:00:00Z'),
    },
  ];
  return {
    uiapi: {
      aggregate: {
        open: number(3),
        overdue: number(1),
        made: number(1),
        resolved: { edges: [{ node: { aggregate: { number: { count: value(1) }, onTime: { sum: value(1) } } } }] },
        detractors: number(2),
      },
      query: {
        open: { edges: open.map((node) => ({ node })) },
        resolved: { edges: resolved.map((node) => ({ node })) },
        detractors: { edges: detractors.map((node) => ({ node })) },
        touchpoints: { edges: [{ node: { Name: value('Delivery to you'), key: value('Delivery') } }] },
      },
    },
  };
}

/** Nothing is open, new or resolved. */
export function emptyListData(): ListData {
  const none = { edges: [] };
  return {
    uiapi: {
      aggregate: { open: number(0), overdue: number(0), made: number(0), resolved: none, detractors: number(null) },
      query: { open: none, resolved: none, detractors: none, touchpoints: none },
    },
  };
}
