import { graphql, type GraphQLResult } from 'lightning/graphql';
import { getRecord, type FetchResponse, type RecordRepresentation } from 'lightning/uiRecordApi';

/** What Jest puts in the place of `getRecord`. */
interface TestRecordWire {
  emit(data: RecordRepresentation): void;
  error(body?: unknown, status?: number, statusText?: string): void;
  getLastConfig(): { recordId?: string; fields?: readonly string[]; optionalFields?: readonly string[] } | undefined;
}

/** What Jest puts in the place of `graphql`: see `lightning/graphql` beside this file. */
interface TestGraphQLWire {
  emit(result: GraphQLResult<unknown>): void;
  getLastConfig(): { query?: string; variables?: Readonly<Record<string, unknown>> } | undefined;
}

// Under Jest the platform's modules are replaced; their types cannot say so.
export const recordWire = getRecord as unknown as TestRecordWire;
export const graphqlWire = graphql as unknown as TestGraphQLWire;

/** Body of a failed UI API request. */
export function errorBody(message: string, errorCode = 'UNKNOWN_EXCEPTION'): FetchResponse['body'] {
  return [{ message, errorCode }];
}
