import type { Schema, SObjectType } from '../../schema/types.ts';
import { quoteName, type SqlValue } from '../../storage/columns.ts';
import type { OrgDatabase } from '../../storage/database.ts';
import type { BindUserValue, RecordFilter, RecordLevel, RecordSharing, SharingUser } from '../types.ts';
import { BoundValues } from './boundValues.ts';
import { SharingModels } from './models.ts';
import { prepareFolderShares } from './folderShares.ts';
import { CurrentStructure } from './orgStructure.ts';
import { PredicateWriter, type Predicate, type PredicateStyle } from './predicate.ts';
import { prepareStructure } from './structureTables.ts';

/** Record-level access as on the platform: defaults of the organization, owners, roles, groups, shares and rules. */
export class OrgSharing implements RecordSharing {
  readonly models: SharingModels;
  readonly structure: CurrentStructure;
  readonly #schema: Schema;
  readonly #database: OrgDatabase;
  readonly #values: BoundValues;

  /** @param database whose tables fit the schema */
  constructor(schema: Schema, database: OrgDatabase) {
    prepareStructure(database);
    prepareFolderShares(database);
    this.#schema = schema;
    this.#database = database;
    this.models = new SharingModels(schema);
    this.structure = new CurrentStructure(database);
    this.#values = new BoundValues(schema, this.structure);
  }

  records(user: SharingUser, object: SObjectType, level: RecordLevel): 'all' | RecordFilter {
    // What holds for every record does not depend on where the condition stands.
    const trial = this.#write(user, object, level, 't', () => '?', 'many');
    if (trial === true) return 'all';
    return { sql: (alias, bind) => asSql(this.#write(user, object, level, alias, bind, 'many')) };
  }

  /** Those of the ids whose records the user reaches at this level. Records that are not there are not among them. */
  reached(user: SharingUser, object: SObjectType, ids: readonly string[], level: RecordLevel): ReadonlySet<string> {
    if (ids.length === 0) return new Set();
    const parameters: SqlValue[] = [JSON.stringify(ids)];
    const asUser = { id: user.userId };
    const bind: BindUserValue = (value) => {
      // Values of sharing need the user's id alone.
      parameters.push(value(asUser));
      return `?${parameters.length}`;
    };
    const condition = asSql(this.#write(user, object, level, 't', bind, 'few'));
    const table = quoteName(object.name);
    const sql = `SELECT t."Id" FROM ${table} AS t WHERE t."Id" IN (SELECT value FROM json_each(?1)) AND ${condition}`;
    return new Set(
      this.#database
        .prepareArrays(sql)
        .all(...parameters)
        .map(([id]) => String(id)),
    );
  }

  #write(user: SharingUser, object: SObjectType, level: RecordLevel, alias: string, bind: BindUserValue, style: PredicateStyle): Predicate {
    const known = this.#schema.object(object.name) ?? object;
    const basis = { schema: this.#schema, models: this.models, values: this.#values };
    return new PredicateWriter(basis, user, alias, bind, style).condition(known, level, alias);
  }
}

function asSql(predicate: Predicate): string {
  return typeof predicate === 'string' ? `(${predicate})` : predicate ? '(1)' : '(0)';
}
