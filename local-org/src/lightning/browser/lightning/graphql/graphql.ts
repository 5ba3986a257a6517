export { gql } from '../../lds/graphqlDocument.ts';
export { GraphQLWire as graphql } from '../../lds/GraphQLWire.ts';
export { executeMutation } from '../../lds/executeMutation.ts';
