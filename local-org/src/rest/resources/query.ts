import { SalesforceError } from '../../errors.ts';
import type { QueryRecord } from '../../soql/types.ts';
import { ok, type ApiRequest, type ApiResponse } from '../apiMessages.ts';
import type { ResourceContext, Route } from '../route.ts';
import { recordToJson } from '../wire/recordToJson.ts';

const largestPage = 2000;
const smallestPage = 200;

/** `/query`, `/queryAll` and the pages that follow. */
export const queryRoutes: readonly Route[] = [
  { pattern: 'query', methods: { GET: (context, request) => firstPage(context, request, 'query') } },
  { pattern: 'queryAll', methods: { GET: (context, request) => firstPage(context, request, 'queryAll') } },
  { pattern: 'query/:locator', methods: { GET: (context, request, { locator = '' }) => nextPage(context, request, locator) } },
  { pattern: 'queryAll/:locator', methods: { GET: (context, request, { locator = '' }) => nextPage(context, request, locator) } },
];

function firstPage({ org, cursors }: ResourceContext, request: ApiRequest, resource: string): ApiResponse {
  const soql = request.query.get('q');
  if (soql === null || soql.trim() === '') throw new SalesforceError('MALFORMED_QUERY', 'A query string has to be specified');
  const { totalSize, records } = org.queries.run(soql, request.user, { allRows: resource === 'queryAll' });
  const size = pageSize(request);
  if (records.length <= size) return ok(page(request, totalSize, records, undefined));
  const cursor = cursors.open(request.user.id, records, totalSize);
  return ok(page(request, totalSize, records.slice(0, size), `${cursor.id}-${size}`));
}

function nextPage({ cursors }: ResourceContext, request: ApiRequest, locator: string): ApiResponse {
  const [, id, from] = /^(\w{18})-(\d+)$/u.exec(locator) ?? [];
  if (id === undefined || from === undefined) throw new SalesforceError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  const cursor = cursors.find(id, request.user.id);
  const start = Number(from);
  const end = start + pageSize(request);
  const next = end < cursor.records.length ? `${id}-${end}` : undefined;
  return ok(page(request, cursor.totalSize, cursor.records.slice(start, end), next));
}

function page(request: ApiRequest, totalSize: number, records: readonly QueryRecord[], next: string | undefined): Record<string, unknown> {
  return {
    totalSize,
    done: next === undefined,
    ...(next === undefined ? {} : { nextRecordsUrl: `/services/data/${request.version}/query/${next}` }),
    records: records.map((record) => recordToJson(record, request.version)),
  };
}

/** `Sforce-Query-Options: batchSize=500`, between 200 and 2,000. */
function pageSize({ headers }: ApiRequest): number {
  const [, asked] = /batchSize\s*=\s*(\d+)/iu.exec(headers['sforce-query-options'] ?? '') ?? [];
  return asked === undefined ? largestPage : Math.min(largestPage, Math.max(smallestPage, Number(asked)));
}
