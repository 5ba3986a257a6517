import type { Field, FieldValue, FieldValues, SObjectType } from '../schema/types.ts';
import { healthy, type SaveBatch, type SaveContext } from './saveContext.ts';
import type { SaveRow } from './saveRow.ts';

/** Longest value that a history keeps. */
const longest = 255;

/**
 * Writes the changes of tracked fields to the object's history: that a record
 * was created, then one row a changed field (two for a lookup, with the ids and
 * with the names). Of long texts only that they changed is kept.
 */
export function keepHistory(context: SaveContext, batch: SaveBatch): void {
  const { object } = batch.plan;
  const history = historyOf(context, object);
  if (history === undefined) return;
  const tracked = [...object.fields.values()].filter((field) => field.trackHistory && field.formula === undefined);
  const rows = healthy(batch.rows).flatMap((row) => changesOf(context, row, tracked).map((change) => ({ row, change })));
  context.store.insert(
    history.object,
    rows.map(({ row, change }) => ({
      Id: context.store.newId(history.object),
      [history.parent]: row.id,
      CreatedById: batch.user.id,
      CreatedDate: batch.now,
      IsDeleted: false,
      ...change,
    })),
  );
}

function historyOf({ schema }: SaveContext, object: SObjectType): { readonly object: SObjectType; readonly parent: string } | undefined {
  const { history, historyObject } = object.settings;
  const found = history && historyObject !== undefined ? schema.object(historyObject) : undefined;
  return found === undefined ? undefined : { object: found, parent: object.custom ? 'ParentId' : `${object.name}Id` };
}

function changesOf(context: SaveContext, row: SaveRow, tracked: readonly Field[]): readonly FieldValues[] {
  const { prior } = row;
  if (prior === undefined) return [{ Field: 'created', DataType: 'Text', OldValue: null, NewValue: null }];
  return tracked
    .filter((field) => row.changes(field.name))
    .flatMap((field) => {
      const [before, after] = [prior[field.name] ?? null, row.values[field.name] ?? null];
      if (field.reference === undefined) return [change(field, dataType(field), before, after)];
      const name = (id: FieldValue): FieldValue => nameOf(context, id);
      return [change(field, 'Text', name(before), name(after)), change(field, 'EntityId', before, after)];
    });
}

function change(field: Field, type: string, before: FieldValue, after: FieldValue): FieldValues {
  // Long texts, several choices and masked values are not repeated.
  const hidden = ['longtextarea', 'multipicklist', 'encryptedstring'].includes(field.type);
  return { Field: field.name, DataType: type, OldValue: hidden ? null : text(before), NewValue: hidden ? null : text(after) };
}

function text(value: FieldValue): string | null {
  return value === null ? null : String(value).slice(0, longest);
}

const dataTypes: Readonly<Partial<Record<Field['type'], string>>> = {
  boolean: 'Boolean',
  currency: 'Currency',
  date: 'DateOnly',
  datetime: 'DateTime',
  double: 'Double',
  email: 'Email',
  int: 'Integer',
  longtextarea: 'TextArea',
  multipicklist: 'MultiEnum',
  percent: 'Percent',
  phone: 'Phone',
  picklist: 'DynamicEnum',
  url: 'Url',
};

function dataType({ type }: Field): string {
  return dataTypes[type] ?? 'Text';
}

function nameOf({ schema, store }: SaveContext, id: FieldValue): FieldValue {
  const object = typeof id === 'string' ? schema.objectOfId(id) : undefined;
  if (object?.nameField === undefined || typeof id !== 'string') return id;
  return store.read(object, [id]).get(id)?.[object.nameField] ?? id;
}
