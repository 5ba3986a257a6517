import type { Field, Schema, SObjectType } from '../../schema/types.ts';
import type { FieldModel } from './pageSettings.ts';

/** How the shell shows a field of an object. */
export function fieldModel(schema: Schema, object: SObjectType, field: Field): FieldModel {
  const namePath = pathToName(schema, field);
  return {
    name: field.name,
    label: fieldLabel(field),
    type: field.type,
    ...(field.helpText === undefined ? {} : { helpText: field.helpText }),
    ...(field.scale === undefined ? {} : { scale: field.scale }),
    ...(namePath === undefined ? {} : { namePath, ...nameTypes(schema, field) }),
    ...(field.name === object.nameField ? { isName: true } : {}),
  };
}

function nameTypes(schema: Schema, { reference }: Field): Pick<FieldModel, 'nameTypes'> {
  const targets = (reference?.targets ?? []).flatMap((name) => schema.object(name) ?? []);
  if ((reference?.targets.length ?? 0) < 2) return {};
  return { nameTypes: targets.flatMap(({ name, nameField }) => (nameField === undefined ? [] : [{ object: name, field: nameField }])) };
}

/** `Account ID` is what the API calls the field; people see the object it leads to. */
export function fieldLabel(field: Field): string {
  return field.type === 'reference' && !field.custom ? field.label.replace(/ ID$/u, '') : field.label;
}

/** `Account__r.Name`: where the name of the record stands that a reference points at; undefined where the reader sees no such objects. */
export function pathToName(schema: Schema, field: Field): string | undefined {
  const { reference } = field;
  if (reference?.relationshipName === undefined) return undefined;
  if (!reference.targets.some((name) => schema.object(name) !== undefined)) return undefined;
  // With several targets only `Name` can be asked for, whichever it points at.
  const target = reference.targets.length === 1 ? schema.object(reference.targets[0] ?? '') : undefined;
  return `${reference.relationshipName}.${target?.nameField ?? 'Name'}`;
}

/** The field of that name, in any case. */
export function findField(object: SObjectType, name: string): Field | undefined {
  return object.fields.get(name.toLowerCase());
}
