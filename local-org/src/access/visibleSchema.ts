import { OrgSchema } from '../schema/orgSchema.ts';
import type { ChildRelationship, Field, Schema, SObjectType } from '../schema/types.ts';
import type { Permissions } from './permissions.ts';

/**
 * The org as somebody with these permissions sees it: without the objects and
 * fields that are hidden, and with the abilities of the others as they are for them.
 */
export function visibleSchema(schema: Schema, permissions: Permissions): Schema {
  const objects = [...schema.objects.values()].filter((object) => permissions.object(object.name).read);
  const seen = new Map(objects.map((object) => [object.name, visibleFields(object, permissions)]));
  const isSeen = ({ childObject, field }: ChildRelationship): boolean => seen.get(childObject)?.has(field.toLowerCase()) === true;
  return new OrgSchema(
    objects.map((object) => {
      const access = permissions.object(object.name);
      return {
        ...object,
        fields: seen.get(object.name) ?? object.fields,
        childRelationships: object.childRelationships.filter(isSeen),
        createable: access.create,
        updateable: access.edit,
        deletable: access.delete,
        undeletable: object.undeletable && access.delete,
      };
    }),
    schema.setup,
  );
}

function visibleFields(object: SObjectType, permissions: Permissions): ReadonlyMap<string, Field> {
  const { create, edit } = permissions.object(object.name);
  const visible = [...object.fields].flatMap(([key, field]): [string, Field][] => {
    const { readable, editable } = permissions.fieldOf(object, field);
    if (!readable) return [];
    const createable = field.createable && editable && create;
    const updateable = field.updateable && editable && edit;
    return [[key, createable === field.createable && updateable === field.updateable ? field : { ...field, createable, updateable }]];
  });
  return new Map(visible);
}

/** Whether somebody sees every object and field, and may change whatever can be changed. */
export function seesAll(schema: Schema, permissions: Permissions): boolean {
  if (!permissions.system('ViewAllData') || !permissions.system('ModifyAllData')) return false;
  for (const object of schema.objects.values()) {
    const access = permissions.object(object.name);
    const whole = access.read && access.viewAll && access.create === object.createable && access.edit === object.updateable;
    if (!whole || access.delete !== object.deletable) return false;
    const isWritten = access.create || access.edit;
    for (const field of object.fields.values()) {
      const { readable, editable } = permissions.fieldOf(object, field);
      if (!readable || (isWritten && (field.createable || field.updateable) && !editable)) return false;
    }
  }
  return true;
}
