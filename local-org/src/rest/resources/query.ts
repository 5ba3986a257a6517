import { SalesforceError } from '../../errors.ts';
import type { SelectStatement } from '../../soql/ast.ts';
import type { QueryCursor } from '../../soql/types.ts';
import { ok, type ApiRequest, type ApiResponse } from '../apiMessages.ts';
import type { ResourceContext, Route } from '../route.ts';
import { recordToJson, type MoreRows } from '../wire/recordToJson.ts';
import { isMetadataQuery } from '../../tooling/toolingOrg.ts';
import { explainQuery } from './explain.ts';
import { metadataQuery } from './tooling.ts';

const largestPage = 2000;
const smallestPage = 200;

/** `/query`, `/queryAll` and the pages that follow. */
export const queryRoutes: readonly Route[] = [
  { pattern: 'query', methods: { GET: (context, request) => query(context, request, false) } },
  { pattern: 'queryAll', methods: { GET: (context, request) => query(context, request, true) } },
  { pattern: 'query/:locator', methods: { GET: (context, request, { locator = '' }) => nextPage(context, request, locator) } },
  { pattern: 'queryAll/:locator', methods: { GET: (context, request, { locator = '' }) => nextPage(context, request, locator) } },
];

function query(context: ResourceContext, request: ApiRequest, allRows: boolean): ApiResponse {
  const explained = request.query.get('explain');
  if (explained !== null) return ok(explainQuery(context.org, request.user, explained));
  const soql = request.query.get('q');
  if (soql === null || soql.trim() === '') throw new SalesforceError('MALFORMED_QUERY', 'A query string has to be specified');
  if (isMetadataQuery(context.org, soql)) return metadataQuery(context.org, request, soql);
  if (request.query.get('columns') === 'true') return columns(context, request, soql, allRows);
  return queryResult(context, request, soql, { allRows });
}

/** The first page of a query's result. */
export function queryResult(
  context: ResourceContext,
  request: ApiRequest,
  soql: string | SelectStatement,
  { allRows = false } = {},
): ApiResponse {
  const { org, cursors } = context;
  const size = pageSize(request);
  const cursor = org.queries.open(soql, request.user, { allRows, childRows: size, mostGroups: size });
  const next = cursor.totalSize > size ? () => `${cursors.open(request.user.id, org.schema, cursor)}-${size}` : undefined;
  return ok(page(context, request, cursor, 0, next));
}

/** What the columns of a query are: the query is not run. */
function columns({ org }: ResourceContext, request: ApiRequest, soql: string, allRows: boolean): ApiResponse {
  const description = org.queries.columns(soql, request.user, { allRows });
  return ok({
    columnMetadata: description.columns,
    entityName: description.object,
    groupBy: description.grouped,
    idSelected: description.idSelected,
    keyPrefix: description.keyPrefix,
  });
}

function nextPage(context: ResourceContext, request: ApiRequest, locator: string): ApiResponse {
  const [, id, from] = /^(\w{18})-(\d{1,9})$/u.exec(locator) ?? [];
  if (id === undefined || from === undefined) throw new SalesforceError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  const cursor = context.cursors.find(id, request.user.id, context.org.schema);
  const start = Number(from);
  const end = start + pageSize(request);
  return ok(page(context, request, cursor, start, end < cursor.totalSize ? () => `${id}-${end}` : undefined));
}

function page(
  { org, cursors }: ResourceContext,
  request: ApiRequest,
  cursor: QueryCursor,
  from: number,
  next: (() => string) | undefined,
): Record<string, unknown> {
  const { version, user } = request;
  const at = (locator: string): string => `/services/data/${version}/query/${locator}`;
  const moreRows: MoreRows = (rest, start) => at(`${cursors.open(user.id, org.schema, rest, { isChild: true })}-${start}`);
  return {
    totalSize: cursor.totalSize,
    done: next === undefined,
    ...(next === undefined ? {} : { nextRecordsUrl: at(next()) }),
    records: cursor.read(from, pageSize(request)).map((record) => recordToJson(record, version, moreRows)),
  };
}

/** `Sforce-Query-Options: batchSize=500`, between 200 and 2,000. */
function pageSize({ headers }: ApiRequest): number {
  const [, asked] = /batchSize\s*=\s*(\d+)/iu.exec(headers['sforce-query-options'] ?? '') ?? [];
  return asked === undefined ? largestPage : Math.min(largestPage, Math.max(smallestPage, Number(asked)));
}
