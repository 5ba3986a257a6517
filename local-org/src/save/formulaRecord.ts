import type { FieldValue, FieldValues, SObjectType, Schema } from '../schema/types.ts';
import type { RecordStore } from '../storage/recordStore.ts';
import type { RequestUser } from '../requestUser.ts';
import type { FieldLookUp } from '../formula/types.ts';
import type { GlobalValue } from '../soql/globalValues.ts';

/** What a formula of a record is evaluated against: the record, and the moment and user of the request. */
export interface FormulaRecord {
  readonly values: FieldValues;
  /** Absent while the record is being created. */
  readonly prior: FieldValues | undefined;
}

/**
 * Who and when of a batch, and a read-through cache of the parent records that
 * formulas reach through lookups. One instance serves one batch: records that
 * the batch itself changes must not be read through it.
 */
export class FormulaEnvironment {
  readonly now: number;
  readonly user: RequestUser;
  readonly #schema: Schema;
  readonly #store: RecordStore;
  readonly #organizationId: string;
  readonly #instanceUrl: string;
  readonly #parents = new Map<string, FieldValues | undefined>();
  readonly #globals = new Map<GlobalValue, FieldValue>();

  constructor(
    schema: Schema,
    store: RecordStore,
    context: { now: number; user: RequestUser; organizationId: string; instanceUrl?: string },
  ) {
    this.#schema = schema;
    this.#store = store;
    this.now = context.now;
    this.user = context.user;
    this.#organizationId = context.organizationId;
    this.#instanceUrl = context.instanceUrl ?? '';
  }

  /** The record that a lookup points at; undefined when it is blank or gone. */
  parent(targets: readonly string[], id: FieldValue): { object: SObjectType; values: FieldValues } | undefined {
    if (typeof id !== 'string') return undefined;
    const [only] = targets;
    const object = targets.length === 1 && only !== undefined ? this.#schema.object(only) : this.#schema.objectOfId(id);
    if (object === undefined) return undefined;
    if (!this.#parents.has(id)) this.load(object, [id]);
    const values = this.#parents.get(id);
    return values === undefined ? undefined : { object, values };
  }

  /** VLOOKUP: the field of the first record whose other field holds the text. */
  readonly lookUp: FieldLookUp = ({ object: objectName, returns, by, text }) => {
    const object = this.#schema.object(objectName);
    const field = object?.fields.get(by.toLowerCase());
    if (object === undefined || field === undefined) return null;
    const [id] = [...this.#store.findBy(object, field, [text]).values()].flat().sort();
    const name = object.fields.get(returns.toLowerCase())?.name;
    return id === undefined || name === undefined ? null : (this.#store.read(object, [id]).get(id)?.[name] ?? null);
  };

  /** A label, setting or permission, read once for the batch. */
  globalValue(value: GlobalValue): FieldValue {
    let known = this.#globals.get(value);
    if (known === undefined)
      this.#globals.set(value, (known = value.read({ store: this.#store, user: this.user, instanceUrl: this.#instanceUrl })));
    return known;
  }

  /** The record behind `$User`, `$Profile`, `$UserRole` or `$Organization`. */
  global(object: SObjectType): FieldValues | undefined {
    if (object.name === 'User') return this.parent(['User'], this.user.id)?.values;
    if (object.name === 'Profile')
      return this.parent(['Profile'], this.parent(['User'], this.user.id)?.values['ProfileId'] ?? null)?.values;
    if (object.name === 'UserRole')
      return this.parent(['UserRole'], this.parent(['User'], this.user.id)?.values['UserRoleId'] ?? null)?.values;
    return object.name === 'Organization' ? this.parent(['Organization'], this.#organizationId)?.values : undefined;
  }

  /** Reads parents of any object that a whole batch will ask for, one query an object. */
  loadAll(ids: readonly string[]): void {
    const byObject = new Map<SObjectType, string[]>();
    for (const id of ids) {
      const object = this.#schema.objectOfId(id);
      if (object === undefined) continue;
      const group = byObject.get(object) ?? [];
      group.push(id);
      byObject.set(object, group);
    }
    for (const [object, group] of byObject) this.load(object, group);
  }

  /** Reads records of one object into the cache, in one query. */
  load(object: SObjectType, ids: readonly string[]): void {
    const unknown = ids.filter((id) => !this.#parents.has(id));
    if (unknown.length === 0) return;
    const found = this.#store.read(object, unknown);
    for (const id of unknown) this.#parents.set(id, found.get(id));
  }
}
