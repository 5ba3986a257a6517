import type { BoardData, GroupsData, RatingsData, RevenueData } from 'c/npsQueries';

type Aggregate = GroupsData['uiapi']['aggregate']['now'];

/** The counts of one group, as GraphQL answers them. */
export function counts(promoters: number | null, detractors: number | null, rated: number | null) {
  return { promoters: { sum: { value: promoters } }, detractors: { sum: { value: detractors } }, rated: { sum: { value: rated } } };
}

/** Groups as GraphQL answers them. */
export function group<Node>(nodes: readonly Node[]): { readonly edges: readonly { readonly node: { readonly aggregate: Node } }[] } {
  return { edges: nodes.map((aggregate) => ({ node: { aggregate } })) };
}

const month = (calendarMonth: number, ...of: [number, number, number]) => ({
  respondedAt: { calendarMonth: { value: calendarMonth } },
  ...counts(...of),
});
const touchpoint = (value: string, ...of: [number, number, number]) => ({ touchpoint: { value }, ...counts(...of) });
const invitations = (status: string, number: number) => ({ status: { value: status }, number: { count: { value: number } } });
const followUps = (status: string, number: number, onTime: number, answeredAgain: number, recovered: number) => ({
  ...invitations(status, number),
  onTime: { sum: { value: onTime } },
  answeredAgain: { sum: { value: answeredAgain } },
  recovered: { sum: { value: recovered } },
});

/** 120 relational answers, before them 80; two months with answers; three touchpoints. */
export function boardData(): BoardData {
  return {
    uiapi: {
      aggregate: {
        now: group([counts(60, 24, 120)]),
        before: group([counts(60, 5, 80)]),
        lastYear: group([month(10, 20, 5, 40), month(9, 18, 6, 35), month(8, 15, 5, 20), month(7, 10, 5, 31)]),
        yearBefore: group([month(10, 9, 3, 20)]),
        journey: group([touchpoint('Pop-up store', 2, 0, 3), touchpoint('Delivery', 10, 20, 60), touchpoint('Sales', 30, 10, 60)]),
        journeyBefore: group([touchpoint('Delivery', 20, 2, 30), touchpoint('Training', 1, 0, 2)]),
        invitations: group([invitations('Answered', 40), invitations('Sent', 20), invitations('Opened', 5), invitations('Expired', 35)]),
        followUps: group([followUps('Resolved', 10, 8, 5, 4), followUps('Open', 2, 0, 0, 0)]),
      },
      query: {
        touchpoints: {
          edges: [
            ['Sales', 'Selling'],
            ['Delivery', 'Delivery'],
            ['Training', 'Training'],
            ['Renewal', 'Renewal'],
          ].map(([key = '', name = '']) => ({ node: { Name: { value: name }, key: { value: key } } })),
        },
      },
    },
  };
}

/** 84 answers from 0 to 9; of 120 rated ones, 36 are of 10. */
export function ratingsData(): RatingsData {
  const times = [4, 0, 0, 0, 4, 6, 10, 16, 20, 24];
  const aggregate = Object.fromEntries(times.map((value, rating) => [`r${rating}`, group([{ number: { count: { value } } }])]));
  return { uiapi: { aggregate } };
}

/** Three owners; one of them with few answers, and one group without a name. */
export function groupsData(): GroupsData {
  const owner = (name: string | null, ...of: [number, number, number]) => ({
    parent: { parent: { name: { value: name } } },
    ...counts(...of),
  });
  const now: Aggregate = group([owner('Ann', 30, 10, 50), owner('Bo', 20, 10, 50), owner('Cleo', 0, 3, 10), owner(null, 5, 1, 10)]);
  return { uiapi: { aggregate: { now, before: group([owner('Ann', 5, 20, 40), owner('Bo', 19, 10, 48)]) } } };
}

/** Two customers with a revenue and answers, and one without answers. */
export function revenueData(): RevenueData {
  const account = (Id: string, name: string, revenue: number) => ({
    node: { Id, Name: { value: name }, AnnualRevenue: { value: revenue } },
  });
  return {
    uiapi: {
      aggregate: {
        customers: group([
          { account: { value: '001B' }, ...counts(20, 2, 30) },
          { account: { value: '001A' }, ...counts(10, 40, 80) },
        ]),
      },
      query: {
        accounts: {
          edges: [account('001A', 'Acme', 5_000_000), account('001C', 'Cold', 900_000), account('001B', 'Birk', 100_000)],
          pageInfo: { hasNextPage: false },
        },
      },
    },
  };
}
