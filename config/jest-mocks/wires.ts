import { graphql, type GraphQLResult } from 'lightning/graphql';
import { getObjectInfo, getPicklistValues, type ObjectInfo, type PicklistValues } from 'lightning/uiObjectInfoApi';
import { getRecord, type FetchResponse, type RecordRepresentation } from 'lightning/uiRecordApi';

/** What Jest puts in the place of `getRecord`. */
interface TestRecordWire {
  emit(data: RecordRepresentation): void;
  error(body?: unknown, status?: number, statusText?: string): void;
  getLastConfig(): { recordId?: string; fields?: readonly string[]; optionalFields?: readonly string[] } | undefined;
}

interface TestGraphQLConfig {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What Jest puts in the place of `graphql`: see `lightning/graphql` beside this file. */
interface TestGraphQLWire {
  /** @param filter which of several wires gets it, by its config */
  emit(result: GraphQLResult<unknown>, filter?: (config: TestGraphQLConfig) => boolean): void;
  getLastConfig(): TestGraphQLConfig | undefined;
}

/** What Jest puts in the place of the wires of `lightning/uiObjectInfoApi`. */
interface TestDataWire<Data> {
  emit(data: Data, filter?: (config: { fieldApiName?: string }) => boolean): void;
  error(body?: unknown, status?: number, statusText?: string): void;
}

// Under Jest the platform's modules are replaced; their types cannot say so.
export const recordWire = getRecord as unknown as TestRecordWire;
export const graphqlWire = graphql as unknown as TestGraphQLWire;

export const objectInfoWire = getObjectInfo as unknown as TestDataWire<ObjectInfo>;
export const picklistWire = getPicklistValues as unknown as TestDataWire<PicklistValues>;

/** Body of a failed UI API request. */
export function errorBody(message: string, errorCode = 'UNKNOWN_EXCEPTION'): FetchResponse['body'] {
  return [{ message, errorCode }];
}
