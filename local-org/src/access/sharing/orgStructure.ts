import type { OrgDatabase } from '../../storage/database.ts';
import { everybodyId } from './structureTables.ts';

/** A group as sharing sees it. */
export interface SharingGroup {
  readonly id: string;
  /** `Regular`, `Queue`, `Role`, `RoleAndSubordinates`, `RoleAndSubordinatesInternal`, `Organization`, ... */
  readonly type: string;
  readonly developerName: string;
  /** The role of a role's group. */
  readonly relatedId: string | undefined;
  /** Whether those above a member in the role hierarchy reach what is shared with it. */
  readonly includesBosses: boolean;
}

/** The children of an account that its owner reaches by the role's setting. */
export type AccountChild = 'Opportunity' | 'Case' | 'Contact';

/** What sharing counts as a user: the user and those below, and the groups of them that carry access up. */
export interface Principals {
  /** The user, and everybody in roles below theirs. */
  readonly users: readonly string[];
  /** Groups and queues through which the user reaches records. */
  readonly groups: readonly string[];
}

/** Roles, users, groups and who is in them, as they are now. Answers are worked out when first asked for. */
export class OrgStructure {
  readonly groups = new Map<string, SharingGroup>();
  readonly #parentOf = new Map<string, string>();
  readonly #childrenOf = new Map<string, string[]>();
  readonly #roleOf = new Map<string, string>();
  readonly #usersIn = new Map<string, string[]>();
  readonly #everybody: string[] = [];
  /** User or group -> the groups that it is directly in. */
  readonly #groupsWith = new Map<string, string[]>();
  readonly #membersOf = new Map<string, string[]>();
  readonly #groupsByRole = new Map<string, string[]>();
  readonly #accountOwnerAccess = new Map<string, Readonly<Record<AccountChild, string>>>();
  readonly #principals = new Map<string, Principals>();
  readonly #memberships = new Map<string, ReadonlySet<string>>();
  readonly #members = new Map<string, readonly string[]>();

  constructor(database: OrgDatabase) {
    this.#readRoles(database);
    this.#readUsers(database);
    this.#readGroups(database);
  }

  /** Who counts as this user where sharing looks for one. */
  principals(userId: string): Principals {
    let known = this.#principals.get(userId);
    if (known === undefined) this.#principals.set(userId, (known = this.#findPrincipals(userId)));
    return known;
  }

  /** Users of a group, through groups within it; of a queue as an owner, the queue as well. */
  members(groupId: string): readonly string[] {
    let known = this.#members.get(groupId);
    if (known === undefined) this.#members.set(groupId, (known = [...this.#findMembers(groupId, new Set())]));
    return known;
  }

  /** Those of the users whose role lets them reach this child of accounts that they own: `Read` or `Edit`. */
  accountOwners(users: readonly string[], child: AccountChild, level: 'Read' | 'Edit'): readonly string[] {
    return users.filter((user) => {
      const access = this.#accountOwnerAccess.get(this.#roleOf.get(user) ?? '')?.[child];
      return access === 'Edit' || (level === 'Read' && access === 'Read');
    });
  }

  #findPrincipals(userId: string): Principals {
    const role = this.#roleOf.get(userId);
    const below = role === undefined ? [] : this.#rolesBelow(role).flatMap((each) => this.#usersIn.get(each) ?? []);
    const groups = new Set(this.#groupsOf(userId));
    for (const subordinate of below) {
      for (const group of this.#groupsOf(subordinate)) if (this.groups.get(group)?.includesBosses === true) groups.add(group);
    }
    return { users: [userId, ...below], groups: [...groups] };
  }

  /** Groups that a user is in, directly or through another group. */
  #groupsOf(userId: string): ReadonlySet<string> {
    const known = this.#memberships.get(userId);
    if (known !== undefined) return known;
    const found = new Set<string>();
    const waiting = [...(this.#groupsWith.get(userId) ?? []), ...this.#groupsOfRole(this.#roleOf.get(userId)), everybodyId];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(...(this.#groupsWith.get(next) ?? []));
    }
    this.#memberships.set(userId, found);
    return found;
  }

  /** The groups of a role, and those of the roles above that take in what is below them. */
  #groupsOfRole(role: string | undefined): readonly string[] {
    if (role === undefined) return [];
    return [...this.#rolesAbove(role)].flatMap((above) =>
      (this.#groupsByRole.get(above) ?? []).filter((id) => above === role || this.groups.get(id)?.type !== 'Role'),
    );
  }

  /** The role itself and those above. */
  #rolesAbove(role: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (let next: string | undefined = role; next !== undefined && !found.has(next); next = this.#parentOf.get(next)) found.add(next);
    return found;
  }

  /** Roles strictly below. */
  #rolesBelow(role: string): readonly string[] {
    const found = new Set<string>();
    const waiting = [...(this.#childrenOf.get(role) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === role || found.has(next)) continue;
      found.add(next);
      waiting.push(...(this.#childrenOf.get(next) ?? []));
    }
    return [...found];
  }

  #findMembers(groupId: string, seen: Set<string>): Set<string> {
    const found = new Set<string>();
    const group = this.groups.get(groupId);
    if (group === undefined || seen.has(groupId)) return found;
    seen.add(groupId);
    const add = (users: readonly string[]): void => {
      for (const user of users) found.add(user);
    };
    if (group.type === 'Organization') add(this.#everybody);
    if (group.relatedId !== undefined && group.type.startsWith('Role')) {
      const roles = group.type === 'Role' ? [group.relatedId] : [group.relatedId, ...this.#rolesBelow(group.relatedId)];
      for (const role of roles) add(this.#usersIn.get(role) ?? []);
    }
    for (const member of this.#membersOf.get(groupId) ?? []) {
      if (this.groups.has(member)) add([...this.#findMembers(member, seen)]);
      else found.add(member);
    }
    return found;
  }

  #readRoles(database: OrgDatabase): void {
    const rows = database
      .prepareArrays(
        `SELECT "Id", "ParentRoleId", "OpportunityAccessForAccountOwner", "CaseAccessForAccountOwner", "ContactAccessForAccountOwner"
         FROM "UserRole" WHERE "IsDeleted" = 0`,
      )
      .all();
    for (const [id, parent, opportunity, aCase, contact] of rows) {
      if (typeof parent === 'string') {
        this.#parentOf.set(String(id), parent);
        listIn(this.#childrenOf, parent).push(String(id));
      }
      this.#accountOwnerAccess.set(String(id), { Opportunity: String(opportunity), Case: String(aCase), Contact: String(contact) });
    }
  }

  #readUsers(database: OrgDatabase): void {
    for (const [id, role] of database.prepareArrays('SELECT "Id", "UserRoleId" FROM "User" WHERE "IsDeleted" = 0').all()) {
      this.#everybody.push(String(id));
      if (typeof role !== 'string') continue;
      this.#roleOf.set(String(id), role);
      listIn(this.#usersIn, role).push(String(id));
    }
  }

  #readGroups(database: OrgDatabase): void {
    const groups = database
      .prepareArrays('SELECT "Id", "Type", "DeveloperName", "RelatedId", "DoesIncludeBosses" FROM "Group" WHERE "IsDeleted" = 0')
      .all();
    for (const [id, type, developerName, relatedId, bosses] of groups) {
      const ofRole = String(type).startsWith('Role');
      if (ofRole && typeof relatedId === 'string') listIn(this.#groupsByRole, relatedId).push(String(id));
      this.groups.set(String(id), {
        id: String(id),
        type: String(type),
        developerName: typeof developerName === 'string' ? developerName : '',
        relatedId: typeof relatedId === 'string' ? relatedId : undefined,
        includesBosses: ofRole || bosses === 1,
      });
    }
    for (const [group, member] of database
      .prepareArrays('SELECT "GroupId", "UserOrGroupId" FROM "GroupMember" WHERE "IsDeleted" = 0')
      .all()) {
      listIn(this.#groupsWith, String(member)).push(String(group));
      listIn(this.#membersOf, String(group)).push(String(member));
    }
  }
}

function listIn(map: Map<string, string[]>, key: string): string[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}

/** The org's structure, read again once it has changed. */
export class CurrentStructure {
  readonly #database: OrgDatabase;
  #version: unknown;
  #structure: OrgStructure | undefined;

  constructor(database: OrgDatabase) {
    this.#database = database;
  }

  get(): OrgStructure {
    const version = this.version;
    if (this.#structure === undefined || this.#version !== version) {
      this.#structure = new OrgStructure(this.#database);
      this.#version = version;
    }
    return this.#structure;
  }

  /** Another text whenever a role, a group or a member has changed. */
  get version(): unknown {
    return this.#database.prepareArrays('SELECT version FROM local_sharing').all()[0]?.[0];
  }
}
