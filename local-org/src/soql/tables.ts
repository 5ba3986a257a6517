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
  readonly #child: TableNode | undefined;
  #required = false;

  /** @param child the table that this one was joined to */
  constructor(object: SObjectType, alias: string, tables: Tables, child?: TableNode) {
    this.object = object;
    this.alias = alias;
    this.#tables = tables;
    this.#child = child;
  }

  /** Whether every row of the statement has this parent. */
  get required(): boolean {
    return this.#required;
  }

  /** A condition holds only for rows that have this parent: SQLite may then start from it. */
  require(): void {
    this.#required = true;
    this.#child?.require();
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
    const node = this.#tables.join(target, (alias) => `${alias}."Id" = ${this.column(field.name)}`, this);
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
  readonly #joins: { readonly node: TableNode; readonly sql: string }[] = [];
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

  join(object: SObjectType, on: (alias: string) => string, child?: TableNode): TableNode {
    const alias = this.builder.alias();
    const node = new TableNode(object, alias, this, child);
    this.#joins.push({ node, sql: `JOIN ${quoteName(object.name)} AS ${alias} ON ${on(alias)}` });
    return node;
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
    const joins = this.#joins.map(({ node, sql }) => (node.required ? sql : `LEFT ${sql}`));
    return [`${quoteName(this.root.object.name)} AS ${this.root.alias}`, ...joins].join(' ');
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
