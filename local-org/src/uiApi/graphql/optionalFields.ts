import {
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/**
 * Leaves out what is marked `@optional` and is not in the schema, so that the
 * rest of the document is answered. Variables and fragments that only the left
 * out parts used go with them.
 */
export function withoutMissingOptionalFields(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  const leftOut: string[] = [];
  const rest = visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const isOptional = node.directives?.some((directive) => directive.name.value === 'optional') === true;
        if (!isOptional || types.getParentType() === undefined || types.getFieldDef() !== undefined) return undefined;
        leftOut.push(node.name.value);
        return null;
      },
    }),
  );
  return leftOut.length > 0 ? withoutOrphans(document, rest) : rest;
}

function withoutOrphans(before: DocumentNode, after: DocumentNode): DocumentNode {
  const fragments = new Map(after.definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]));
  const operations = after.definitions.filter(isOperation);
  const reached = new Set(operations.flatMap((operation) => fragmentsFrom(operation, fragments)));
  const usedBefore = new Set(before.definitions.filter(isFragment).map(({ name }) => name.value));
  const keeps = (definition: DefinitionNode): boolean =>
    !isFragment(definition) || reached.has(definition.name.value) || !usedBefore.has(definition.name.value);
  return {
    ...after,
    definitions: after.definitions
      .filter(keeps)
      .map((definition) => (isOperation(definition) ? withUsedVariables(definition, fragments, before) : definition)),
  };
}

/** Variables that the document as written used and that nothing uses now are not asked for any more. */
function withUsedVariables(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  before: DocumentNode,
): OperationDefinitionNode {
  const reached = fragmentsFrom(operation, fragments).flatMap((name) => fragments.get(name) ?? []);
  const used = new Set([operation, ...reached].flatMap(variablesOf));
  const usedBefore = new Set(variablesOf(before));
  const variables = (operation.variableDefinitions ?? []).filter(({ variable }) => {
    const name = variable.name.value;
    return used.has(name) || !usedBefore.has(name);
  });
  return { ...operation, variableDefinitions: variables };
}

/** Names of the fragments that are spread in a definition, and in these. */
function fragmentsFrom(definition: ASTNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): readonly string[] {
  const found = new Set<string>();
  const open: ASTNode[] = [definition];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment === undefined || found.has(name.value)) return;
        found.add(name.value);
        open.push(fragment);
      },
    });
  }
  return [...found];
}

/** Names of the variables that are used below a node; their definitions are no use. */
function variablesOf(node: ASTNode): readonly string[] {
  const names: string[] = [];
  visit(node, {
    VariableDefinition: () => false,
    Variable({ name }) {
      names.push(name.value);
    },
  });
  return names;
}

function isFragment(definition: DefinitionNode): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION;
}

function isOperation(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}
