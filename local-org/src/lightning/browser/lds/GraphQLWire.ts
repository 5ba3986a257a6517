import { DataWire } from './DataWire.ts';
import type { GraphQLDocument } from './graphqlDocument.ts';
import { uiApiRequest, type FetchError } from './uiApiRequest.ts';

export interface GraphQLConfig {
  query?: GraphQLDocument | undefined;
  variables?: Readonly<Record<string, unknown>> | undefined;
  operationName?: string | undefined;
}

/** One entry of a GraphQL answer's `errors`. */
export interface GraphQLError {
  readonly message: string;
  readonly [other: string]: unknown;
}

export interface GraphQLResult {
  readonly data: unknown;
  /** Absent when there are none. Data and errors may come together. */
  readonly errors: readonly GraphQLError[] | undefined;
  /** Asks again, past every cache; resolves when the fresh result went through the wire. */
  readonly refresh: (() => Promise<void>) | undefined;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLError[];
}

/** Wire: the answer to a GraphQL query over the org's records. */
export class GraphQLWire extends DataWire<GraphQLConfig, Answer, GraphQLResult> {
  protected override isComplete(config: GraphQLConfig): boolean {
    return config.query !== undefined;
  }

  protected override async read(config: GraphQLConfig): Promise<Answer> {
    const { query, variables = {}, operationName } = config;
    const body = { query: query?.source ?? '', variables, ...(operationName === undefined ? {} : { operationName }) };
    return (await uiApiRequest({ method: 'POST', path: '/graphql', body }, true)) as Answer;
  }

  protected override loading(): GraphQLResult {
    return { data: undefined, errors: undefined, refresh: undefined };
  }

  protected override loaded({ data, errors = [] }: Answer): GraphQLResult {
    return { data: data ?? undefined, errors: errors.length > 0 ? errors : undefined, refresh: () => this.readAgain() };
  }

  protected override failed(error: unknown): GraphQLResult {
    return { data: undefined, errors: [{ message: messageOf(error), error }], refresh: () => this.readAgain() };
  }
}

function messageOf(error: unknown): string {
  const body = (error as Partial<FetchError>).body;
  const first: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof first === 'object' && first !== null && 'message' in first) return String(first.message);
  return 'The query could not be run.';
}
