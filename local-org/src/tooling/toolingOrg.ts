import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { childRelationshipsByParent, fieldMap, OrgSchema } from '../schema/orgSchema.ts';
import type { Schema, SObjectType } from '../schema/types.ts';
import { createQueryService } from '../soql/queryService.ts';
import type { QueryDescription, QueryRows, QueryService } from '../soql/types.ts';
import { OrgDatabase } from '../storage/database.ts';
import { prepareStorage } from '../storage/prepareStorage.ts';
import { RecordStore } from '../storage/recordStore.ts';
import { codeObjects } from './codeObjects.ts';
import { flowObjects } from './flowObjects.ts';
import { PERSON } from './personObject.ts';
import { schemaObjects } from './schemaObjects.ts';
import { setupObjects } from './setupObjects.ts';
import type { VirtualObject } from './virtualObject.ts';

const virtualObjects: readonly VirtualObject[] = [...schemaObjects, ...flowObjects, ...codeObjects, ...setupObjects, PERSON];

/** Objects that the Data API queries too (Object Reference, "Standard Objects"). */
const ofDataApi: ReadonlySet<string> = new Set(
  [
    'EntityDefinition',
    'FieldDefinition',
    'FlowDefinitionView',
    'ApexClass',
    'ApexTrigger',
    'ApexPage',
    'ApexComponent',
    'AuraDefinitionBundle',
    'StaticResource',
    'ExternalString',
    'CustomNotificationType',
  ].map((name) => name.toLowerCase()),
);

/** Whether a query of the Data API reads the org's metadata: by the object after its last, outermost FROM. */
export function isMetadataQuery(soql: string): boolean {
  // Nearly all queries end here.
  if (!/definition|apex|aura|staticresource|externalstring|notificationtype/iu.test(soql)) return false;
  const outside = withoutParentheses(soql);
  const [, from = ''] = /\bFROM\s+(\w+)/iu.exec(outside) ?? [];
  return ofDataApi.has(from.toLowerCase());
}

/** A query without what stands in parentheses or quotes. */
function withoutParentheses(soql: string): string {
  let depth = 0;
  let outside = '';
  for (const [token] of soql.matchAll(/'(?:[^'\\]|\\.)*'|[()]|[^'()]+|'/gu)) {
    if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    else if (depth === 0 && !token.startsWith("'")) outside += token;
  }
  return outside;
}

/** The org's metadata as objects that can be described and queried. */
export const toolingSchema: Schema = new OrgSchema(virtualObjects.map(asObject));

/**
 * Runs SOQL over the org's metadata as it is now. The rows lie in a database
 * in memory, made for one query: metadata is small, and is always as deployed.
 * @throws SalesforceError as any other query
 */
export function runToolingQuery(org: Org, soql: string, user: RequestUser): QueryRows {
  return withToolingQueries(org, namesIn(soql), (queries) => queries.run(soql, user));
}

/** What the columns of such a query are. @throws SalesforceError as any other query */
export function toolingColumns(org: Org, soql: string, user: RequestUser): QueryDescription {
  return withToolingQueries(org, [], (queries) => queries.columns(soql, user));
}

/** The objects that a query may read: those whose name stands in it. */
function namesIn(soql: string): readonly string[] {
  const words = new Set(soql.toLowerCase().match(/\w+/gu));
  return virtualObjects.map(({ name }) => name).filter((name) => words.has(name.toLowerCase()));
}

/** @param names the objects that are read; what they refer to comes with them */
function withToolingQueries<Result>(org: Org, names: readonly string[], work: (queries: QueryService) => Result): Result {
  const database = new OrgDatabase(':memory:');
  try {
    prepareStorage(database, toolingSchema);
    const store = new RecordStore(database, toolingSchema);
    const wanted = withParents(names);
    for (const virtual of virtualObjects) {
      const object = toolingSchema.object(virtual.name);
      if (object === undefined || !wanted.has(virtual.name)) continue;
      database.transaction(() => store.insert(object, virtual.rows(org)));
    }
    return work(createQueryService(toolingSchema, database, org.clock));
  } finally {
    database.close();
  }
}

/** The objects with whatever their fields and child relationships lead to. */
function withParents(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    const object = toolingSchema.object(name);
    if (object === undefined || found.has(object.name)) return;
    found.add(object.name);
    for (const { reference } of object.fields.values()) for (const target of reference?.targets ?? []) add(target);
    for (const { childObject, relationshipName } of object.childRelationships) if (relationshipName !== undefined) add(childObject);
  };
  for (const name of names) add(name);
  return found;
}

function asObject(virtual: VirtualObject): SObjectType {
  const { rows: _rows, fields, ...rest } = virtual;
  return {
    ...rest,
    custom: false,
    fields: fieldMap(fields),
    hasOwner: false,
    sharingModel: 'Read',
    childRelationships: childRelationshipsByParent(virtualObjects).get(virtual.name.toLowerCase()) ?? [],
    validationRules: [],
    createable: false,
    updateable: false,
    deletable: false,
    kind: 'setup',
    queryable: true,
    undeletable: false,
    recordTypes: [],
    fieldSets: [],
    settings: {
      activities: false,
      history: false,
      feeds: false,
      search: false,
      reports: false,
      bulkApi: false,
      streamingApi: false,
      deployed: true,
    },
  };
}
