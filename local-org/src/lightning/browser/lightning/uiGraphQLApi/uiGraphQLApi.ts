import type { GraphQLResult } from '../../lds/GraphQLWire.ts';

export { gql } from '../../lds/graphqlDocument.ts';
export { GraphQLWire as graphql } from '../../lds/GraphQLWire.ts';

/** Runs the query of a wired result again. */
export async function refreshGraphQL(result: GraphQLResult): Promise<void> {
  await result.refresh?.();
}
