import type { Org } from '../org.ts';
import { inSystemMode, type RequestUser } from '../requestUser.ts';
import { childRelationshipsByParent, fieldMap, OrgSchema } from '../schema/orgSchema.ts';
import type { FieldValues, Schema, SObjectType } from '../schema/types.ts';
import { createQueryService } from '../soql/queryService.ts';
import type { QueryDescription, QueryRows, QueryService } from '../soql/types.ts';
import { fromSql, quoteName, storageKind, storedFields } from '../storage/columns.ts';
import { OrgDatabase } from '../storage/database.ts';
import { prepareStorage } from '../storage/prepareStorage.ts';
import { RecordStore } from '../storage/recordStore.ts';
import { codeObjects } from './codeObjects.ts';
import { flowObjects } from './flowObjects.ts';
import { schemaObjects } from './schemaObjects.ts';
import { setupObjects } from './setupObjects.ts';
import type { VirtualObject } from './virtualObject.ts';

const virtualObjects: readonly VirtualObject[] = [...schemaObjects, ...flowObjects, ...codeObjects, ...setupObjects];

/** Objects that the Data API queries too (Object Reference, "Standard Objects"). */
const ofDataApi: ReadonlySet<string> = new Set(
  ['ApexClass', 'ApexTrigger', 'ApexPage', 'ApexComponent', 'AuraDefinitionBundle', 'StaticResource', 'ExternalString'].map((name) =>
    name.toLowerCase(),
  ),
);

/** Records of the org that the Tooling API reads too, beside its setup objects. */
const ofOrg: ReadonlySet<string> = new Set(['Group', 'Organization', 'User']);

/** Whether a query of the Data API reads the org's metadata: by the object after its outermost FROM. */
export function isMetadataQuery({ schema }: Org, soql: string): boolean {
  // Nearly all queries end here.
  if (!/apex|aura|staticresource|externalstring/iu.test(soql)) return false;
  const [, from = ''] = /\bFROM\s+(\w+)/iu.exec(withoutParentheses(soql)) ?? [];
  return ofDataApi.has(from.toLowerCase()) && schema.object(from) === undefined;
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

const schemas = new WeakMap<Schema, Schema>();

/** The org's metadata as objects that can be described and queried: components, and the setup objects of the org's own schema. */
export function toolingSchema({ schema }: Org): Schema {
  const known = schemas.get(schema);
  if (known !== undefined) return known;
  const own = [...schema.objects.values()].filter(
    ({ name, kind, queryable }) =>
      queryable && (kind === 'setup' || ofOrg.has(name)) && !virtualObjects.some((virtual) => virtual.name === name),
  );
  // Whoever may not view setup sees none of the org's metadata, and of its setup what is open to everybody.
  const viewsSetup = schema.object('EntityDefinition') !== undefined;
  const made = new OrgSchema([...(viewsSetup ? virtualObjects.map(asObject) : []), ...own]);
  schemas.set(schema, made);
  return made;
}

/**
 * Runs SOQL over the org's metadata as it is now. The rows lie in a database
 * in memory, made for one query: metadata is small, and is always as deployed.
 * @throws SalesforceError as any other query
 */
export function runToolingQuery(org: Org, soql: string, user: RequestUser): QueryRows {
  return withToolingQueries(org, soql, user, (queries) => queries.run(soql, inSystemMode(user)));
}

/** What the columns of such a query are. @throws SalesforceError as any other query */
export function toolingColumns(org: Org, soql: string, user: RequestUser): QueryDescription {
  return withToolingQueries(org, soql, user, (queries) => queries.columns(soql, inSystemMode(user)));
}

/** The objects that a query may read: those whose name stands in it. */
function namesIn(soql: string, schema: Schema): readonly string[] {
  const words = new Set(soql.toLowerCase().match(/\w+/gu));
  return [...schema.objects.keys()].filter((name) => words.has(name));
}

/**
 * The user's access is in the rows: what they may not see is not copied. The
 * queries over the copy hide nothing more.
 */
function withToolingQueries<Result>(org: Org, soql: string, user: RequestUser, work: (queries: QueryService) => Result): Result {
  const schema = toolingSchema(org);
  const database = new OrgDatabase(':memory:');
  try {
    prepareStorage(database, schema);
    const store = new RecordStore(database, schema);
    for (const object of withRelated(schema, namesIn(soql, schema))) {
      const virtual = virtualObjects.find(({ name }) => name === object.name);
      const rows = virtual === undefined ? storedRows(org, object, user) : virtual.rows(org);
      database.transaction(() => store.insert(object, rows));
    }
    return work(createQueryService(schema, database, org.clock));
  } finally {
    database.close();
  }
}

/** The records of one of the org's own objects. */
function storedRows({ database }: Org, object: SObjectType, { access }: RequestUser): readonly FieldValues[] {
  const fields = storedFields(object);
  const columns = fields.map(({ name }) => quoteName(name)).join(', ');
  const rows = database.prepare(`SELECT ${columns} FROM ${quoteName(object.name)}`).all();
  const ids = rows.map((row) => String(row['Id']));
  const reached = access?.reached(object.name, ids, 'read');
  return rows
    .filter((row) => reached?.has(String(row['Id'])) !== false)
    .map((row) => Object.fromEntries(fields.map((field) => [field.name, fromSql(storageKind(field), row[field.name])])));
}

/** The objects with whatever their fields and child relationships lead to. */
function withRelated(schema: Schema, names: readonly string[]): readonly SObjectType[] {
  const found = new Set<SObjectType>();
  const add = (name: string): void => {
    const object = schema.object(name);
    if (object === undefined || found.has(object)) return;
    found.add(object);
    for (const { reference } of object.fields.values()) for (const target of reference?.targets ?? []) add(target);
    for (const { childObject, relationshipName } of object.childRelationships) if (relationshipName !== undefined) add(childObject);
  };
  for (const name of names) add(name);
  return [...found];
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
