import type { RequestUser } from '../../requestUser.ts';
import type { NamedGroup, SharingRule } from '../../schema/sharingRules.ts';
import type { Schema } from '../../schema/types.ts';
import type { SqlValue } from '../../storage/columns.ts';
import type { RecordLevel } from '../types.ts';
import type { AccountChild, CurrentStructure, OrgStructure } from './orgStructure.ts';

/** A value of a filter that depends on who asks. The same function for the same value, so that a statement binds it once. */
export type UserValue = (user: Pick<RequestUser, 'id'>) => SqlValue;

/** The lists of ids that filters bind, as JSON. */
export class BoundValues {
  readonly #schema: Schema;
  readonly #structure: CurrentStructure;
  readonly #values = new Map<string, UserValue>();
  readonly #worked = new WeakMap<OrgStructure, Map<string, SqlValue>>();

  constructor(schema: Schema, structure: CurrentStructure) {
    this.#schema = schema;
    this.#structure = structure;
  }

  /** The user alone. */
  readonly me: UserValue = ({ id }) => id;

  /** The user and those below: whose records are theirs without any sharing. */
  readonly users: UserValue = this.#value('users', (structure, id) => structure.principals(id).users);

  /** Users and groups with which a record is shared if it is shared with this user. */
  readonly principals: UserValue = this.#value('principals', (structure, id) => {
    const { users, groups } = structure.principals(id);
    return [...users, ...groups];
  });

  /** Owners whose records of the object the user reaches: themselves, those below, their queues, and those of whom rules say so. */
  owners(objectName: string, level: RecordLevel): UserValue {
    return this.#value(`owners ${objectName} ${level}`, (structure, id) => {
      const { users, groups } = structure.principals(id);
      const queues = groups.filter((group) => structure.groups.get(group)?.type === 'Queue');
      const ruled = this.#ownerRules(objectName, (rule) => gives(rule.level, level)).flatMap((rule) =>
        this.#sharedOwners(structure, id, rule),
      );
      return [...new Set([...users, ...queues, ...ruled])];
    });
  }

  /** Owners of accounts whose cases, contacts or opportunities the user reaches because of the account. */
  accountOwners(child: AccountChild, level: RecordLevel): UserValue {
    return this.#value(`accounts ${child} ${level}`, (structure, id) => {
      if (level === 'full') return [];
      const { users } = structure.principals(id);
      const own = structure.accountOwners(users, child, level === 'edit' ? 'Edit' : 'Read');
      const ruled = this.#ownerRules('Account', (rule) => gives(rule.childLevels.get(child), level)).flatMap((rule) =>
        this.#sharedOwners(structure, id, rule),
      );
      return [...new Set([...own, ...ruled])];
    });
  }

  /** 1 for users with whom the rule shares. */
  isSharedTo(rule: SharingRule): UserValue {
    return this.#remembered(`rule ${rule.fullName}`, (structure, id) => (this.#reaches(structure, id, rule.sharedTo) ? 1 : 0));
  }

  #ownerRules(objectName: string, gives: (rule: SharingRule) => boolean): readonly SharingRule[] {
    const rules = this.#schema.sharingRules?.get(objectName.toLowerCase()) ?? [];
    return rules.filter((rule) => rule.sharedFrom !== undefined && gives(rule));
  }

  #sharedOwners(structure: OrgStructure, userId: string, { sharedTo, sharedFrom }: SharingRule): readonly string[] {
    if (sharedFrom === undefined || !this.#reaches(structure, userId, sharedTo)) return [];
    const from = groupNamed(structure, sharedFrom);
    if (from === undefined) return [];
    return sharedFrom.type === 'Queue' ? [from] : structure.members(from);
  }

  #reaches(structure: OrgStructure, userId: string, group: NamedGroup): boolean {
    const id = groupNamed(structure, group);
    return id !== undefined && structure.principals(userId).groups.includes(id);
  }

  #value(key: string, list: (structure: OrgStructure, userId: string) => readonly string[]): UserValue {
    return this.#remembered(key, (structure, userId) => JSON.stringify(list(structure, userId)));
  }

  #remembered(key: string, work: (structure: OrgStructure, userId: string) => SqlValue): UserValue {
    let value = this.#values.get(key);
    if (value === undefined) {
      value = ({ id }) => {
        const structure = this.#structure.get();
        const worked = this.#workedFor(structure);
        const of = `${id} ${key}`;
        let answer = worked.get(of);
        if (answer === undefined) worked.set(of, (answer = work(structure, id)));
        return answer;
      };
      this.#values.set(key, value);
    }
    return value;
  }

  #workedFor(structure: OrgStructure): Map<string, SqlValue> {
    const worked = this.#worked.get(structure) ?? new Map<string, SqlValue>();
    this.#worked.set(structure, worked);
    if (worked.size > mostRemembered) worked.clear();
    return worked;
  }
}

/** Answers for users that are kept. */
const mostRemembered = 2000;

/** Whether a rule that gives this level gives what is wanted. */
function gives(level: 'Read' | 'Edit' | undefined, wanted: RecordLevel): boolean {
  return level === 'Edit' ? wanted !== 'full' : level === 'Read' && wanted === 'read';
}

function groupNamed(structure: OrgStructure, { type, developerName }: NamedGroup): string | undefined {
  for (const group of structure.groups.values()) {
    if (group.type === type && (type === 'Organization' || group.developerName.toLowerCase() === developerName)) return group.id;
  }
  return undefined;
}
