import { DataWire } from './DataWire.ts';
import type { GraphQLDocument } from './graphqlDocument.ts';
import { askGraphQL, forgetAnswer, onNewAnswer, type GraphQLAnswer, type GraphQLError, type GraphQLQuestion } from './graphqlStore.ts';
import type { FetchError } from './uiApiRequest.ts';

export interface GraphQLConfig {
  query?: GraphQLDocument | undefined;
  variables?: Readonly<Record<string, unknown>> | undefined;
  operationName?: string | undefined;
}

export interface GraphQLResult {
  readonly data: unknown;
  /** Absent when there are none. Data and errors may come together. */
  readonly errors: readonly GraphQLError[] | undefined;
  /** Asks again, past every cache; resolves when the fresh result went through the wire. */
  readonly refresh: (() => Promise<void>) | undefined;
}

/** Wire: the answer to a GraphQL query over the org's records. */
export class GraphQLWire extends DataWire<GraphQLConfig, GraphQLAnswer, GraphQLResult> {
  protected override isComplete(config: GraphQLConfig): boolean {
    return config.query !== undefined;
  }

  protected override read(config: GraphQLConfig): Promise<GraphQLAnswer> {
    return askGraphQL(questionOf(config));
  }

  protected override watch(config: GraphQLConfig, again: () => void): () => void {
    return onNewAnswer(questionOf(config), again);
  }

  protected override loading(): GraphQLResult {
    return { data: undefined, errors: undefined, refresh: undefined };
  }

  protected override loaded({ data, errors = [] }: GraphQLAnswer, config: GraphQLConfig): GraphQLResult {
    return { data: data ?? undefined, errors: errors.length > 0 ? errors : undefined, refresh: () => this.#refresh(config) };
  }

  protected override failed(error: unknown, config: GraphQLConfig): GraphQLResult {
    return { data: undefined, errors: [{ message: messageOf(error), error }], refresh: () => this.#refresh(config) };
  }

  /** Other components with the same question get the fresh answer too. */
  #refresh(config: GraphQLConfig): Promise<void> {
    forgetAnswer(questionOf(config));
    return this.readAgain();
  }
}

function questionOf({ query, variables = {}, operationName }: GraphQLConfig): GraphQLQuestion {
  return { query: query?.source ?? '', variables, ...(operationName === undefined ? {} : { operationName }) };
}

/** What a refused request says. */
export function messageOf(error: unknown): string {
  const body = (error as Partial<FetchError>).body;
  const first: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof first === 'object' && first !== null && 'message' in first) return String(first.message);
  return 'The query could not be run.';
}
