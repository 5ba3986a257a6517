import { EMPTY_SETUP, type FormulaSetup } from './formulaSetup.ts';
import type { ChildRelationship, Field, Schema, SharingRule, SObjectType } from './types.ts';

/** The schema as a look-up by name and by id prefix. */
export class OrgSchema implements Schema {
  readonly objects: ReadonlyMap<string, SObjectType>;
  readonly setup: FormulaSetup;
  readonly sharingRules: ReadonlyMap<string, readonly SharingRule[]>;
  readonly #byPrefix: ReadonlyMap<string, SObjectType>;

  constructor(
    objects: readonly SObjectType[],
    setup: FormulaSetup = EMPTY_SETUP,
    sharingRules: ReadonlyMap<string, readonly SharingRule[]> = new Map(),
  ) {
    this.setup = setup;
    this.sharingRules = sharingRules;
    this.objects = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
    this.#byPrefix = new Map(objects.map((object) => [object.keyPrefix, object]));
  }

  object(name: string): SObjectType | undefined {
    return this.objects.get(name.toLowerCase());
  }

  objectOfId(id: string): SObjectType | undefined {
    return this.#byPrefix.get(id.slice(0, 3));
  }
}

/** The fields as a map in declared order, keyed by lower-cased name. */
export function fieldMap(fields: readonly Field[]): ReadonlyMap<string, Field> {
  return new Map(fields.map((field) => [field.name.toLowerCase(), field]));
}

/** What points at each object: lower-cased parent name -> its child relationships, in order of child and field. */
export function childRelationshipsByParent(
  objects: readonly { readonly name: string; readonly fields: readonly Field[] }[],
): ReadonlyMap<string, readonly ChildRelationship[]> {
  const byParent = new Map<string, ChildRelationship[]>();
  for (const object of objects) {
    for (const { name, reference } of object.fields) {
      if (reference === undefined) continue;
      const relationship: ChildRelationship = {
        childObject: object.name,
        field: name,
        onDelete: reference.onDelete,
        masterDetail: reference.masterDetail !== undefined,
        ...(reference.childRelationshipName === undefined ? {} : { relationshipName: reference.childRelationshipName }),
      };
      for (const target of reference.targets) {
        const key = target.toLowerCase();
        byParent.set(key, [...(byParent.get(key) ?? []), relationship]);
      }
    }
  }
  return byParent;
}
