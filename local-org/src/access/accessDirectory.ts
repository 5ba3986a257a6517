import type { Clock } from '../clock.ts';
import type { Schema, SObjectType } from '../schema/types.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { assignedPermissionSets, type Assigned } from './assigned.ts';
import { grantsOf } from './assignedGrants.ts';
import { both, ownRecords } from './ownRecords.ts';
import { reachedIds } from './reachedIds.ts';
import { Permissions } from './permissions.ts';
import type { RecordFilter, RecordLevel, RecordSharing, UserAccess } from './types.ts';
import { seesAll, visibleSchema } from './visibleSchema.ts';

/** Tables that say which permission sets a user has. */
const PEOPLE = ['PermissionSetAssignment', 'User'];
/** Tables that say what permission sets give. */
const CONTENTS = [
  'FieldPermissions',
  'MutingPermissionSet',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'PermissionSetTabSetting',
  'Profile',
  'SetupEntityAccess',
];

/** `UserAccess.key` of those from whom nothing is hidden. */
export const ALL_ACCESS = 'all';

/** What users with the same permission sets share. */
interface SharedAccess {
  readonly key: string;
  readonly permissions: Permissions;
  readonly schema: Schema;
}

interface KeptAccess {
  readonly people: string;
  readonly contents: string;
  readonly assigned: Assigned;
  readonly access: UserAccess;
}

export interface AccessOptions {
  readonly schema: Schema;
  readonly database: OrgDatabase;
  readonly clock: Clock;
  /** Absent: every record is for everybody who may see its object. */
  readonly sharing?: RecordSharing;
}

/** Works out what each user may see and do, and remembers it until something that it follows from changes. */
export class AccessDirectory {
  readonly #options: AccessOptions;
  readonly #users = new Map<string, KeptAccess>();
  readonly #shared = new Map<string, SharedAccess>();
  #sharedOf = '';
  #keys = 0;

  constructor(options: AccessOptions) {
    this.#options = options;
    options.database.changes.watch([...PEOPLE, ...CONTENTS]);
  }

  /** What the user of this id may see and do; nothing at all for somebody who has no profile. */
  of(userId: string): UserAccess {
    const { database, clock } = this.#options;
    const people = database.changes.versionOf(PEOPLE);
    const contents = database.changes.versionOf(CONTENTS);
    const now = clock.now();
    const known = this.#users.get(userId);
    if (known?.people === people && known.contents === contents && now < known.assigned.until) return known.access;
    const assigned = assignedPermissionSets(database, userId, now);
    const shared = this.#sharedAccess(assigned.ids, contents);
    const access = this.#accessOf(userId, assigned.profileId, shared);
    this.#users.set(userId, { people, contents, assigned, access });
    return access;
  }

  #sharedAccess(ids: readonly string[], contents: string): SharedAccess {
    if (this.#sharedOf !== contents) {
      this.#shared.clear();
      this.#sharedOf = contents;
    }
    const name = ids.join(' ');
    let shared = this.#shared.get(name);
    if (shared === undefined) {
      shared = this.#share(ids);
      this.#shared.set(name, shared);
    }
    return shared;
  }

  #share(ids: readonly string[]): SharedAccess {
    const { schema, database } = this.#options;
    const permissions = new Permissions(schema, grantsOf(database, ids));
    if (seesAll(schema, permissions)) return { key: ALL_ACCESS, permissions, schema };
    this.#keys += 1;
    let visible: Schema | undefined;
    return {
      key: `p${String(this.#keys)}`,
      permissions,
      get schema(): Schema {
        visible ??= visibleSchema(schema, permissions);
        return visible;
      },
    };
  }

  #accessOf(userId: string, profileId: string, shared: SharedAccess): UserAccess {
    const { permissions, key } = shared;
    const owner = { id: userId, profileId };
    const filters = new Map<string, 'all' | RecordFilter>();
    const access: UserAccess = {
      userId,
      key,
      get schema() {
        return shared.schema;
      },
      object: (name) => permissions.object(name),
      field: (object, name) => permissions.field(object, name),
      system: (permission) => permissions.system(permission),
      custom: (permission) => permissions.custom(permission),
      // As with fields: what is not kept from an administrator need not be given.
      flow: (name) => key === ALL_ACCESS || permissions.flow(name),
      records: (name, level) => {
        if (key === ALL_ACCESS) return 'all';
        const place = `${level} ${name}`;
        let filter = filters.get(place);
        if (filter === undefined) {
          const object = this.#options.schema.object(name);
          filter = object === undefined ? 'all' : this.#records(access, object, level, permissions);
          filters.set(place, filter);
        }
        return filter;
      },
      reached: (name, ids, level) => {
        const filter = access.records(name, level);
        const object = this.#options.schema.object(name);
        if (filter === 'all' || object === undefined || ids.length === 0) return new Set(ids);
        const { sharing, database } = this.#options;
        // What is not sharing's alone is asked as one condition.
        const isShared = sharing !== undefined && this.#ownRecords(object, level, permissions) === undefined;
        return isShared ? sharing.reached(access, object, ids, level) : reachedIds(database, filter, owner, object, ids);
      },
    };
    return access;
  }

  #records(access: UserAccess, object: SObjectType, level: RecordLevel, permissions: Permissions): 'all' | RecordFilter {
    const own = this.#ownRecords(object, level, permissions);
    const shared = this.#sharedRecords(access, object, level);
    if (own === undefined) return shared;
    return shared === 'all' ? own : both(own, shared);
  }

  #ownRecords(object: SObjectType, level: RecordLevel, permissions: Permissions): RecordFilter | undefined {
    return ownRecords(object, this.#options.schema.object(object.settings.parentObject ?? ''), level, permissions);
  }

  #sharedRecords(access: UserAccess, object: SObjectType, level: RecordLevel): 'all' | RecordFilter {
    const { viewAll, modifyAll } = access.object(object.name);
    if (level === 'read' ? viewAll || modifyAll : modifyAll) return 'all';
    return this.#options.sharing?.records(access, object, level) ?? 'all';
  }
}
