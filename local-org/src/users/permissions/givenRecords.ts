import { createHash } from 'node:crypto';
import { OBJECT_PERMISSION_FIELDS } from '../../access/grants.ts';
import type { FieldValues, SObjectType } from '../../schema/types.ts';
import type { OrgStorage } from '../../storage/metadataRecords/keepRows.ts';
import { quoteName } from '../../storage/columns.ts';
import type { Given } from './given.ts';

/** Whose records are kept. */
export interface Owner {
  /** Tells owners apart: `set CustomerPulseUser`, `profile Standard User`. */
  readonly name: string;
  /** Id of the permission set (or muting permission set) that the records belong to. */
  readonly id: string;
  /** The profile that shows the same permissions of the system. */
  readonly profileId?: string;
}

/**
 * Keeps the records of what metadata gives: ObjectPermissions, FieldPermissions
 * and so on. What was given last time is remembered, and only what metadata
 * changed since is written: what people changed in the records themselves stays.
 */
export class GivenRecords {
  readonly #org: OrgStorage;
  readonly #moment: number;

  /** @param moment epoch milliseconds, whole seconds */
  constructor(org: OrgStorage, moment: number) {
    this.#org = org;
    this.#moment = moment;
    org.database.execute(
      'CREATE TABLE IF NOT EXISTS local_given_permission (owner TEXT NOT NULL, entry TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, entry)) STRICT, WITHOUT ROWID',
    );
  }

  /** Owners whose records were kept before. */
  owners(): readonly string[] {
    return this.#org.database
      .prepareArrays("SELECT owner FROM local_given_permission WHERE entry = ''")
      .all()
      .map(([owner]) => String(owner));
  }

  keep(owner: Owner, given: Given): void {
    const digest = digestOf(owner, given);
    const { database } = this.#org;
    const known = database.prepare("SELECT value FROM local_given_permission WHERE owner = ? AND entry = ''").get(owner.name)?.['value'];
    if (known === digest) return;
    const before = this.#before(owner.name);
    const changed = new Map<string, string | undefined>();
    for (const [entry, value] of given) if (before.get(entry) !== value) changed.set(entry, value);
    for (const entry of before.keys()) if (!given.has(entry)) changed.set(entry, undefined);
    this.#write(owner, changed);
    this.#remember(owner.name, new Map([...changed, ['', digest]]));
  }

  /** Forgets an owner that is gone; its records go with it. */
  forget(ownerName: string): void {
    this.#org.database.prepare('DELETE FROM local_given_permission WHERE owner = ?').run(ownerName);
  }

  #before(ownerName: string): Map<string, string> {
    const rows = this.#org.database
      .prepareArrays("SELECT entry, value FROM local_given_permission WHERE owner = ? AND entry <> ''")
      .all(ownerName);
    return new Map(rows.map(([entry, value]) => [String(entry), String(value)]));
  }

  #remember(ownerName: string, changed: ReadonlyMap<string, string | undefined>): void {
    const { database } = this.#org;
    const keep = database.prepare(
      'INSERT INTO local_given_permission (owner, entry, value) VALUES (?, ?, ?) ON CONFLICT (owner, entry) DO UPDATE SET value = excluded.value',
    );
    const drop = database.prepare('DELETE FROM local_given_permission WHERE owner = ? AND entry = ?');
    for (const [entry, value] of changed) {
      if (value === undefined) drop.run(ownerName, entry);
      else keep.run(ownerName, entry, value);
    }
  }

  #write(owner: Owner, changed: ReadonlyMap<string, string | undefined>): void {
    const groups = Map.groupBy(changed, ([entry]) => entry.slice(0, 1));
    for (const [letter, entries] of groups) {
      if (letter === 's') this.#writeSystem(owner, entries);
      else this.#writeRows(owner, letter, entries);
    }
  }

  /** Permissions of the system are fields of the permission set and of the profile. */
  #writeSystem({ id, profileId }: Owner, entries: readonly (readonly [string, string | undefined])[]): void {
    const { schema, store } = this.#org;
    const values: FieldValues = { LastModifiedDate: this.#moment, SystemModstamp: this.#moment };
    for (const [entry, value] of entries) values[`Permissions${entry.slice(2)}`] = value !== undefined;
    for (const [name, recordId] of [['PermissionSet', id] as const, ['Profile', profileId] as const]) {
      const object = schema.object(name);
      if (object !== undefined && recordId !== undefined) store.update(object, recordId, values);
    }
  }

  #writeRows({ id }: Owner, letter: string, entries: readonly (readonly [string, string | undefined])[]): void {
    const kind = kinds[letter];
    const object = kind === undefined ? undefined : this.#org.schema.object(kind.object);
    if (kind === undefined || object === undefined) return;
    const { store, database } = this.#org;
    const there = this.#rowsOf(object, kind.key, id, kind.type);
    const fresh: FieldValues[] = [];
    const gone: string[] = [];
    for (const [entry, value] of entries) {
      const name = entry.slice(2);
      const known = there.get(name.toLowerCase());
      if (value === undefined) {
        if (known !== undefined) gone.push(known);
        continue;
      }
      const values = kind.values(name, value, (permission) => this.#customPermissionId(permission));
      const stamp: FieldValues = { LastModifiedDate: this.#moment, SystemModstamp: this.#moment };
      if (known === undefined) {
        fresh.push({ CreatedDate: this.#moment, ...stamp, IsDeleted: false, ...values, ParentId: id, Id: store.newId(object) });
      } else store.update(object, known, { ...values, ...stamp });
    }
    store.insert(object, fresh);
    if (gone.length > 0) {
      store.delete(object, gone);
      database.prepare(`DELETE FROM ${quoteName(object.name)} WHERE "IsDeleted" = 1`).run();
    }
  }

  #rowsOf(object: SObjectType, key: string, parentId: string, type: string | undefined): Map<string, string> {
    const ofType = type === undefined ? '' : ' AND "SetupEntityType" = ?';
    const rows = this.#org.database
      .prepareArrays(`SELECT "Id", ${quoteName(key)} FROM ${quoteName(object.name)} WHERE "ParentId" = ? AND "IsDeleted" = 0${ofType}`)
      .all(parentId, ...(type === undefined ? [] : [type]));
    return new Map(rows.map(([id, name]) => [String(name).toLowerCase(), String(id)]));
  }

  #customPermissionId(name: string): string | null {
    const row = this.#org.database
      .prepareArrays('SELECT "Id" FROM "CustomPermission" WHERE "DeveloperName" = ? COLLATE NOCASE')
      .all(name)[0];
    return typeof row?.[0] === 'string' ? row[0] : null;
  }
}

interface Kind {
  readonly object: string;
  /** The field that tells the rows of one owner apart. */
  readonly key: string;
  /** `SetupEntityType` of the rows. */
  readonly type?: string;
  readonly values: (name: string, value: string, customPermissionId: (name: string) => string | null) => FieldValues;
}

/** By the first letter of an entry. */
const kinds: Readonly<Record<string, Kind>> = {
  o: {
    object: 'ObjectPermissions',
    key: 'SobjectType',
    values: (name, value) => ({
      SobjectType: name,
      ...Object.fromEntries(OBJECT_PERMISSION_FIELDS.map(([field, letter]) => [field, value.includes(letter)])),
    }),
  },
  f: {
    object: 'FieldPermissions',
    key: 'Field',
    values: (name, value) => ({
      SobjectType: name.split('.', 1)[0] ?? '',
      Field: name,
      PermissionsRead: value.includes('R'),
      PermissionsEdit: value.includes('E'),
    }),
  },
  t: { object: 'PermissionSetTabSetting', key: 'Name', values: (name, value) => ({ Name: name, Visibility: value }) },
  c: entity('CustomPermission', (name, idOf) => idOf(name)),
  m: entity('CustomEntityDefinition', () => null),
  w: entity('FlowDefinition', () => null),
  a: entity('TabSet', () => null),
};

function entity(type: string, idOf: (name: string, customPermissionId: (name: string) => string | null) => string | null): Kind {
  return {
    object: 'SetupEntityAccess',
    key: 'DeveloperName',
    type,
    values: (name, _value, customPermissionId) => ({
      SetupEntityType: type,
      DeveloperName: name,
      SetupEntityId: idOf(name, customPermissionId),
    }),
  };
}

function digestOf(owner: Owner, given: Given): string {
  const hash = createHash('sha256').update(owner.id);
  for (const [entry, value] of given) hash.update(`\n${entry}=${value}`);
  return hash.digest('hex');
}
