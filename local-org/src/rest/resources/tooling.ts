import { SalesforceError } from '../../errors.ts';
import type { SObjectType } from '../../schema/types.ts';
import type { QueryRecord } from '../../soql/types.ts';
import { normaliseId } from '../../storage/ids.ts';
import type { Org } from '../../org.ts';
import { runToolingQuery, toolingColumns, toolingSchema } from '../../tooling/toolingOrg.ts';
import { ok, type ApiRequest, type ApiResponse } from '../apiMessages.ts';
import type { Route } from '../route.ts';
import { objectDescribe, objectSummary } from '../wire/describeToJson.ts';
import { recordToJson } from '../wire/recordToJson.ts';
import { resourceNotFound } from '../wire/resultToJson.ts';

/** Resources of the Tooling API that run or change code: named, and not run. */
const notRun = [
  'apexManifest',
  'completions',
  'composite',
  'executeAnonymous',
  'runTestsAsynchronous',
  'runTestsSynchronous',
  'search',
] as const;

/** Reading the org's metadata by the Tooling API; deploying is the Metadata API's affair here. */
export const toolingRoutes: readonly Route[] = [
  {
    pattern: 'tooling',
    methods: {
      GET: (_context, { version }) => ok({ query: `${base(version)}/query`, sobjects: `${base(version)}/sobjects` }),
    },
  },
  { pattern: 'tooling/query', methods: { GET: ({ org }, request) => toolingQuery(org, request) } },
  {
    pattern: 'tooling/sobjects',
    methods: {
      GET: ({ org }, { version }) =>
        ok({
          encoding: 'UTF-8',
          maxBatchSize: 200,
          sobjects: [...toolingSchema(org).objects.values()]
            .toSorted((left, right) => left.name.localeCompare(right.name))
            .map((object) => objectSummary(object, toolingVersion(version))),
        }),
    },
  },
  {
    pattern: 'tooling/sobjects/:object',
    methods: {
      GET: ({ org }, { version }, { object = '' }) =>
        ok({ objectDescribe: objectSummary(toolingObject(org, object), toolingVersion(version)), recentItems: [] }),
      POST: (_context, _request, { object = '' }) => refuse(`Creating ${object} by the Tooling API`),
    },
  },
  {
    pattern: 'tooling/sobjects/:object/describe',
    methods: { GET: ({ org }, { version }, { object = '' }) => ok(objectDescribe(toolingObject(org, object), toolingVersion(version))) },
  },
  {
    pattern: 'tooling/sobjects/:object/:id',
    methods: {
      GET: ({ org }, request, { object: name = '', id = '' }) => {
        const object = toolingObject(org, name);
        const soql = `SELECT ${[...object.fields.values()].map((field) => field.name).join(', ')} FROM ${object.name} WHERE Id = '${knownId(id)}'`;
        const [record] = runToolingQuery(org, soql, request.user).records;
        if (record === undefined) throw resourceNotFound();
        return ok(recordToJson(record, toolingVersion(request.version)));
      },
      PATCH: (_context, _request, { object = '' }) => refuse(`Changing ${object} by the Tooling API`),
      DELETE: (_context, _request, { object = '' }) => refuse(`Deleting ${object} by the Tooling API`),
    },
  },
  ...notRun.map((name) => ({
    pattern: `tooling/${name}`,
    methods: { GET: () => refuse(`tooling/${name}`), POST: () => refuse(`tooling/${name}`) },
  })),
];

/** So that addresses in answers lead to the Tooling API again. */
function toolingVersion(version: string): string {
  return `${version}/tooling`;
}

function base(version: string): string {
  return `/services/data/${toolingVersion(version)}`;
}

function toolingQuery(org: Org, request: ApiRequest): ApiResponse {
  const soql = request.query.get('q') ?? '';
  if (soql.trim() === '') throw new SalesforceError('MALFORMED_QUERY', 'A query string has to be specified');
  return metadataQuery(org, { ...request, version: toolingVersion(request.version) }, soql, (rows) => ({
    size: rows.length,
    queryLocator: null,
    entityTypeName: rows[0]?.object ?? null,
  }));
}

/**
 * A query that reads the org's metadata: all rows at once, or what their columns are.
 * @param more what the answer tells beside the rows
 */
export function metadataQuery(
  org: Org,
  { query, user, version }: ApiRequest,
  soql: string,
  more: (rows: readonly QueryRecord[]) => Readonly<Record<string, unknown>> = () => ({}),
): ApiResponse {
  if (query.get('columns') === 'true') {
    const { columns, object, grouped, idSelected, keyPrefix } = toolingColumns(org, soql, user);
    return ok({ columnMetadata: columns, entityName: object, groupBy: grouped, idSelected, keyPrefix });
  }
  const { totalSize, records } = runToolingQuery(org, soql, user);
  return ok({ ...more(records), totalSize, done: true, records: records.map((record) => recordToJson(record, version)) });
}

function toolingObject(org: Org, name: string): SObjectType {
  const object = toolingSchema(org).object(name);
  if (object === undefined) throw resourceNotFound();
  return object;
}

function knownId(text: string): string {
  const id = normaliseId(text);
  if (id === undefined) throw resourceNotFound();
  return id;
}

function refuse(what: string): never {
  throw new SalesforceError('FUNCTIONALITY_NOT_ENABLED', `${what} is not run by local-org: deploy metadata by the Metadata API`, {
    status: 400,
  });
}
