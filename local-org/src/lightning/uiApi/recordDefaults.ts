import type { Field, FieldValue, SObjectType } from '../../schema/types.ts';
import { objectInfo } from '../../uiApi/objectInfo/objectInfo.ts';
import { emptyTree } from '../../uiApi/records/fieldTree.ts';
import { identify, readRecord } from '../../uiApi/records/readRecords.ts';
import { listOf } from '../../uiApi/records/requestedFields.ts';
import { displayValue } from '../../uiApi/values/displayValue.ts';
import { MASTER_RECORD_TYPE_ID } from '../../storage/metadataRecords/recordTypeId.ts';
import { layoutFields, layoutRepresentation } from './layoutRepresentation.ts';
import type { UiContext } from './uiContext.ts';

/** UI API's Record Defaults of a new record: its layout, what is known of its object, and the values that it begins with. */
export function createDefaults(context: UiContext, object: SObjectType, query: unknown): Record<string, unknown> {
  return defaults(context, object, query, (field) => defaultOf(context, field));
}

/** The same for the copy of a record: it begins with the record's values. @throws SalesforceError NOT_FOUND, INSUFFICIENT_ACCESS */
export function cloneDefaults(context: UiContext, recordId: string, query: unknown): Record<string, unknown> {
  const { id, object } = identify(context.org, context.user, recordId);
  const fields = writtenFields(context, object, query);
  const tree = { ...emptyTree(object), fields: new Map(fields.map((field) => [field.name, field])) };
  const record = readRecord({ ...context.org, schema: context.schema }, context.user, tree, id);
  return defaults(context, object, query, ({ name, unique }) => {
    const value = record.fields[name]?.value ?? null;
    return unique || typeof value === 'object' ? null : value;
  });
}

function defaults(context: UiContext, object: SObjectType, query: unknown, valueOf: (field: Field) => FieldValue): Record<string, unknown> {
  const { schema, user } = context;
  const fields = writtenFields(context, object, query).map((field) => {
    const value = valueOf(field);
    return [field.name, { displayValue: displayValue(field, value, user), value }] as const;
  });
  return {
    layout: layoutRepresentation(context, object, 'Full', 'Create'),
    objectInfos: { [object.name]: objectInfo(schema, object) },
    record: {
      apiName: object.name,
      childRelationships: {},
      fields: Object.fromEntries(fields),
      id: null,
      lastModifiedById: null,
      lastModifiedDate: null,
      recordTypeId: MASTER_RECORD_TYPE_ID,
      recordTypeInfo: null,
      systemModstamp: null,
    },
  };
}

/** The fields of the layout that the user may give a new record, those that must have a value, and those asked for. */
function writtenFields(context: UiContext, object: SObjectType, query: unknown): readonly Field[] {
  const shown = new Set(layoutFields(context, object, 'Full').map(({ name }) => name));
  const asked = new Set(listOf(query, 'optionalFields').map((name) => name.split('.').at(-1) ?? ''));
  return [...object.fields.values()].filter(
    (field) =>
      field.createable &&
      field.compound === undefined &&
      (field.required || shown.has(field.name) || shown.has(field.compoundFieldName ?? '') || asked.has(field.name)),
  );
}

/** Defaults that are plain; the org computes the others when it saves. Whoever makes a record owns it. */
function defaultOf({ user }: UiContext, { name, picklist, type, defaultFormula = '' }: Field): FieldValue {
  if (name === 'OwnerId') return user.id;
  const formula = defaultFormula.trim();
  if (type === 'boolean') return formula.toLowerCase() === 'true';
  const [, text] = /^"([^"\\]*)"$/u.exec(formula) ?? [];
  if (text !== undefined) return text;
  if (/^-?\d+(?:\.\d+)?$/u.test(formula)) return Number(formula);
  return picklist?.values.find(({ isDefault, active }) => isDefault && active)?.value ?? null;
}
