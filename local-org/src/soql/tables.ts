import { parentStep, type ParentStep } from '../schema/paths.ts';
import type { Field, Schema, SObjectType } from '../schema/types.ts';
import { quoteName } from '../storage/columns.ts';
import { errorAt, type QueryText } from './errors.ts';
import { USER_ID, type SqlBuilder } from './sqlBuilder.ts';

/** Child-to-parent relationships that one query may follow. */
const MAX_PARENTS = 55;

/** One table of a statement: the object itself or a parent joined to it. */
export class TableNode {
  readonly object: SObjectType;
  readonly alias: string;
  readonly #tables: Tables;
  readonly #parents = new Map<string, TableNode>();
  readonly #counted = new Set<string>();

  constructor(object: SObjectType, alias: string, tables: Tables) {
    this.object = object;
    this.alias = alias;
    this.#tables = tables;
  }

  /** A stored column of this table. */
  column(fieldName: string): string {
    return `${this.alias}.${quoteName(fieldName)}`;
  }

  /**
   * The table of the parent behind a reference field, joined once; one for each object that it may point at.
   * @param counted whether the query asks for it, rather than a formula field
   */
  parent(field: Field, target: SObjectType, counted = true): TableNode {
    const key = `${field.name}.${target.name}`;
    if (counted && !this.#counted.has(key)) {
      this.#counted.add(key);
      this.#tables.countParent();
    }
    const known = this.#parents.get(key);
    if (known !== undefined) return known;
    const node = this.#tables.join(target, (alias) => `${alias}."Id" = ${this.column(field.name)}`);
    this.#parents.set(key, node);
    return node;
  }

  /** The step to a parent by its relationship name; undefined when there is none. */
  step(name: string): ParentStep | undefined {
    return parentStep(this.#tables.schema, this.object, name);
  }

  /** All tables of the statement. */
  get tables(): Tables {
    return this.#tables;
  }
}

/** The FROM clause of one select, growing by joins while expressions are compiled. */
export class Tables {
  readonly schema: Schema;
  readonly builder: SqlBuilder;
  readonly root: TableNode;
  readonly #joins: string[] = [];
  readonly #globals = new Map<string, TableNode>();
  #followed = 0;

  constructor(schema: Schema, builder: SqlBuilder, object: SObjectType) {
    this.schema = schema;
    this.builder = builder;
    this.root = new TableNode(object, builder.alias(), this);
  }

  /** @throws SalesforceError MALFORMED_QUERY when the query follows more relationships than the platform takes */
  checkJoins(query: QueryText, statement: object): void {
    if (this.#followed <= MAX_PARENTS) return;
    throw errorAt('MALFORMED_QUERY', `A query can follow at most ${MAX_PARENTS} child-to-parent relationships.`, query, statement);
  }

  /** Counts a relationship that the query itself follows; those of its formula fields are not counted. */
  countParent(): void {
    this.#followed += 1;
  }

  join(object: SObjectType, on: (alias: string) => string): TableNode {
    const alias = this.builder.alias();
    this.#joins.push(`LEFT JOIN ${quoteName(object.name)} AS ${alias} ON ${on(alias)}`);
    return new TableNode(object, alias, this);
  }

  /** `$User`, `$Profile`, `$UserRole`, `$Organization`: one row, the same for every record. */
  global(name: string): TableNode | undefined {
    const key = name.toLowerCase();
    const known = this.#globals.get(key);
    if (known !== undefined) return known;
    const node = this.#joinGlobal(key);
    if (node !== undefined) this.#globals.set(key, node);
    return node;
  }

  sql(): string {
    return [`${quoteName(this.root.object.name)} AS ${this.root.alias}`, ...this.#joins].join(' ');
  }

  #joinGlobal(key: string): TableNode | undefined {
    const object = globalObject(this.schema, key);
    if (object === undefined) return undefined;
    if (key === '$user') return this.join(object, (alias) => `${alias}."Id" = ${this.builder.bind(USER_ID)}`);
    if (key === '$organization') return this.join(object, (alias) => `${alias}."Id" = (SELECT min("Id") FROM "Organization")`);
    const user = this.global('$User');
    const field = user?.object.fields.get(key === '$profile' ? 'profileid' : 'userroleid');
    return user === undefined || field === undefined ? undefined : user.parent(field, object, false);
  }
}

/** The object behind a global variable of formulas that names one record. */
export function globalObject(schema: Schema, name: string): SObjectType | undefined {
  const objects: Readonly<Record<string, string>> = {
    $user: 'User',
    $profile: 'Profile',
    $userrole: 'UserRole',
    $organization: 'Organization',
  };
  const object = objects[name.toLowerCase()];
  return object === undefined ? undefined : schema.object(object);
}
