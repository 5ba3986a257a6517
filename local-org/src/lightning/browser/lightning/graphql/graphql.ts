export { gql } from '../../lds/graphqlDocument.ts';
export { GraphQLWire as graphql } from '../../lds/GraphQLWire.ts';
