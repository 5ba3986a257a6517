import type { GraphQLConfig } from './GraphQLWire.ts';
import { messageOf } from './GraphQLWire.ts';
import type { GraphQLAnswer, GraphQLError } from './graphqlStore.ts';
import { invalidateRecord } from './recordCache.ts';
import { uiApiRequest } from './uiApiRequest.ts';

/** What a mutation answers: data and errors may come together. */
export interface MutationResult {
  readonly data: unknown;
  /** Absent when there are none. */
  readonly errors: readonly GraphQLError[] | undefined;
}

/**
 * Creates, changes or deletes records by a GraphQL mutation. Refusals are in the
 * result. What shows the records is read again; lists and aggregates are
 * refreshed by whoever shows them.
 */
export async function executeMutation({ query, variables = {}, operationName }: GraphQLConfig): Promise<MutationResult> {
  const body = { query: query?.source ?? '', variables, ...(operationName === undefined ? {} : { operationName }) };
  try {
    const { data, errors = [] } = (await uiApiRequest({ method: 'POST', path: '/graphql', body })) as GraphQLAnswer;
    for (const id of new Set([...idsIn(variables), ...idsIn(data)])) invalidateRecord(id);
    return { data: data ?? undefined, errors: errors.length > 0 ? errors : undefined };
  } catch (error) {
    return { data: undefined, errors: [{ message: messageOf(error), error }] };
  }
}

/** Ids of the records that an input or an answer is about. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === 'Id' && typeof inner === 'string' ? [inner] : idsIn(inner)));
}
