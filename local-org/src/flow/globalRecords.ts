import { inSystemMode, type RequestUser } from '../requestUser.ts';
import type { FieldValues, SObjectType } from '../schema/types.ts';
import type { Condition } from '../soql/ast.ts';
import { FlowRecord } from './data.ts';
import type { FlowServices } from './flowRun.ts';

/** The records behind global variables, each read once for the interviews of a batch. */
export class GlobalRecords {
  readonly #services: FlowServices;
  readonly #user: RequestUser;
  readonly #organizationId: string;
  readonly #known = new Map<string, FlowRecord>();

  constructor(services: FlowServices, user: RequestUser, organizationId: string) {
    this.#services = services;
    // Global variables are the platform's own: whoever may run a flow may read them.
    this.#user = inSystemMode(user);
    this.#organizationId = organizationId;
  }

  /** In which the running user reads: `da`, `en_US`. */
  get language(): string {
    return this.#user.language;
  }

  /** `$User`: the running user's record. */
  user(): FlowRecord {
    return this.#byId('User', this.#user.id) ?? this.#empty('User');
  }

  /** `$Organization` */
  organization(): FlowRecord {
    return this.#byId('Organization', this.#organizationId) ?? this.#empty('Organization');
  }

  /** `$Profile`: the running user's profile, all blank for a user without one. */
  profile(): FlowRecord {
    return this.#byId('Profile', this.user().fields['ProfileId']) ?? this.#empty('Profile');
  }

  /** `$UserRole`: the running user's role, all blank for a user without one. */
  role(): FlowRecord {
    return this.#byId('UserRole', this.user().fields['UserRoleId']) ?? this.#empty('UserRole');
  }

  /**
   * `$Setup.<object>`: a hierarchy custom setting as the running user sees it.
   * Each field comes from the nearest level that has a value for it: user, profile, organization.
   */
  setting(object: SObjectType): FlowRecord {
    return this.#once(`$Setup ${object.name}`, () => {
      const levels = [this.#organizationId, this.user().fields['ProfileId'], this.#user.id];
      const ids = levels.filter((id) => typeof id === 'string');
      const found = this.#query(object, {
        kind: 'in',
        left: ['SetupOwnerId'],
        negated: false,
        values: ids.map((value) => ({ kind: 'string', value })),
      });
      const values: FieldValues = {};
      for (const id of ids) {
        const record = found.find((one) => one.fields['SetupOwnerId'] === id);
        for (const [name, value] of Object.entries(record?.fields ?? {})) if (value !== null) values[name] = value;
      }
      return new FlowRecord(object, values);
    });
  }

  /** `$CustomMetadata.<type>.<record>`: all blank once the record is deleted. */
  customMetadata(object: SObjectType, developerName: string): FlowRecord {
    return this.#once(`${object.name} ${developerName.toLowerCase()}`, () => {
      const right = { kind: 'string', value: developerName } as const;
      const [record] = this.#query(object, { kind: 'compare', left: ['DeveloperName'], operator: '=', right });
      return record ?? new FlowRecord(object, {});
    });
  }

  /** An address of the org's API, as `$Api` gives it. @param path below the org's own address */
  serverUrl(path: string): string {
    return `${this.#services.actions?.instanceUrl() ?? ''}${path}/${this.#organizationId.slice(0, 15)}`;
  }

  /** `$Permission.<name>`: whether one of these permission sets is the running user's. @param permissionSets lower-cased names */
  hasOneOf(permissionSets: ReadonlySet<string>): boolean {
    if (permissionSets.size === 0) return false;
    const assignment = this.#services.schema.object('PermissionSetAssignment');
    const set = this.#services.schema.object('PermissionSet');
    if (assignment === undefined || set === undefined) return false;
    const mine = this.#query(assignment, {
      kind: 'compare',
      left: ['AssigneeId'],
      operator: '=',
      right: { kind: 'string', value: this.#user.id },
    });
    const ids = mine.map((one) => one.fields['PermissionSetId']).filter((id) => typeof id === 'string');
    const sets = this.#services.reader.read(set, ids).values();
    return sets.some(({ Name: name }) => typeof name === 'string' && permissionSets.has(name.toLowerCase()));
  }

  #once(key: string, make: () => FlowRecord): FlowRecord {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#known.set(key, made);
    return made;
  }

  #byId(objectName: string, id: unknown): FlowRecord | undefined {
    const object = this.#services.schema.object(objectName);
    if (object === undefined || typeof id !== 'string') return undefined;
    return this.#once(`${objectName} ${id}`, () => new FlowRecord(object, { ...this.#services.reader.read(object, [id]).get(id), Id: id }));
  }

  #empty(objectName: string): FlowRecord {
    const object = this.#services.schema.object(objectName);
    if (object === undefined) throw new Error(`The org has no object ${objectName}`);
    return new FlowRecord(object, {});
  }

  #query(object: SObjectType, where: Condition): FlowRecord[] {
    const fields = [...object.fields.values()].filter((field) => field.type !== 'address' && field.type !== 'base64');
    const { records } = this.#services.queries.run(
      { kind: 'select', select: fields.map((field) => ({ kind: 'field', path: [field.name] })), from: object.name, where },
      this.#user,
    );
    return records.map((record) => {
      const values: FieldValues = {};
      for (const [name, field] of record.fields) if (field.kind === 'value') values[name] = field.value;
      return new FlowRecord(object, values);
    });
  }
}
