/**
 * Hand-typed part of the platform module `lightning/graphql`, which supersedes `lightning/uiGraphQLApi`
 * and adds optional fields, documents built at run time, and `refresh` on each result.
 */
declare module 'lightning/graphql' {
  import type { WireAdapterConstructor } from 'lwc';

  /** A parsed document; its inside belongs to the platform. */
  export interface GraphQLDocument {
    readonly __graphqlDocument: never;
  }

  export interface GraphQLError {
    readonly message: string;
    readonly path?: readonly (string | number)[];
  }

  export interface GraphQLResult<Data> {
    readonly data?: Data | undefined;
    readonly errors?: readonly GraphQLError[] | undefined;
    /** Runs the same query again, past the cache; the fresh result comes through the wire. */
    readonly refresh?: () => Promise<void>;
  }

  export interface GraphQLConfig {
    /** The wire stays silent while it is undefined. */
    query: GraphQLDocument | undefined;
    variables?: Readonly<Record<string, unknown>> | undefined;
    operationName?: string | undefined;
  }

  export interface MutationResult<Data> {
    readonly data?: Data | undefined;
    readonly errors?: readonly GraphQLError[] | undefined;
  }

  /**
   * Creates, changes or deletes records by a mutation. Refusals come as `errors`, never as a rejection.
   * Lists and aggregates do not follow: refresh them.
   */
  export function executeMutation<Data = unknown>(config: GraphQLConfig): Promise<MutationResult<Data>>;

  export function gql(text: TemplateStringsArray, ...values: readonly string[]): GraphQLDocument;

  /** `never` fits every type, so the wired method states what its own document answers with. */
  export const graphql: WireAdapterConstructor<GraphQLConfig, GraphQLResult<never>>;
}
