import { SalesforceError } from '../../errors.ts';
import type { Field, SObjectType } from '../../schema/types.ts';
import { objectInfo } from '../../uiApi/objectInfo/objectInfo.ts';
import { addOptionalField, emptyTree, type FieldTree } from '../../uiApi/records/fieldTree.ts';
import { identify, readRecord } from '../../uiApi/records/readRecords.ts';
import { eTagOf, type RecordRepresentation } from '../../uiApi/records/recordRepresentation.ts';
import { listOf } from '../../uiApi/records/requestedFields.ts';
import { MASTER_RECORD_TYPE_ID } from '../../storage/metadataRecords/recordTypeId.ts';
import { layoutFields, layoutRepresentation, layoutTypes, modes, type LayoutType, type Mode } from './layoutRepresentation.ts';
import type { UiContext } from './uiContext.ts';

type Layouts = Record<string, Record<string, Record<string, Record<string, unknown>>>>;

/** UI API's Record UI: records with their layouts and object infos, in one answer. @throws SalesforceError NOT_FOUND, ... */
export function recordUi(context: UiContext, ids: readonly string[], query: unknown): Record<string, unknown> {
  const types = chosen(query, 'layoutTypes', layoutTypes, ['Full']);
  const wanted = chosen(query, 'modes', modes, ['View']);
  const layouts: Layouts = {};
  const objectInfos: Record<string, unknown> = {};
  const records: Record<string, RecordRepresentation> = {};
  for (const text of ids) {
    const { id, object } = identify(context.org, context.user, text);
    const tree = layoutTree(context, object, types);
    for (const name of listOf(query, 'optionalFields')) addOptionalField(context.schema, tree, name);
    records[id] = readRecord({ ...context.org, schema: context.schema }, context.user, tree, id);
    layouts[object.name] ??= layoutsOf(context, object, types, wanted);
    objectInfos[object.name] ??= objectInfo(context.schema, object);
  }
  return { eTag: eTagOf([layouts, records]), layoutUserStates: {}, layouts, objectInfos, records };
}

/** The layouts of an object by record type, type and mode: record types have no layouts of their own here. */
export function layoutsOf(
  context: UiContext,
  object: SObjectType,
  types: readonly LayoutType[],
  wanted: readonly Mode[],
): Record<string, Record<string, Record<string, unknown>>> {
  const byType = types.map((type) => {
    const byMode = wanted.map((mode) => [mode, layoutRepresentation(context, object, type, mode)] as const);
    return [type, Object.fromEntries(byMode)] as const;
  });
  return { [MASTER_RECORD_TYPE_ID]: Object.fromEntries(byType) };
}

/** What the layouts show of a record, with the names behind its lookups. */
export function layoutTree(context: UiContext, object: SObjectType, types: readonly LayoutType[]): FieldTree {
  const tree = emptyTree(object);
  const names = types.flatMap((type) => layoutFields(context, object, type).map(({ name }) => name));
  const fields = [...new Set([object.nameField ?? 'Id', ...names])].flatMap((name) => object.fields.get(name.toLowerCase()) ?? []);
  for (const field of fields) {
    for (const name of pathsOf(context, object, field)) addOptionalField(context.schema, tree, `${object.name}.${name}`);
  }
  return tree;
}

/** A whole is shown by its parts too, a lookup by the name of what it points at. */
function pathsOf({ schema }: UiContext, object: SObjectType, { name, reference }: Field): readonly string[] {
  const parts = [...object.fields.values()].filter(({ compoundFieldName }) => compoundFieldName === name).map((part) => part.name);
  if (reference?.relationshipName === undefined) return [name, ...parts];
  const target = reference.targets.length === 1 ? schema.object(reference.targets[0] ?? '') : undefined;
  return [name, `${reference.relationshipName}.${target?.nameField ?? 'Name'}`];
}

/** A list of words of a request, each one of those that there are. @throws SalesforceError ILLEGAL_QUERY_PARAMETER_VALUE */
export function chosen<T extends string>(query: unknown, name: string, known: readonly T[], byDefault: readonly T[]): readonly T[] {
  const given = listOf(query, name);
  if (given.length === 0) return byDefault;
  return given.map((word) => {
    const found = known.find((candidate) => candidate === word);
    if (found !== undefined) return found;
    throw new SalesforceError('ILLEGAL_QUERY_PARAMETER_VALUE', `${name} must be one of ${known.join(', ')}, not ${word}`);
  });
}
