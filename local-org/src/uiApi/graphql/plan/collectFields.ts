import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What of a running operation is needed to read its selections. */
export type SelectionContext = Pick<GraphQLResolveInfo, 'fragments' | 'variableValues'>;

/**
 * The fields selected on an object, by response key: fragments are opened where
 * their type fits, `@skip` and `@include` are obeyed. The same field may be
 * written several times; its parts are kept together.
 */
export function collectFields(
  context: SelectionContext,
  typeName: string,
  sets: readonly (SelectionSetNode | undefined)[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  for (const set of sets) if (set !== undefined) visit(set);
  return found;

  function visit(set: SelectionSetNode): void {
    for (const selection of set.selections) if (isWanted(context, selection)) open(selection);
  }

  function open(selection: SelectionNode): void {
    switch (selection.kind) {
      case Kind.FIELD: {
        const key = selection.alias?.value ?? selection.name.value;
        found.set(key, [...(found.get(key) ?? []), selection]);
        break;
      }
      case Kind.INLINE_FRAGMENT:
        if (fits(selection.typeCondition?.name.value)) visit(selection.selectionSet);
        break;
      case Kind.FRAGMENT_SPREAD: {
        const fragment = context.fragments[selection.name.value];
        if (fragment !== undefined && fits(fragment.typeCondition.name.value)) visit(fragment.selectionSet);
        break;
      }
    }
  }

  function fits(condition: string | undefined): boolean {
    return condition === undefined || condition === typeName || condition === 'Record';
  }
}

/** The selection sets of a field that is written several times. */
export function selectionsOf(nodes: readonly FieldNode[]): readonly (SelectionSetNode | undefined)[] {
  return nodes.map((node) => node.selectionSet);
}

function isWanted({ variableValues }: SelectionContext, selection: SelectionNode): boolean {
  if (selection.directives === undefined || selection.directives.length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.['if'] !== false;
}
