import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  type DocumentNode,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { SalesforceError } from '../../../errors.ts';
import type { OrgDatabase } from '../../../storage/database.ts';
import { isInput } from '../plan/inputs.ts';

/** The mutation that a request runs; undefined when it runs a query. */
export function mutationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode | undefined {
  return document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === OperationTypeNode.MUTATION &&
      (name === undefined || definition.name?.value === name),
  );
}

/** Runs a mutation: unless it says otherwise, one failed operation undoes all. */
export function executeMutation(
  database: OrgDatabase,
  mutation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  execute: () => ExecutionResult,
): ExecutionResult {
  if (!isAllOrNone(mutation, variables)) return execute();
  try {
    return database.transaction(() => {
      const result = execute();
      if ((result.errors ?? []).length > 0) throw new Undone(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return undone(error.result);
    throw error;
  }
}

/** Carries the result out of the transaction that it undoes. */
class Undone extends Error {
  readonly result: ExecutionResult;

  constructor(result: ExecutionResult) {
    super('One operation failed.');
    this.result = result;
  }
}

function isAllOrNone({ selectionSet }: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): boolean {
  return selectionSet.selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return true;
    const argument = selection.arguments?.find(({ name }) => name.value === 'input');
    const input: unknown = argument === undefined ? undefined : valueFromASTUntyped(argument.value, variables);
    return !isInput(input) || input['allOrNone'] !== false;
  });
}

/** What is answered of operations that did succeed: nothing remains of them. */
function undone({ data, errors = [] }: ExecutionResult): ExecutionResult {
  const operations = data?.['uiapi'];
  if (!isInput(operations)) return { data: data ?? null, errors };
  const failed = new Set(errors.map(({ path }) => path?.[1]));
  const names = Object.keys(operations);
  const taken = names
    .filter((name) => !failed.has(name))
    .map((name) => {
      const cause = new SalesforceError(
        'ALL_OR_NONE_OPERATION_ROLLED_BACK',
        'Record rolled back because not all records were valid and the request was using AllOrNone',
      );
      return new GraphQLError(cause.message, { path: ['uiapi', name], originalError: cause });
    });
  return { data: { uiapi: Object.fromEntries(names.map((name) => [name, null])) }, errors: [...errors, ...taken] };
}
