import type { UserAccess } from '../access/types.ts';
import { parentStep, type ParentStep } from '../schema/paths.ts';
import type { Field, Schema, SObjectType } from '../schema/types.ts';
import { quoteName } from '../storage/columns.ts';
import { errorAt, type QueryText } from './errors.ts';
import { readableSql, readFilter } from './recordFilters.ts';
import { tableSource } from './shareRows.ts';
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
    return this.#joined(field, target, counted);
  }

  /**
   * The SQL of the id behind a reference to one of several objects: null where
   * whoever runs the statement may not read the record.
   */
  visibleKey({ field, targets }: ParentStep): string {
    const key = this.column(field.name);
    const hiding = targets.filter((target) => this.#tables.hides(target));
    if (hiding.length === 0) return key;
    const cases = hiding.map((target) => {
      const prefix = this.#tables.builder.bind(target.keyPrefix);
      return `WHEN ${prefix} THEN ${this.#joined(field, target, true).column('Id')}`;
    });
    return `CASE substr(${key}, 1, 3) ${cases.join(' ')} ELSE ${key} END`;
  }

  /** @param seen whether only a record counts that the user may read: formulas look at what is hidden as well */
  #joined(field: Field, target: SObjectType, seen: boolean): TableNode {
    const hidden = seen && this.#tables.hides(target);
    const key = `${field.name}.${target.name}${hidden ? ' seen' : ''}`;
    const known = this.#parents.get(key);
    if (known !== undefined) return known;
    const on = (alias: string): string => {
      const condition = `${alias}."Id" = ${this.column(field.name)}`;
      return hidden ? `${condition} AND ${this.#tables.readable(target, alias)}` : condition;
    };
    const node = this.#tables.join(target, on, this);
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
  readonly #formulaSchema: Schema;
  readonly #access: Pick<UserAccess, 'records'> | undefined;
  #source: string | undefined;
  #followed = 0;

  /**
   * @param schema what the query may name
   * @param formulaSchema what formula fields may name, which compute whatever is hidden from who reads them
   * @param access of whoever runs the statement, which hides parents from them; absent in system mode
   */
  constructor(schema: Schema, builder: SqlBuilder, object: SObjectType, formulaSchema = schema, access?: Pick<UserAccess, 'records'>) {
    this.schema = schema;
    this.#formulaSchema = formulaSchema;
    this.#access = access;
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

  /** Takes the rows of the object of FROM from this SQL rather than from its table. */
  readFrom(source: string): void {
    this.#source = source;
  }

  /** Whether some records of the object are hidden from whoever runs the statement. */
  hides(object: SObjectType): boolean {
    return readFilter(this.#access, object) !== undefined;
  }

  /** The condition that whoever runs the statement may read the record in the table `alias`. */
  readable(object: SObjectType, alias: string): string {
    return readableSql(this.#access, object, this.builder, alias) ?? '1';
  }

  join(object: SObjectType, on: (alias: string) => string, child?: TableNode): TableNode {
    const alias = this.builder.alias();
    // A formula joins what the query may not name: whoever meets the table by the query sees what the user sees.
    const node = new TableNode(this.schema.object(object.name) ?? object, alias, this, child);
    this.#joins.push({ node, sql: `JOIN ${tableSource(this.#formulaSchema, object)} AS ${alias} ON ${on(alias)}` });
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
    return [`${this.#source ?? tableSource(this.#formulaSchema, this.root.object)} AS ${this.root.alias}`, ...joins].join(' ');
  }

  #joinGlobal(key: string): TableNode | undefined {
    const object = globalObject(this.#formulaSchema, key);
    if (object === undefined) return undefined;
    if (key === '$user') return this.join(object, (alias) => `${alias}."Id" = ${this.builder.bind(USER_ID)}`);
    if (key === '$organization') return this.join(object, (alias) => `${alias}."Id" = (SELECT min("Id") FROM "Organization")`);
    const user = this.global('$User');
    const field = globalObject(this.#formulaSchema, '$user')?.fields.get(key === '$profile' ? 'profileid' : 'userroleid');
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
