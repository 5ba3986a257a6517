import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { RecordLevel } from '../types.ts';
import { dealFiles, sharingWorld, type Files, type SharingWorld } from './testing/sharingWorld.ts';

/** A small random organization: who stands where, and who got what. */
interface Random {
  below(count: number): number;
  chance(share: number): boolean;
  one<Item>(items: readonly Item[]): Item;
}

function randomOf(seed: number): Random {
  let state = seed * 2_654_435_761 + 1;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    chance: (share) => next() < share,
    one: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
  };
}

type Level = 'read' | 'edit' | 'full';
const rank: Readonly<Record<Level | 'none', number>> = { none: 0, read: 1, edit: 2, full: 3 };

interface Grant {
  readonly to: string;
  readonly level: Level;
}

/** The organization once more, as plain lists. */
interface Plain {
  readonly roles: { id: string; parent: string | undefined; access: Record<string, string> }[];
  readonly users: { id: string; role: string | undefined }[];
  readonly groups: { id: string; type: string; name: string; role?: string; bosses: boolean; members: string[] }[];
}

const rules = (sharing: readonly string[]): string => sharing.join('');
const ownerRule = (name: string, level: string, from: string, to: string, settings = ''): string =>
  `<sharingOwnerRules><fullName>${name}</fullName><accessLevel>${level}</accessLevel>${settings}<label>${name}</label><sharedTo>${to}</sharedTo><sharedFrom>${from}</sharedFrom></sharingOwnerRules>`;
const criteriaRule = (name: string, level: string, criteria: string, to: string): string =>
  `<sharingCriteriaRules><fullName>${name}</fullName><accessLevel>${level}</accessLevel><label>${name}</label><sharedTo>${to}</sharedTo>${criteria}</sharingCriteriaRules>`;
const item = (field: string, operation: string, value: string): string =>
  `<criteriaItems><field>${field}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>`;

const settings =
  '<accountSettings><caseAccessLevel>Edit</caseAccessLevel><contactAccessLevel>None</contactAccessLevel><opportunityAccessLevel>Read</opportunityAccessLevel></accountSettings>';

function files(random: Random, dealModel: string, standardModels: Readonly<Record<string, string>>): Files {
  const to = (): string =>
    random.one([
      '<group>G0</group>',
      '<role>R1</role>',
      '<roleAndSubordinates>R1</roleAndSubordinates>',
      '<allInternalUsers></allInternalUsers>',
      '<group>G1</group>',
    ]);
  const from = (): string =>
    random.one(['<queue>Q0</queue>', '<group>G1</group>', '<role>R2</role>', '<roleAndSubordinates>R2</roleAndSubordinates>']);
  const level = (): string => random.one(['Read', 'Edit']);
  const standard = Object.fromEntries(
    Object.entries(standardModels).map(([name, model]) => [
      `objects/${name}/${name}.object-meta.xml`,
      `<sharingModel>${model}</sharingModel>`,
    ]),
  );
  return {
    ...dealFiles(dealModel),
    ...standard,
    'sharingRules/Deal__c.SharingRules-meta.xml': rules([
      criteriaRule(
        'Big',
        level(),
        item('Size__c', 'greaterThan', '5') + item('Region__c', 'equals', 'north,south') + '<booleanFilter>1 AND 2</booleanFilter>',
        to(),
      ),
      criteriaRule('West', level(), item('Region__c', 'startsWith', 'we'), to()),
      ownerRule('Own', level(), from(), to()),
    ]),
    'sharingRules/Account.SharingRules-meta.xml': rules([ownerRule('Sales', level(), from(), to(), settings)]),
  };
}

interface Built {
  readonly plain: Plain;
  readonly grants: Map<string, Grant[]>;
  readonly rows: Map<string, Record<string, string | number | null>[]>;
}

/** Fills the world at random and remembers what it did. */
function build(world: SharingWorld, random: Random): Built {
  const plain: Plain = { roles: [], users: [], groups: [] };
  for (let place = 0; place < 6; place += 1) {
    const parent = place > 0 && random.chance(0.8) ? random.one(plain.roles).id : undefined;
    const access = {
      Opportunity: random.one(['None', 'Read', 'Edit']),
      Case: random.one(['None', 'Read', 'Edit']),
      Contact: random.one(['None', 'Read', 'Edit']),
    };
    const id = world.add('UserRole', {
      Name: `R${place}`,
      DeveloperName: `R${place}`,
      ParentRoleId: parent ?? null,
      OpportunityAccessForAccountOwner: access.Opportunity,
      CaseAccessForAccountOwner: access.Case,
      ContactAccessForAccountOwner: access.Contact,
    });
    plain.roles.push({ id, parent, access });
  }
  for (let place = 0; place < 8; place += 1) {
    const role = random.chance(0.85) ? random.one(plain.roles).id : undefined;
    plain.users.push({ id: world.add('User', { LastName: `U${place}`, UserRoleId: role ?? null }), role });
  }
  for (let place = 0; place < 5; place += 1) {
    const type = place < 3 ? 'Regular' : 'Queue';
    const name = place < 3 ? `G${place}` : `Q${place - 3}`;
    const bosses = type === 'Queue' || random.chance(0.5);
    const id = world.add('Group', { Type: type, DeveloperName: name, Name: name, DoesIncludeBosses: bosses });
    plain.groups.push({ id, type, name, bosses, members: [] });
  }
  for (const row of world.database
    .prepare(`SELECT "Id" AS id, "Type" AS type, "RelatedId" AS role FROM "Group" WHERE "Type" GLOB 'Role*'`)
    .all()) {
    plain.groups.push({ id: String(row['id']), type: String(row['type']), name: '', role: String(row['role']), bosses: true, members: [] });
  }
  const roleGroups = plain.groups.filter(({ role }) => role !== undefined);
  const made = plain.groups.filter(({ role }) => role === undefined);
  for (const group of made) {
    for (let count = random.below(4); count > 0; count -= 1) {
      const member = random.chance(0.5)
        ? random.one(plain.users).id
        : random.chance(0.5)
          ? random.one(roleGroups).id
          : random.one(made.slice(0, 3)).id;
      if (member === group.id || group.members.includes(member)) continue;
      group.members.push(member);
      world.add('GroupMember', { GroupId: group.id, UserOrGroupId: member });
    }
  }
  const built: Built = { plain, grants: new Map(), rows: new Map() };
  fillRecords(world, random, built);
  return built;
}

function fillRecords(world: SharingWorld, random: Random, { plain, grants, rows }: Built): void {
  const queues = plain.groups.filter(({ type }) => type === 'Queue').map(({ id }) => id);
  const users = plain.users.map(({ id }) => id);
  const put = (object: string, values: Record<string, string | number | null>): string => {
    const id = world.add(object, values);
    rows.set(object, [...(rows.get(object) ?? []), { ...values, Id: id }]);
    return id;
  };
  const share = (object: string, parentField: string, levelField: string, id: string, more = {}): void => {
    if (!random.chance(0.4) || world.schema.object(object) === undefined) return;
    const to = random.chance(0.5) ? random.one(users) : random.one(plain.groups).id;
    const level = random.one(['Read', 'Edit']);
    world.add(object, { [parentField]: id, UserOrGroupId: to, [levelField]: level, RowCause: 'Manual', ...more });
    grants.set(id, [...(grants.get(id) ?? []), { to, level: level === 'Read' ? 'read' : 'edit' }]);
  };
  for (let count = 0; count < 14; count += 1) {
    const owner = random.chance(0.3) ? random.one(queues) : random.one(users);
    const id = put('Deal__c', {
      OwnerId: owner,
      Region__c: random.one(['North', 'SOUTH', 'west', null]),
      Size__c: random.one([1, 6, 9, null]),
    });
    share('Deal__Share', 'ParentId', 'AccessLevel', id);
    put('Line__c', { Deal__c: id });
    put('Remark__c', { Deal__c: id });
  }
  for (let count = 0; count < 8; count += 1) {
    const id = put('Account', { OwnerId: random.one(users) });
    share('AccountShare', 'AccountId', 'AccountAccessLevel', id, {
      CaseAccessLevel: 'None',
      OpportunityAccessLevel: 'None',
      ContactAccessLevel: 'None',
    });
    for (const child of ['Opportunity', 'Case', 'Contact']) {
      if (!random.chance(0.7)) continue;
      const childId = put(child, { OwnerId: random.one(users), AccountId: random.chance(0.9) ? id : null });
      share(`${child}Share`, `${child}Id`, `${child}AccessLevel`, childId);
    }
  }
}

/** Sharing by its plain definitions, a record and a user at a time. */
class Recomputed {
  readonly #world: SharingWorld;
  readonly #built: Built;

  constructor(world: SharingWorld, built: Built) {
    this.#world = world;
    this.#built = built;
  }

  may(user: string, object: string, row: Readonly<Record<string, string | number | null>>, level: Level): boolean {
    const type = this.#world.object(object);
    if (object === 'Line__c' || object === 'Remark__c') {
      const deal = this.#row('Deal__c', String(row['Deal__c']));
      const needed = level === 'read' || object === 'Remark__c' ? 'read' : 'edit';
      return this.may(user, 'Deal__c', deal, needed);
    }
    const account = row['AccountId'] ?? null;
    if (object === 'Contact' && account === null) return row['OwnerId'] === user;
    if (type.sharingModel === 'ControlledByParent') return this.may(user, 'Account', this.#row('Account', String(account)), level);
    const everybody = { Private: 'none', Read: 'read', ReadWrite: 'edit', ReadWriteTransfer: 'edit' }[type.sharingModel] as Level | 'none';
    if (rank[everybody] >= rank[level]) return true;
    if (this.#explicit(user, object, row, level)) return true;
    if (['Opportunity', 'Case', 'Contact'].includes(object) && account !== null && level !== 'full') {
      if (this.#byAccount(user, object, this.#row('Account', String(account)), level)) return true;
    }
    return object === 'Account' && level === 'read' && this.#belowAccount(user, String(row['Id']));
  }

  #belowAccount(user: string, id: string): boolean {
    return ['Opportunity', 'Case', 'Contact'].some(
      (child) =>
        this.#world.object(child).sharingModel !== 'ControlledByParent' &&
        (this.#built.rows.get(child) ?? []).some((row) => row['AccountId'] === id && this.#explicit(user, child, row, 'read')),
    );
  }

  #byAccount(user: string, child: string, account: Readonly<Record<string, string | number | null>>, level: Level): boolean {
    const owner = String(account['OwnerId']);
    if (this.#countsAs(user, owner)) {
      const role = this.#built.plain.users.find(({ id }) => id === owner)?.role;
      const access = this.#built.plain.roles.find(({ id }) => id === role)?.access[child];
      if (access === 'Edit' || (access === 'Read' && level === 'read')) return true;
    }
    return (this.#world.schema.sharingRules?.get('account') ?? []).some((rule) => {
      const given = rule.childLevels.get(child as 'Case');
      const from = rule.sharedFrom === undefined ? undefined : this.#named(rule.sharedFrom.type, rule.sharedFrom.developerName);
      return (
        given !== undefined &&
        (given === 'Edit' || level === 'read') &&
        from !== undefined &&
        this.#owns(from, owner) &&
        this.#reaches(user, rule)
      );
    });
  }

  #explicit(user: string, object: string, row: Readonly<Record<string, string | number | null>>, level: Level): boolean {
    const owner = String(row['OwnerId']);
    if (this.#countsAs(user, owner)) return true;
    const shared = this.#world.schema.object(object.endsWith('__c') ? object.replace('__c', '__Share') : `${object}Share`) !== undefined;
    const grants = shared ? (this.#built.grants.get(String(row['Id'])) ?? []) : [];
    if (grants.some((grant) => rank[grant.level] >= rank[level] && this.#countsAs(user, grant.to))) return true;
    return (this.#world.schema.sharingRules?.get(object.toLowerCase()) ?? []).some((rule) => {
      if (level === 'full' || (level === 'edit' && rule.level === 'Read') || !this.#reaches(user, rule)) return false;
      if (rule.sharedFrom !== undefined) {
        const from = this.#named(rule.sharedFrom.type, rule.sharedFrom.developerName);
        return from !== undefined && this.#owns(from, owner);
      }
      const region = String(row['Region__c'] ?? '').toLowerCase();
      return rule.fullName.endsWith('Big')
        ? Number(row['Size__c'] ?? 0) > 5 && ['north', 'south'].includes(region)
        : region.startsWith('we');
    });
  }

  #reaches(user: string, rule: { sharedTo: { type: string; developerName: string } }): boolean {
    if (rule.sharedTo.type === 'Organization') return true;
    const group = this.#named(rule.sharedTo.type, rule.sharedTo.developerName);
    return group !== undefined && this.#countsAs(user, group.id);
  }

  #named(type: string, name: string): Plain['groups'][number] | undefined {
    const role = this.#built.plain.roles[Number(name.slice(1))]?.id;
    return this.#built.plain.groups.find((group) =>
      type.startsWith('Role') ? group.type === type && group.role === role : group.type === type && group.name.toLowerCase() === name,
    );
  }

  /** Whether what is given to a user or group is given to this user. */
  #countsAs(user: string, principal: string): boolean {
    const { users, groups } = this.#built.plain;
    if (users.some(({ id }) => id === principal)) return user === principal || this.#isAbove(user, principal);
    const group = groups.find(({ id }) => id === principal);
    if (group === undefined) return false;
    return users.some(({ id }) => this.#isIn(id, group.id, []) && (id === user || (group.bosses && this.#isAbove(user, id))));
  }

  #owns(from: Plain['groups'][number], owner: string): boolean {
    return from.type === 'Queue' ? owner === from.id : this.#isIn(owner, from.id, []);
  }

  #isIn(user: string, groupId: string, seen: readonly string[]): boolean {
    const group = this.#built.plain.groups.find(({ id }) => id === groupId);
    if (group === undefined || seen.includes(groupId)) return false;
    const role = this.#built.plain.users.find(({ id }) => id === user)?.role;
    if (group.role !== undefined && role !== undefined) {
      if (role === group.role) return true;
      if (group.type !== 'Role' && this.#roleIsAbove(group.role, role)) return true;
    }
    return group.members.some((member) => member === user || this.#isIn(user, member, [...seen, groupId]));
  }

  #isAbove(user: string, other: string): boolean {
    const role = (id: string): string | undefined => this.#built.plain.users.find((one) => one.id === id)?.role;
    const [above, below] = [role(user), role(other)];
    return above !== undefined && below !== undefined && this.#roleIsAbove(above, below);
  }

  #roleIsAbove(above: string, below: string): boolean {
    const parent = this.#built.plain.roles.find(({ id }) => id === below)?.parent;
    return parent !== undefined && (parent === above || this.#roleIsAbove(above, parent));
  }

  #row(object: string, id: string): Readonly<Record<string, string | number | null>> {
    const found = this.#built.rows.get(object)?.find((row) => row['Id'] === id);
    if (found === undefined) throw new Error(`there is no ${object} ${id}`);
    return found;
  }
}

const levels: readonly RecordLevel[] = ['read', 'edit', 'full'];

suite('The condition on records', () => {
  for (let seed = 1; seed <= 24; seed += 1) {
    test(`agrees with the plain definitions in organization ${seed}`, () => {
      const random = randomOf(seed);
      const models = {
        Account: random.one(['Private', 'Private', 'Read', 'ReadWrite']),
        Opportunity: random.one(['Private', 'Private', 'Read']),
        Case: random.one(['Private', 'Read', 'ReadWriteTransfer']),
        Contact: random.one(['ControlledByParent', 'Private', 'Read']),
      };
      const world = sharingWorld(files(random, random.one(['Private', 'Private', 'Read', 'ReadWrite']), models));
      const built = build(world, random);
      const plain = new Recomputed(world, built);
      let reached = 0;
      for (const { id: user } of built.plain.users) {
        for (const [object, rows] of built.rows) {
          for (const level of levels) {
            const expected = rows.filter((row) => plain.may(user, object, row, level)).map((row) => String(row['Id']));
            expected.sort();
            reached += expected.length;
            const what = `${user} ${level} ${object} (${world.object(object).sharingModel})`;
            assert.deepEqual(world.byQuery(user, object, level), expected, `query: ${what}`);
            assert.deepEqual(world.byIds(user, object, level), expected, `ids: ${what}`);
          }
        }
      }
      assert.ok(reached > 0);
      world.database.close();
    });
  }
});
