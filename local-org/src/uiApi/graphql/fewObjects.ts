import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/** Lists of records that one document may ask for, as on the platform. */
const MOST_OBJECTS = 10;

/** Validation rule: at most ten lists of records right below `query`. */
export function fewObjects(context: ValidationContext): ASTVisitor {
  let count = 0;
  return {
    Field(node) {
      if (context.getParentType()?.name !== 'RecordQuery') return;
      count += 1;
      if (count === MOST_OBJECTS + 1)
        context.reportError(new GraphQLError(`A query may ask for at most ${MOST_OBJECTS} objects.`, { nodes: node }));
    },
  };
}
