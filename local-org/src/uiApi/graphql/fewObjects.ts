import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/** Lists of records and aggregates that one document may ask for, as on the platform. */
const MOST_OBJECTS = 10;
const ROOTS = ['RecordQuery', 'RecordQueryAggregate'];

/** Validation rule: at most ten lists right below `query` and `aggregate`. */
export function fewObjects(context: ValidationContext): ASTVisitor {
  let count = 0;
  return {
    Field(node) {
      if (!ROOTS.includes(context.getParentType()?.name ?? '')) return;
      count += 1;
      if (count === MOST_OBJECTS + 1)
        context.reportError(new GraphQLError(`A query may ask for at most ${MOST_OBJECTS} objects.`, { nodes: node }));
    },
  };
}
