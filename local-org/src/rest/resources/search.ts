import { SalesforceError } from '../../errors.ts';
import { isJsonObject, ok, type ApiRequest, type ApiResponse, type JsonObject, type JsonValue } from '../apiMessages.ts';
import type { ResourceContext, Route } from '../route.ts';
import { runSearch } from '../search/runSearch.ts';
import { groupNamed, mostResults, readSearch, type Returning, type SearchStatement } from '../search/searchStatement.ts';
import { malformed, readSearchTerm } from '../search/searchTerm.ts';
import { recordToJson } from '../wire/recordToJson.ts';
import { notRun } from '../wire/resultToJson.ts';
import { jsonBody } from './shared.ts';

/** `/search` (SOSL) and `/parameterizedSearch`. */
export const searchRoutes: readonly Route[] = [
  { pattern: 'search', methods: { GET: (context, request) => found(context, request, readSearch(request.query.get('q') ?? '')) } },
  {
    pattern: 'parameterizedSearch',
    methods: {
      GET: (context, request) => found(context, request, fromAddress(request)),
      POST: (context, request) => found(context, request, fromBody(jsonBody(request))),
    },
  },
  {
    pattern: 'search/:part',
    methods: {
      GET: (_context, _request, { part = '' }) => {
        throw notRun(`The search resource ${part}`);
      },
    },
  },
];

function found({ org }: ResourceContext, request: ApiRequest, search: SearchStatement): ApiResponse {
  const records = runSearch(org, request.user, search).map((record) => recordToJson(record, request.version));
  // Before API version 37.0 the answer was the list itself.
  return ok(Number.parseFloat(request.version.slice(1)) < 37 ? records : { searchRecords: records });
}

/** `?q=Acme&sobject=Account&Account.fields=Id,Name&Account.limit=10&in=NAME` */
function fromAddress({ query }: ApiRequest): SearchStatement {
  const fields = query.get('fields');
  const returning = query.getAll('sobject').map((object): Returning => ({
    object,
    fields: query.get(`${object}.fields`) ?? fields ?? 'Id',
    clauses: clausesOf(query.get(`${object}.where`), query.get(`${object}.limit`) ?? query.get('defaultLimit')),
  }));
  return statement(query.get('q'), query.get('in'), returning, query.get('overallLimit'));
}

function fromBody(body: JsonObject): SearchStatement {
  const { q, fields, sobjects, in: group, overallLimit, defaultLimit } = body;
  const usual = listText(fields) ?? 'Id';
  const returning = (Array.isArray(sobjects) ? (sobjects as readonly JsonValue[]) : []).map((json): Returning => {
    const { name, fields: own, where, limit } = isJsonObject(json) ? json : {};
    if (typeof name !== 'string') throw new SalesforceError('INVALID_INPUT', 'Each of the sobjects needs a name');
    return { object: name, fields: listText(own) ?? usual, clauses: clausesOf(textOf(where), textOf(limit ?? defaultLimit)) };
  });
  return statement(textOf(q), textOf(group), returning, textOf(overallLimit));
}

function statement(q: string | null, group: string | null, returning: readonly Returning[], limit: string | null): SearchStatement {
  if (q === null || q.trim() === '') throw malformed('The search term is missing: q');
  // A parameterized search takes words as they are: nothing in them has a meaning but wildcards and quotes.
  const term = readSearchTerm(q.replace(/[\\(){}]/gu, ' '));
  const most = limit === null ? mostResults : numberOf(limit);
  return { term, group: groupNamed(group ?? 'ALL'), returning, limit: Math.min(most, mostResults) };
}

function clausesOf(where: string | null, limit: string | null): string {
  return (where === null ? '' : ` WHERE ${where}`) + (limit === null ? '' : ` LIMIT ${numberOf(limit)}`);
}

function numberOf(text: string): number {
  if (!/^\d{1,6}$/u.test(text)) throw new SalesforceError('INVALID_INPUT', `A limit is a number: ${text}`);
  return Number(text);
}

function listText(value: JsonValue | undefined): string | undefined {
  return Array.isArray(value) ? value.map(String).join(', ') : undefined;
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
