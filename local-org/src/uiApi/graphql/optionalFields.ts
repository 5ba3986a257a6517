import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';

/** Leaves out what is marked `@optional` and is not in the schema, so that the rest of the document is answered. */
export function withoutMissingOptionalFields(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const isOptional = node.directives?.some((directive) => directive.name.value === 'optional') === true;
        return isOptional && types.getParentType() !== undefined && types.getFieldDef() === undefined ? null : undefined;
      },
    }),
  );
}
