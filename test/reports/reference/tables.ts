import type { Client, Json, Row } from '../client.ts';
import { Reach } from '../reach.ts';
import type { ReportTypeFile } from './reportFile.ts';

/** One of a report's rows, before filters: value by token. Absent children of an outer join are null. */
export type Values = ReadonlyMap<string, Json>;

/** What a column of a report is. */
export interface Column {
  readonly token: string;
  /** Name by which the Analytics API and formulas call it. */
  readonly wireName: string;
  /** Type of the field, as its describe says. */
  readonly type: string;
  /** A name or a lookup: groups show the record's name. */
  readonly isLookup: boolean;
}

interface Described {
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly nameField: boolean;
    readonly relationshipName: string | null;
    readonly referenceTo: readonly string[];
  }[];
  readonly childRelationships: readonly {
    readonly childSObject: string;
    readonly field: string;
    readonly relationshipName: string | null;
  }[];
}

/** One object of a report type. */
interface Level {
  readonly object: string;
  /** As tokens name it: `Account.AccountPulses__r`. */
  readonly table: string;
  /** Field that points at the level above. */
  readonly parentField: string | undefined;
  readonly outer: boolean;
}

/** Reads a report's rows by SOQL, one query an object, and joins them here: nothing of the report engine takes part. */
export class Tables {
  readonly #client: Client;
  readonly #reach: Reach;
  readonly #describes = new Map<string, Promise<Described>>();
  readonly #queries = new Map<string, Promise<readonly Row[]>>();

  /** @param client of the administrator, from whom nothing is hidden */
  constructor(client: Client, reach = new Reach()) {
    this.#client = client;
    this.#reach = reach;
  }

  /** The objects of a report type: table, as tokens name it, by object. */
  async tables(type: ReportTypeFile): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.#levels(type)).map(({ object, table }) => [object, table]));
  }

  /** Columns by token. @throws Error for a token that leads nowhere */
  async columns(type: ReportTypeFile, tokens: readonly string[]): Promise<ReadonlyMap<string, Column>> {
    const levels = await this.#levels(type);
    return new Map(await Promise.all(tokens.map(async (token) => [token, await this.#column(levels, token)] as const)));
  }

  /** Every row of the report type, with the values of these tokens and the id of each object's record under `<table>$Id`. */
  async rows(type: ReportTypeFile, tokens: readonly string[]): Promise<readonly Values[]> {
    const levels = await this.#levels(type);
    let joined: readonly Values[] = [new Map()];
    for (const [depth, level] of levels.entries()) {
      const own = await this.#rowsOf(level, [...new Set([...tokens, `${level.table}$Id`])]);
      const above = levels[depth - 1];
      joined = above === undefined ? own.map(({ values }) => values) : joinedBelow(joined, `${above.table}$Id`, own, level.outer);
    }
    return joined;
  }

  /** Rows of a query on one object that the viewer reaches. */
  async reached(object: string, soql: string): Promise<readonly Row[]> {
    return this.#reach.of(object, await this.query(soql));
  }

  /** All rows of a query. */
  query(soql: string): Promise<readonly Row[]> {
    const known = this.#queries.get(soql) ?? this.#client.query(soql);
    this.#queries.set(soql, known);
    return known;
  }

  async #levels(type: ReportTypeFile): Promise<readonly Level[]> {
    const levels: Level[] = [{ object: type.baseObject, table: type.baseObject, parentField: undefined, outer: false }];
    for (const { relationship, outer } of type.joins) {
      const above = levels.at(-1);
      if (above === undefined) break;
      const described = await this.#describe(above.object);
      const found = described.childRelationships.find(({ relationshipName }) => relationshipName === relationship);
      if (found === undefined) throw new Error(`${above.object} has no children ${relationship}`);
      levels.push({ object: found.childSObject, table: `${above.table}.${relationship}`, parentField: found.field, outer });
    }
    return levels;
  }

  async #column(levels: readonly Level[], token: string): Promise<Column> {
    const [table = '', path = ''] = token.split('$');
    const level = levels.find((candidate) => candidate.table === table);
    if (level === undefined) throw new Error(`${token}: no such table`);
    const { field } = await this.#follow(level.object, path);
    return {
      token,
      wireName: `${level.object}.${path}`,
      type: field.type,
      isLookup: field.type === 'reference' || field.nameField,
    };
  }

  /** The field at the end of a path and the path as SOQL writes it. */
  async #follow(object: string, path: string): Promise<{ readonly field: Described['fields'][number]; readonly soql: string }> {
    const [first = '', ...rest] = path.split('.');
    const { fields } = await this.#describe(object);
    const named = fields.find(
      (field) => field.name === first || (field.relationshipName === first && (rest.length > 0 || !hasField(fields, first))),
    );
    if (named === undefined) throw new Error(`${object} has no field ${first}`);
    if (rest.length === 0) {
      // A lookup is told by its name, unless its id itself is asked for.
      const byName = named.type === 'reference' && !(first === named.name && first.endsWith('Id'));
      return { field: named, soql: byName ? `${named.relationshipName ?? ''}.${await this.#nameFieldOf(named)}` : named.name };
    }
    // An owner is a user or a queue; what a report asks of it is the user's.
    const target = named.referenceTo.includes('User') ? 'User' : (named.referenceTo[0] ?? '');
    const further = await this.#follow(target, rest.join('.'));
    return { field: further.field, soql: `${named.relationshipName ?? ''}.${further.soql}` };
  }

  async #rowsOf(level: Level, tokens: readonly string[]): Promise<readonly { readonly parent: Json; readonly values: Values }[]> {
    const own = tokens.filter((token) => token.startsWith(`${level.table}$`));
    const paths = await Promise.all(
      own.map(async (token) => ({ token, soql: (await this.#follow(level.object, token.slice(level.table.length + 1))).soql })),
    );
    const users = new Map((await this.#users()).map((user) => [user['Id'], user]));
    const selected = [
      ...new Set([...paths.map(({ soql }) => withoutOwner(soql)), ...(level.parentField === undefined ? [] : [level.parentField]), 'Id']),
    ];
    const rows = await this.#reach.of(level.object, await this.query(`SELECT ${selected.sort().join(', ')} FROM ${level.object}`));
    return rows.map((row) => ({
      parent: level.parentField === undefined ? null : (row[level.parentField] ?? null),
      values: new Map(paths.map(({ token, soql }) => [token, valueAt(row, soql, users)])),
    }));
  }

  /** What records of a lookup are called by: a case by its number. */
  async #nameFieldOf({ referenceTo: [only = '', ...others] }: Described['fields'][number]): Promise<string> {
    if (others.length > 0) return 'Name';
    return (await this.#describe(only)).fields.find(({ nameField }) => nameField)?.name ?? 'Name';
  }

  #users(): Promise<readonly Row[]> {
    return this.query('SELECT Id, Name, Department, UserRole.Name, Division, Title, IsActive, ManagerId, Manager.Name FROM User');
  }

  #describe(object: string): Promise<Described> {
    const known = this.#describes.get(object) ?? (this.#client.get('GET', `sobjects/${object}/describe`) as Promise<Described>);
    this.#describes.set(object, known);
    return known;
  }
}

const hasField = (fields: Described['fields'], name: string): boolean => fields.some((field) => field.name === name);

/** Fields of an owner cannot be read through it, as it may be a queue: its id is read instead. */
function withoutOwner(soql: string): string {
  const match = /^(?<before>.*?)Owner\.(?<rest>.+)$/u.exec(soql);
  return match?.groups?.['rest'] === undefined || match.groups['rest'] === 'Name' ? soql : `${match.groups['before'] ?? ''}OwnerId`;
}

function valueAt(row: Row, soql: string, users: ReadonlyMap<Json | undefined, Row>): Json {
  const read = withoutOwner(soql);
  const value = read.split('.').reduce<Json>((at, name) => (isObject(at) ? (at[name] ?? null) : null), row);
  if (read === soql) return value;
  const user = users.get(value);
  return user === undefined ? null : valueAt(user, soql.slice(soql.indexOf('Owner.') + 'Owner.'.length), users);
}

const isObject = (value: Json): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

function joinedBelow(
  above: readonly Values[],
  idToken: string,
  below: readonly { readonly parent: Json; readonly values: Values }[],
  outer: boolean,
): readonly Values[] {
  const byParent = Map.groupBy(below, ({ parent }) => parent);
  return above.flatMap((row) => {
    const id = row.get(idToken) ?? null;
    const found = id === null ? [] : (byParent.get(id) ?? []);
    if (found.length === 0) return outer ? [row] : [];
    return found.map(({ values }) => new Map([...row, ...values]));
  });
}
