import type { Schema, SObjectType } from '../../schema/types.ts';

/** One merge field of an e-mail template: `{!Contact.FirstName}` or `{{{Recipient.FirstName}}}`. */
export interface MergeField {
  /** As it stands in the text, brackets included. */
  readonly source: string;
  /** `Contact`, `Recipient`, `User`, ... */
  readonly root: string;
  readonly field: string;
}

const classic = /\{!\s*\$?([A-Za-z]\w*)\.(\w+)\s*\}/gu;
const handlebars = /\{\{\{\s*([A-Za-z]\w*)\.(\w+)\s*\}\}\}/gu;

/** The merge fields of a text. */
export function mergeFieldsIn(text: string): MergeField[] {
  return [...text.matchAll(classic), ...text.matchAll(handlebars)].map(([source, root = '', field = '']) => ({ source, root, field }));
}

/** What stands between `{!` and `}` and is no plain merge field, such as a formula; undefined when there is none. */
export function formulaIn(text: string): string | undefined {
  return /\{!(?!\s*\$?[A-Za-z]\w*\.\w+\s*\})[^}]*\}/u.exec(text)?.[0];
}

/** The place in SOQL of a merge field, seen from the object that it names. Undefined: there is no such field. */
export function pathOfMergeField(object: SObjectType, name: string, schema: Schema): readonly string[] | undefined {
  const owner = /^Owner(FullName|FirstName|LastName|Email)$/iu.exec(name)?.[1];
  if (owner !== undefined && object.fields.has('ownerid')) {
    return ['Owner', owner.toLowerCase() === 'fullname' || object.fields.get('ownerid')?.reference?.targets.length !== 1 ? 'Name' : owner];
  }
  const field = object.fields.get(name.toLowerCase());
  // `X_Id__c` would be a field's own name; templates write the id of a custom lookup as `XId__c`.
  const idOf = field ?? object.fields.get(name.toLowerCase().replace(/id__c$/u, '__c'));
  if (field === undefined && idOf !== undefined) return [idOf.name];
  if (field !== undefined)
    return field.reference === undefined || !field.custom ? [field.name] : (nameBehind(field.reference, schema) ?? [field.name]);
  // `{!Opportunity.Account}` is the account's name.
  for (const candidate of object.fields.values()) {
    if (candidate.reference?.relationshipName?.toLowerCase() === name.toLowerCase()) return nameBehind(candidate.reference, schema);
  }
  return undefined;
}

/** A template shows a lookup as the name of the record behind it. */
function nameBehind(
  reference: NonNullable<ReturnType<SObjectType['fields']['get']>>['reference'],
  schema: Schema,
): readonly string[] | undefined {
  const [target] = reference?.targets ?? [];
  const nameField = target === undefined ? undefined : schema.object(target)?.nameField;
  return reference?.relationshipName === undefined || nameField === undefined ? undefined : [reference.relationshipName, nameField];
}

/** The field of `from` that leads to the object, for `{!Contact.Name}` in the template of a case. */
export function relationshipTo(from: SObjectType, objectName: string): string | undefined {
  for (const { reference } of from.fields.values()) {
    if (reference?.targets.length === 1 && reference.targets[0]?.toLowerCase() === objectName.toLowerCase())
      return reference.relationshipName;
  }
  return undefined;
}
