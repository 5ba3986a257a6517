import type { Field, Schema, SObjectType } from '../schema/types.ts';
import { canBeEdited, permissionField } from './fieldRules.ts';
import { consistent, type Grants, type Letters } from './grants.ts';
import { ruleOf, type ObjectRule } from './objectRules.ts';
import type { FieldAccess, ObjectAccess } from './types.ts';

const NOTHING: ObjectAccess = {
  read: false,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
  viewAllFields: false,
};
const HIDDEN: FieldAccess = { readable: false, editable: false };

/** What a collection of grants lets somebody do with objects and fields. */
export class Permissions {
  readonly #schema: Schema;
  readonly #grants: Grants;
  readonly #objects = new Map<string, ObjectAccess>();

  constructor(schema: Schema, grants: Grants) {
    this.#schema = schema;
    this.#grants = grants;
  }

  system(permission: string): boolean {
    return this.#grants.system.has(permission);
  }

  custom(permission: string): boolean {
    return this.#grants.custom.has(permission.toLowerCase());
  }

  flow(name: string): boolean {
    return this.#grants.flows.has(name.toLowerCase());
  }

  object(name: string): ObjectAccess {
    const key = name.toLowerCase();
    let access = this.#objects.get(key);
    if (access === undefined) {
      const object = this.#schema.object(name);
      access = object === undefined ? NOTHING : this.#objectAccess(object);
      this.#objects.set(key, access);
    }
    return access;
  }

  field(objectName: string, fieldName: string): FieldAccess {
    const object = this.#schema.object(objectName);
    const field = object?.fields.get(fieldName.toLowerCase());
    return object === undefined || field === undefined ? HIDDEN : this.fieldOf(object, field);
  }

  fieldOf(object: SObjectType, field: Field): FieldAccess {
    const access = this.object(object.name);
    if (!access.read) return HIDDEN;
    const editable = canBeEdited(object, field) && (access.create || access.edit);
    const deciding = permissionField(object, field);
    if (deciding === undefined) return { readable: true, editable };
    const letters = this.#grants.fields.get(`${object.name}.${deciding.name}`.toLowerCase()) ?? '';
    return {
      readable: letters.includes('R') || access.viewAllFields,
      editable: editable && letters.includes('R') && letters.includes('E'),
    };
  }

  #objectAccess(object: SObjectType): ObjectAccess {
    // Objects that are not deployed yet are their makers' alone.
    if (!object.settings.deployed && !this.system('CustomizeApplication')) return NOTHING;
    const rule = ruleOf(object);
    switch (rule.kind) {
      case 'own':
        return asAccess(this.#lettersOf(object.name), object);
      case 'as': {
        const parent = this.object(rule.object);
        const changes = parent.edit ? 'CED' : '';
        return asAccess(parent.read ? `R${changes}${parent.viewAll ? 'V' : ''}${parent.modifyAll ? 'M' : ''}` : '', object);
      }
      case 'system':
        return asAccess(this.#has(rule.read) ? this.#systemLetters(rule) : '', object);
      case 'type': {
        const reads = rule.readers.some((permission) => this.system(permission)) || this.#grants.types.has(object.name.toLowerCase());
        return asAccess(reads ? `RV${rule.write.length > 0 && this.#has(rule.write) ? 'CEDM' : ''}` : '', object);
      }
    }
  }

  #lettersOf(name: string): Letters {
    const own = consistent(this.#grants.objects.get(name.toLowerCase()) ?? '');
    if (this.system('ModifyAllData')) return `RCEDVM${own}`;
    return this.system('ViewAllData') ? `RV${own}` : own;
  }

  #systemLetters({ write, shared }: Extract<ObjectRule, { kind: 'system' }>): Letters {
    const changes = this.#has(write);
    if (shared !== true) return `RV${changes ? 'CEDM' : ''}`;
    const [views, modifies] = [this.system('ViewAllData'), this.system('ModifyAllData')];
    return `R${views || modifies ? 'V' : ''}${changes ? 'CED' : ''}${changes && modifies ? 'M' : ''}`;
  }

  #has(permissions: readonly string[]): boolean {
    return permissions.length === 0 || permissions.some((permission) => this.system(permission));
  }
}

/** Letters as access, as far as the object itself allows it. */
function asAccess(letters: Letters, object: SObjectType): ObjectAccess {
  const has = (letter: string): boolean => letters.includes(letter);
  return {
    read: has('R'),
    create: has('C') && object.createable,
    edit: has('E') && object.updateable,
    delete: has('D') && object.deletable,
    viewAll: has('V'),
    modifyAll: has('M'),
    viewAllFields: has('F'),
  };
}
