import type { SharingRule } from '../../schema/sharingRules.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import { quoteName, type SqlValue } from '../../storage/columns.ts';
import type { BindUserValue, RecordLevel, SharingUser } from '../types.ts';
import type { BoundValues } from './boundValues.ts';
import { criteriaSql } from './criteriaSql.ts';
import type { ParentLink, SharingModel, SharingModels } from './models.ts';
import { FOLDER_SHARES } from './folderShares.ts';
import { accountChildren, childSource, implicitParents } from './implicitSharing.ts';

/** A condition, or what holds for every record. */
export type Predicate = string | boolean;

/**
 * How the condition is asked: for many rows, where lists of what can be reached
 * are worked out once; or for few named rows, each looked up by itself.
 */
export type PredicateStyle = 'many' | 'few';

/** What a condition is made of. */
export interface PredicateBasis {
  readonly schema: Schema;
  readonly models: SharingModels;
  readonly values: BoundValues;
}

type OwnModel = Extract<SharingModel, { kind: 'own' }>;

const order: Readonly<Record<RecordLevel | 'none', number>> = { none: 0, read: 1, edit: 2, full: 3 };

/** Writes the condition under which a user reaches a record, for one place in one statement. */
export class PredicateWriter {
  readonly #basis: PredicateBasis;
  readonly #user: SharingUser;
  readonly #bind: BindUserValue;
  readonly #style: PredicateStyle;
  readonly #constants = new Map<SqlValue, string>();
  readonly #prefix: string;
  #aliases = 0;

  /** @param place the table's alias in the statement: inner tables are named after it */
  constructor(basis: PredicateBasis, user: SharingUser, place: string, bind: BindUserValue, style: PredicateStyle) {
    this.#basis = basis;
    this.#user = user;
    this.#prefix = place;
    this.#bind = bind;
    this.#style = style;
  }

  /** The condition for the record in the table `alias`; true or false where it is the same for all. */
  condition(object: SObjectType, level: RecordLevel, alias: string): Predicate {
    if (this.#seesAll(object, level)) return true;
    const model = this.#basis.models.of(object);
    switch (model.kind) {
      case 'open':
        return true;
      case 'own':
        return this.#own(object, model, level, alias);
      case 'parents':
        return this.#parents(model, level, alias);
      case 'self':
        return this.#user.system(model.permission) || `${alias}.${quoteName(model.field)} = ${this.#bind(this.#basis.values.me)}`;
      case 'folder':
        return this.#folder(model, level, alias);
      case 'files':
        return this.#files(model, level, alias);
    }
  }

  /** The folder is shared with the user, or it is the one that the whole organization has. */
  #folder({ folder, permission, only }: Extract<SharingModel, { kind: 'folder' }>, level: RecordLevel, alias: string): Predicate {
    if (this.#user.system(permission)) return true;
    const key = `${alias}.${quoteName(folder)}`;
    const parts: Predicate[] = [this.#shares(FOLDER_SHARES, 'AccessLevel', key, level), `${key} GLOB '00D*'`];
    if (only !== undefined) parts.push(`${alias}."Type" NOT IN (${only.map((type) => this.#constant(type)).join(', ')})`);
    return any(parts);
  }

  #seesAll(object: SObjectType, level: RecordLevel): boolean {
    const { viewAll, modifyAll } = this.#user.object(object.name);
    if (modifyAll || this.#user.system('ModifyAllData')) return true;
    return level === 'read' && (viewAll || this.#user.system('ViewAllData'));
  }

  #own(object: SObjectType, model: OwnModel, level: RecordLevel, alias: string): Predicate {
    const { privateWithout } = model;
    const shared = order[model.everybody] >= order[level] ? true : this.#granted(object, model, level, alias);
    if (privateWithout === undefined) return shared;
    const parent = `${alias}.${quoteName(privateWithout.name)}`;
    return any([`${parent} IS NULL AND ${this.#isMine(alias)}`, all([`${parent} IS NOT NULL`, shared])]);
  }

  /** What is granted beyond the default: by owner, shares, rules, the account, and parents of activities. */
  #granted(object: SObjectType, model: OwnModel, level: RecordLevel, alias: string): Predicate {
    const { schema } = this.#basis;
    const parts: Predicate[] = [...this.#explicit(object, model, level, alias)];
    const child = accountChildren.find((name) => name === object.name);
    if (child !== undefined) parts.push(...this.#throughAccount(child, level, alias));
    if (object.name === 'Account' && level === 'read') {
      for (const source of implicitParents(schema)) {
        const inner = this.#alias();
        const childModel = this.#basis.models.of(source.object);
        if (childModel.kind !== 'own') continue;
        const reached = all([`${inner}."IsDeleted" = 0`, any(this.#explicit(source.object, childModel, 'read', inner))]);
        parts.push(this.#among(`${alias}."Id"`, source.object, inner, quoteName(source.field), reached));
      }
    }
    if (model.readers.length > 0 && level === 'read') parts.push(...model.readers.map((link) => this.#link(link, level, alias)));
    return any(parts);
  }

  /** Owner, shares of the record, and sharing rules: what also opens the account above. */
  #explicit(object: SObjectType, model: OwnModel, level: RecordLevel, alias: string): readonly Predicate[] {
    const { values, schema } = this.#basis;
    const parts: Predicate[] = [`${alias}."OwnerId" IN ${this.#list(values.owners(object.name, level))}`];
    if (model.share !== undefined && level !== 'full') parts.push(this.#shares(model.share, model.share.level, `${alias}."Id"`, level));
    for (const rule of schema.sharingRules?.get(object.name.toLowerCase()) ?? []) {
      if (rule.sharedFrom !== undefined || level === 'full' || (level === 'edit' && rule.level === 'Read')) continue;
      parts.push(this.#criteria(object, rule, `${alias}."Id"`, alias));
    }
    return parts;
  }

  /** The record is among those shared with the user at this level. */
  #shares(share: { readonly table: string; readonly parent: string }, levelField: string, key: string, level: RecordLevel): string {
    const inner = this.#alias();
    const parent = `${inner}.${quoteName(share.parent)}`;
    const wanted = level === 'read' ? `('Read', 'Edit', 'All')` : `('Edit', 'All')`;
    const shared = `${inner}."UserOrGroupId" IN ${this.#list(this.#basis.values.principals)} AND ${inner}.${quoteName(levelField)} IN ${wanted} AND ${inner}."IsDeleted" = 0`;
    const from = `FROM ${quoteName(share.table)} AS ${inner}`;
    return this.#style === 'many'
      ? `${key} IN (SELECT ${parent} ${from} WHERE ${shared})`
      : `EXISTS (SELECT 1 ${from} WHERE ${parent} = ${key} AND ${shared})`;
  }

  /**
   * The record with this id passes a rule that shares with the user.
   * @param alias table of the record itself, where it is at hand: looking at its fields is quicker than a list of all that pass
   */
  #criteria(object: SObjectType, rule: SharingRule, key: string, alias: string | undefined): string {
    const gate = this.#bind(this.#basis.values.isSharedTo(rule));
    if (alias !== undefined) return `(${gate} = 1 AND ${this.#criteriaOf(rule, alias)})`;
    const inner = this.#alias();
    return `${key} IN (SELECT ${inner}."Id" FROM ${quoteName(object.name)} AS ${inner} WHERE ${gate} = 1 AND ${this.#criteriaOf(rule, inner)})`;
  }

  #criteriaOf(rule: SharingRule, alias: string): string {
    return criteriaSql(rule, alias, (value) => this.#constant(value));
  }

  /** What the account gives on its children: to its owner by role, by shares and rules of the account. */
  #throughAccount(child: (typeof accountChildren)[number], level: RecordLevel, alias: string): readonly Predicate[] {
    if (level === 'full') return [];
    const { schema, values } = this.#basis;
    const { account, share, levelField, field } = childSource(schema, child);
    if (account === undefined) return [];
    const key = `${alias}.${quoteName(field)}`;
    const inner = this.#alias();
    const owned = `${inner}."OwnerId" IN ${this.#list(values.accountOwners(child, level))}`;
    const parts: Predicate[] = [this.#among(key, account, inner, '"Id"', owned)];
    if (share !== undefined) parts.push(this.#shares(share, levelField, key, level));
    for (const rule of schema.sharingRules?.get('account') ?? []) {
      const given = rule.childLevels.get(child);
      if (rule.sharedFrom !== undefined || given === undefined || (level === 'edit' && given === 'Read')) continue;
      parts.push(this.#criteria(account, rule, key, undefined));
    }
    return parts;
  }

  #parents(model: Extract<SharingModel, { kind: 'parents' }>, level: RecordLevel, alias: string): Predicate {
    const { links, join, alone } = model;
    const linked = links.map((link) => this.#link(link, level, alias));
    if (join === 'all') return all(linked);
    const reached = any(linked);
    if (alone === 'none') return reached;
    const none = links.map(({ field }) => `${alias}.${quoteName(field.name)} IS NULL`).join(' AND ');
    return any([alone === 'open' ? `(${none})` : `(${none} AND ${this.#isMine(alias)})`, reached]);
  }

  /** The parent behind a field can be reached. */
  #link({ field, targets, needs }: ParentLink, level: RecordLevel, alias: string): Predicate {
    const key = `${alias}.${quoteName(field.name)}`;
    const [only, second] = targets;
    if (only !== undefined && second === undefined) return this.#parentAt(key, only, needs[level]);
    const cases = targets.map((target) => {
      const reached = this.#parentAt(key, target, needs[level]);
      return `WHEN ${this.#constant(target.keyPrefix)} THEN ${typeof reached === 'string' ? reached : reached ? `${key} IS NOT NULL` : '0'}`;
    });
    return `(CASE substr(${key}, 1, 3) ${cases.join(' ')} ELSE 0 END)`;
  }

  #parentAt(key: string, target: SObjectType, level: RecordLevel): Predicate {
    const inner = this.#alias();
    const reached = this.condition(target, level, inner);
    if (reached === true) return `${key} IS NOT NULL`;
    return this.#among(key, target, inner, '"Id"', reached);
  }

  #files({ links, entity }: Extract<SharingModel, { kind: 'files' }>, level: RecordLevel, alias: string): Predicate {
    const mine = this.#isMine(alias);
    if (level !== 'read') return mine;
    const inner = this.#alias();
    const principals = `${inner}."LinkedEntityId" IN ${this.#list(this.#basis.values.principals)}`;
    const records = { ...entity, targets: entity.targets.filter(({ name }) => name !== 'User') };
    return any([
      mine,
      this.#among(`${alias}."Id"`, links, inner, '"ContentDocumentId"', any([principals, this.#link(records, 'read', inner)])),
    ]);
  }

  /** A value is among those of a column in the rows that a condition holds for. */
  #among(key: string, object: SObjectType, inner: string, column: string, condition: Predicate): Predicate {
    if (condition === false) return false;
    const where = condition === true ? '' : condition;
    const from = `FROM ${quoteName(object.name)} AS ${inner} WHERE`;
    return this.#style === 'many'
      ? `${key} IN (SELECT ${inner}.${column} ${from} ${where === '' ? '1' : where})`
      : `EXISTS (SELECT 1 ${from} ${inner}.${column} = ${key}${where === '' ? '' : ` AND ${where}`})`;
  }

  #isMine(alias: string): string {
    return `${alias}."OwnerId" = ${this.#bind(this.#basis.values.me)}`;
  }

  #list(value: Parameters<BindUserValue>[0]): string {
    return `(SELECT value FROM json_each(${this.#bind(value)}))`;
  }

  /** A value of the metadata. */
  #constant(value: SqlValue): string {
    let placeholder = this.#constants.get(value);
    if (placeholder === undefined) this.#constants.set(value, (placeholder = this.#bind(() => value)));
    return placeholder;
  }

  #alias(): string {
    this.#aliases += 1;
    return `${this.#prefix}_s${this.#aliases}`;
  }
}

function any(parts: readonly Predicate[]): Predicate {
  if (parts.includes(true)) return true;
  const conditions = parts.filter((part) => typeof part === 'string');
  if (conditions.length < 2) return conditions[0] ?? false;
  return `(${conditions.join(' OR ')})`;
}

function all(parts: readonly Predicate[]): Predicate {
  if (parts.includes(false)) return false;
  const conditions = parts.filter((part) => typeof part === 'string');
  if (conditions.length < 2) return conditions[0] ?? true;
  return `(${conditions.join(' AND ')})`;
}
