import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { Field, SObjectType } from '../../schema/types.ts';
import { parseQuery } from '../../soql/parser.ts';
import type { QueryRecord } from '../../soql/types.ts';
import { isStored, quoteName } from '../../storage/columns.ts';
import { fold, foldSql } from '../../storage/fold.ts';
import type { Returning, SearchGroup, SearchStatement } from './searchStatement.ts';
import { matchesTerm, neededTexts, type SearchTerm } from './searchTerm.ts';

/**
 * Looks for words in the org's records. Records are found at once after they
 * were saved: there is no index that lags behind.
 * @throws SalesforceError INVALID_TYPE, INVALID_FIELD, ... when what is to be returned is not there
 */
export function runSearch(org: Org, user: RequestUser, search: SearchStatement): readonly QueryRecord[] {
  const wanted = search.returning.length > 0 ? search.returning : searchable(org);
  const found: QueryRecord[] = [];
  for (const returning of wanted) {
    if (found.length >= search.limit) break;
    found.push(...searchObject(org, user, search, returning).slice(0, search.limit - found.length));
  }
  return found;
}

function searchable(org: Org): Returning[] {
  return [...org.schema.objects.values()]
    .filter((object) => object.settings.search && object.queryable)
    .map((object) => ({ object: object.name, fields: 'Id', clauses: '' }));
}

function searchObject(org: Org, user: RequestUser, { term, group, limit }: SearchStatement, returning: Returning): readonly QueryRecord[] {
  const object = org.schema.object(returning.object);
  if (object === undefined) throw new SalesforceError('INVALID_TYPE', `sObject type '${returning.object}' is not supported.`);
  const { statement } = parseQuery(`SELECT ${returning.fields} FROM ${object.name}${returning.clauses}`);
  const ids = idsWith(org, object, fieldsOf(object, group), term);
  const isFound = { kind: 'in' as const, left: ['Id'], negated: false, values: ids.map((value) => ({ kind: 'string' as const, value })) };
  const where = statement.where === undefined ? isFound : { kind: 'and' as const, conditions: [isFound, statement.where] };
  if (ids.length === 0) org.queries.columns(`SELECT ${returning.fields} FROM ${object.name}${returning.clauses}`, user);
  return ids.length === 0 ? [] : org.queries.open({ ...statement, where }, user).read(0, limit);
}

const textTypes: ReadonlySet<Field['type']> = new Set([
  'string',
  'textarea',
  'longtextarea',
  'email',
  'phone',
  'url',
  'picklist',
  'multipicklist',
  'combobox',
]);

function fieldsOf(object: SObjectType, group: SearchGroup): Field[] {
  const texts = [...object.fields.values()].filter((field) => isStored(field) && textTypes.has(field.type));
  switch (group) {
    case 'EMAIL':
      return texts.filter((field) => field.type === 'email');
    case 'PHONE':
      return texts.filter((field) => field.type === 'phone');
    case 'NAME':
    case 'SIDEBAR':
      return texts.filter((field) => field.name === object.nameField || /^(?:First|Last|Middle)Name$/u.test(field.name));
    case 'ALL':
      return texts;
  }
}

/** Ids of the records of which the texts together hold what is looked for. */
function idsWith(org: Org, object: SObjectType, fields: readonly Field[], term: SearchTerm): string[] {
  if (fields.length === 0) return [];
  const columns = fields.map((field) => quoteName(field.name));
  const needed = neededTexts(term) ?? [];
  const narrowed = needed.flatMap((text) => columns.map((column) => ({ sql: `instr(${foldSql(column)}, ?) > 0`, text })));
  const where = narrowed.length === 0 ? '' : ` AND (${narrowed.map(({ sql }) => sql).join(' OR ')})`;
  const statement = org.database.prepare(
    `SELECT "Id" AS id, ${columns.join(', ')} FROM ${quoteName(object.name)} WHERE "IsDeleted" = 0${where} ORDER BY "Id"`,
  );
  const ids: string[] = [];
  for (const row of statement.iterate(...narrowed.map(({ text }) => text))) {
    const text = fold(fields.map((field) => row[field.name] ?? '').join('\n'));
    if (matchesTerm(term, text)) ids.push(String(row['id']));
  }
  return ids;
}
