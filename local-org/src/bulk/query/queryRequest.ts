import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import { parseQuery } from '../../soql/parser.ts';
import type { QueryColumn } from '../../soql/columnMetadata.ts';
import { formatOf, jobBody, textOf } from '../ingest/ingestRequest.ts';
import { jobErrors } from '../jobs/jobErrors.ts';
import { queryOperations, type QueryJob } from '../jobs/jobTypes.ts';

/** What a client may say of a new query job. */
export type QueryRequest = Pick<QueryJob, 'object' | 'operation' | 'soql' | 'columnDelimiter' | 'lineEnding'>;

const known = new Set(['operation', 'query', 'columnDelimiter', 'lineEnding', 'contentType', 'concurrencyMode']);
const compoundTypes = new Set(['Address', 'Location']);

/**
 * Reads the body that creates a query job, and refuses what Bulk API 2.0 does
 * not query (Developer Guide, "SOQL Considerations").
 * @throws SalesforceError INVALIDJOB, API_ERROR, or the query's own error
 */
export function readQueryRequest(org: Org, user: RequestUser, body: unknown): QueryRequest {
  const json = jobBody(body, known);
  const operation = queryOperations.find((one) => one === json['operation']);
  if (operation === undefined) throw jobErrors.invalidJob(`InvalidJob : operation must be one of ${queryOperations.join(', ')}`);
  const soql = textOf(json, 'query');
  if (soql === undefined) throw jobErrors.invalidJob('InvalidJob : query is required');
  refuseClauses(soql);
  const { object, kind, grouped, columns } = org.queries.columns(soql, user, { allRows: operation === 'queryAll' });
  if (kind !== 'records' || grouped) throw jobErrors.queryNotSupported('Aggregate Relationships not supported in Bulk Query');
  if (columns.some(isCompound)) throw jobErrors.queryNotSupported('Selecting compound data not supported in Bulk Query');
  return { object, operation, soql, ...formatOf(json) };
}

function refuseClauses(soql: string): void {
  const { select, groupBy, offset } = parseQuery(soql).statement;
  const kinds = new Set(select.map((item) => item.kind));
  if (kinds.has('subquery') || groupBy !== undefined) {
    throw jobErrors.queryNotSupported('Aggregate Relationships not supported in Bulk Query');
  }
  if (kinds.has('typeof')) throw jobErrors.queryNotSupported('TYPEOF clause not supported in Bulk Query');
  if (offset !== undefined) throw jobErrors.queryNotSupported('OFFSET clause not supported in Bulk Query');
}

function isCompound(column: QueryColumn): boolean {
  return compoundTypes.has(column.apexType ?? '') || column.joinColumns.some(isCompound);
}
