import type { MetadataProblem } from '../errors.ts';
import type { Field, Schema, SObjectType } from '../schema/types.ts';
import { isStored, quoteName, storageKind } from './columns.ts';
import type { OrgDatabase } from './database.ts';
import { conversionOf, refusedChange } from './fieldConversions.ts';

/**
 * What the records of an org forbid of a change from one schema to the next, in the platform's words.
 * @param gone custom objects and fields that were deleted and made again, as in `prepareStorage`
 */
export function migrationProblems(
  database: OrgDatabase,
  before: Schema,
  after: Schema,
  gone: ReadonlySet<string>,
): readonly MetadataProblem[] {
  return [...after.objects.values()].flatMap((object) => {
    const old = before.object(object.name);
    if (old === undefined || gone.has(object.name.toLowerCase())) return [];
    const fieldBefore = ({ name }: Field): Field | undefined =>
      gone.has(`${object.name}.${name}`.toLowerCase()) ? undefined : old.fields.get(name.toLowerCase());
    return [...object.fields.values()]
      .filter((field) => field.custom)
      .flatMap((field) => {
        const message = fieldProblem(new RecordsOf(database, old), fieldBefore(field), field);
        return message === undefined ? [] : [{ file: `objects/${object.name}/fields/${field.name}.field-meta.xml`, message }];
      });
  });
}

/** The org's records of an object, as they were before. */
class RecordsOf {
  readonly #database: OrgDatabase;
  readonly #table: string;

  constructor(database: OrgDatabase, object: SObjectType) {
    this.#database = database;
    this.#table = quoteName(object.name);
  }

  some(condition: string): boolean {
    return this.#database.prepare(`SELECT 1 FROM ${this.#table} WHERE "IsDeleted" = 0 AND (${condition}) LIMIT 1`).get() !== undefined;
  }

  repeats(column: string): boolean {
    const sql = `SELECT 1 FROM ${this.#table} WHERE "IsDeleted" = 0 AND ${column} IS NOT NULL GROUP BY ${column} HAVING count(*) > 1 LIMIT 1`;
    return this.#database.prepare(sql).get() !== undefined;
  }
}

function fieldProblem(records: RecordsOf, before: Field | undefined, after: Field): string | undefined {
  if (before === undefined) return newFieldProblem(records, after);
  const refused = refusedChange(before, after);
  if (refused !== undefined) return refused;
  if (!isStored(after) || !isStored(before)) return undefined;
  const column = quoteName(before.name);
  const hasValue = storageKind(before) === 'boolean' ? '1' : `${column} IS NOT NULL`;
  if (conversionOf(before, after) === 'lost' && records.some(hasValue)) return 'Cannot change type due to existing data';
  const becomesDetail = before.reference?.masterDetail === undefined && after.reference?.masterDetail !== undefined;
  if (becomesDetail && records.some(`${column} IS NULL`)) {
    return 'Cannot change a Lookup to a MasterDetail: some records have no value in this field';
  }
  if (after.unique && (!before.unique || (before.caseSensitive && !after.caseSensitive))) return duplicateProblem(records, after, column);
  return undefined;
}

function newFieldProblem(records: RecordsOf, field: Field): string | undefined {
  if (field.reference?.masterDetail === undefined || !records.some('1')) return undefined;
  return (
    'Cannot create a MasterDetail field on an object that has records: create a Lookup, ' +
    'fill it in on all records, and then change it to a MasterDetail'
  );
}

function duplicateProblem(records: RecordsOf, { caseSensitive, ...field }: Field, column: string): string | undefined {
  const key = storageKind(field) === 'text' && !caseSensitive ? `fold(${column})` : column;
  return records.repeats(key) ? 'Cannot make the field unique: some records have the same value' : undefined;
}
