import {
  executeSync,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { SalesforceError } from '../../errors.ts';
import { schemaFor } from '../../access/schemaFor.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import { untranslated } from '../../schema/schemaInLanguage.ts';
import type { Schema } from '../../schema/types.ts';
import { buildGraphqlSchema } from './schema/buildGraphqlSchema.ts';
import { fewObjects } from './fewObjects.ts';
import { executeMutation, mutationOf } from './run/executeMutation.ts';
import { withoutMissingOptionalFields } from './optionalFields.ts';

/** The body of a GraphQL request. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** One entry of an answer's `errors`. */
export interface GraphqlErrorJson {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly paths?: readonly (string | number)[];
  readonly extensions: { readonly classification: string; readonly errorCode?: string };
}

export interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphqlErrorJson[];
}

/** What answering needs of an org. */
export type GraphqlOrg = Pick<Org, 'schema' | 'queries' | 'records' | 'database'>;

/** The GraphQL schema of one view of the org, and the documents that were checked against it. */
interface Built {
  readonly schema: GraphQLSchema;
  readonly documents: Map<string, Document>;
}

type Document = { readonly document: DocumentNode; readonly errors?: undefined } | { readonly errors: readonly GraphqlErrorJson[] };

/** Documents that components send again and again: validating one costs more than answering it. */
const CACHE_SIZE = 500;
/** Words of a document; the largest that people write have hundreds. */
const MOST_TOKENS = 20_000;

/** Answers GraphQL queries and mutations over an org's records. The schema is built when the first query comes. */
export class GraphqlService {
  readonly #org: GraphqlOrg;
  /** By what a user sees of the org: a deployment or a permission changes it, and what was valid may not be any more. */
  readonly #built = new WeakMap<Schema, Built>();

  constructor(org: GraphqlOrg) {
    this.#org = org;
  }

  /** Never throws for what a client sent: the errors are in the answer. */
  answer(request: GraphqlRequest, user: RequestUser): GraphqlAnswer {
    const org = { schema: schemaFor(this.#org, user), queries: this.#org.queries };
    const built = this.#of(org.schema);
    const prepared = preparedIn(built, request.query);
    if (prepared.errors !== undefined) return { data: null, errors: prepared.errors };
    const variables = request.variables ?? {};
    const { operationName } = request;
    const execute = (): ExecutionResult =>
      executeSync({
        schema: built.schema,
        document: prepared.document,
        contextValue: { org, user, records: this.#org.records, rawVariables: variables, written: new Map() },
        variableValues: variables,
        ...(operationName === undefined ? {} : { operationName }),
      });
    const mutation = mutationOf(prepared.document, operationName);
    const result = mutation === undefined ? execute() : executeMutation(this.#org.database, mutation, variables, execute);
    return { data: result.data ?? null, errors: (result.errors ?? []).map((error) => executionError(error)) };
  }

  /** The GraphQL schema of what a user sees. */
  schemaFor(user: RequestUser): GraphQLSchema {
    return this.#of(schemaFor(this.#org, user)).schema;
  }

  /** Labels are no part of the types: one for all languages. */
  #of(seen: Schema): Built {
    const schema = untranslated(seen);
    let built = this.#built.get(schema);
    if (built === undefined) {
      built = { schema: buildGraphqlSchema(schema), documents: new Map() };
      this.#built.set(schema, built);
    }
    return built;
  }
}

function preparedIn({ schema, documents }: Built, source: string): Document {
  const known = documents.get(source);
  if (known !== undefined) return known;
  const prepared = prepare(schema, source);
  if (documents.size >= CACHE_SIZE) documents.clear();
  documents.set(source, prepared);
  return prepared;
}

function prepare(schema: GraphQLSchema, source: string): Document {
  try {
    const document = withoutMissingOptionalFields(schema, parse(source, { maxTokens: MOST_TOKENS }));
    const errors = validate(schema, document, [...specifiedRules, fewObjects]);
    return errors.length === 0 ? { document } : { errors: errors.map((error) => errorJson(error, 'ValidationError')) };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [errorJson(error, 'InvalidSyntax')] };
    throw error;
  }
}

/** What a resolver threw: a refusal with its code, a bad argument, or a defect of ours, which goes on. */
function executionError(error: GraphQLError): GraphqlErrorJson {
  const { cause } = error;
  if (cause === undefined || cause instanceof GraphQLError) return errorJson(error, 'ValidationError');
  if (cause instanceof SalesforceError) return errorJson(error, 'DataFetchingException', cause.errorCode);
  throw cause instanceof Error ? cause : error;
}

function errorJson(error: GraphQLError, classification: string, errorCode?: string): GraphqlErrorJson {
  const locations = error.locations?.map(({ line, column }) => ({ line, column }));
  return {
    message: error.message,
    ...(locations === undefined ? {} : { locations }),
    ...(error.path === undefined ? {} : { paths: error.path }),
    extensions: { classification, ...(errorCode === undefined ? {} : { errorCode }) },
  };
}
