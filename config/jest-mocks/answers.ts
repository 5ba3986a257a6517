import { responseRow, type Connection, type ResponseNode, type ResponseRow } from 'c/responseRows';

/** An answer as the history's query gives it; what is said here replaces what is usual. */
export function answer(number: number, more: Partial<ResponseNode> = {}): ResponseNode {
  return {
    Id: `a02${String(number).padStart(15, '0')}`,
    Name: { value: `PR-${String(number).padStart(8, '0')}` },
    rating: { value: 9 },
    touchpoint: { value: 'Delivery' },
    respondedAt: { value: '2026-10-03T12:00:00.000Z' },
    comment: { value: 'Quick and friendly.' },
    status: { value: 'Accepted' },
    reasons: { edges: [] },
    followUps: { edges: [] },
    ...more,
  };
}

/** Such an answer as it is shown. */
export function answerRow(number: number, more: Partial<ResponseRow> = {}): ResponseRow {
  return { ...responseRow(answer(number), Date.parse('2026-11-22T00:00:00Z')), ...more };
}

/** One page of answers. */
export function pageOf(
  nodes: readonly ResponseNode[],
  totalCount = nodes.length,
  endCursor: string | null = null,
): Connection<ResponseNode> {
  return { edges: nodes.map((node) => ({ node })), totalCount, pageInfo: { hasNextPage: endCursor !== null, endCursor } };
}
