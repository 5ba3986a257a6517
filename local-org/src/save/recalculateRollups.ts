import type { Field, FieldValues, SObjectType, Schema } from '../schema/types.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { RecordStore } from '../storage/recordStore.ts';
import { FormulaEnvironment } from './formulaRecord.ts';
import { RecordFormulas } from './recordFormulas.ts';
import { rollupGroups, type CompiledRollup, type RollupGroup } from './rollupPlan.ts';
import { total } from './rollupTotals.ts';
import type { RequestUser } from '../requestUser.ts';

/** What a recalculation works on. */
export interface RecalculationContext {
  readonly database: OrgDatabase;
  readonly schema: Schema;
  readonly store: RecordStore;
  readonly organizationId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly user: RequestUser;
}

/**
 * Works out anew the roll-ups whose definition is new or has changed since the
 * org last started, for all parents, details first. As on the platform, no flow
 * runs and no rule is asked.
 * @returns names of the fields that were recalculated, `Object.Field`
 */
export function recalculateRollups(context: RecalculationContext): readonly string[] {
  const { database, schema } = context;
  database.execute('CREATE TABLE IF NOT EXISTS local_rollup (field TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT');
  const formulas = new RecordFormulas(schema);
  const groups = detailsFirst([...schema.objects.values()].flatMap((child) => rollupGroups(schema, formulas, child)));
  return database.transaction(() => groups.flatMap((group) => recalculateGroup(context, group)));
}

function recalculateGroup(context: RecalculationContext, group: RollupGroup): string[] {
  const changed = group.rollups.filter((rollup) => knownDefinition(context, group, rollup) !== definitionOf(group, rollup));
  if (changed.length === 0) return [];
  const environment = new FormulaEnvironment(context.schema, context.store, context);
  const foreignKey = fieldNamed(group.child, group.foreignKey);
  const parents = context.database.prepare(`SELECT "Id" AS id FROM "${group.parent.name}" WHERE "IsDeleted" = 0`).all();
  for (const { id } of parents) {
    const parentId = String(id);
    const children = [...context.store.read(group.child, context.store.idsWhere(group.child, foreignKey, [parentId])).values()];
    const values: FieldValues = {};
    for (const rollup of changed) values[rollup.field.name] = total(rollup, children, environment);
    context.store.update(group.parent, parentId, values);
  }
  for (const rollup of changed) keepDefinition(context, group, rollup);
  return changed.map((rollup) => nameOf(group, rollup));
}

/** Groups in an order in which a roll-up that sums roll-ups comes after those. */
function detailsFirst(groups: readonly RollupGroup[]): RollupGroup[] {
  const depthOf = (object: SObjectType, seen: readonly string[] = []): number => {
    if (seen.includes(object.name)) return 0;
    const below = groups.filter((group) => group.parent === object);
    return below.length === 0 ? 0 : 1 + Math.max(...below.map((group) => depthOf(group.child, [...seen, object.name])));
  };
  return groups.toSorted((left, right) => depthOf(left.parent) - depthOf(right.parent));
}

function knownDefinition({ database }: RecalculationContext, group: RollupGroup, rollup: CompiledRollup): unknown {
  return database.prepare('SELECT definition FROM local_rollup WHERE field = ?').get(nameOf(group, rollup))?.['definition'];
}

function keepDefinition({ database }: RecalculationContext, group: RollupGroup, rollup: CompiledRollup): void {
  database
    .prepare(
      'INSERT INTO local_rollup (field, definition) VALUES (?, ?) ON CONFLICT (field) DO UPDATE SET definition = excluded.definition',
    )
    .run(nameOf(group, rollup), definitionOf(group, rollup));
}

/** The roll-up, with the formulas of the fields that it reads, as one text. */
function definitionOf(group: RollupGroup, { field: { rollup } }: CompiledRollup): string {
  const names = [rollup?.summarizedField, ...(rollup?.filters ?? []).map((filter) => filter.field)];
  const formulas = names.map((name) => group.child.fields.get((name ?? '').toLowerCase())?.formula ?? null);
  return JSON.stringify({ rollup, formulas });
}

function nameOf(group: RollupGroup, { field }: CompiledRollup): string {
  return `${group.parent.name}.${field.name}`;
}

function fieldNamed(object: SObjectType, name: string): Field {
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined) throw new Error(`${object.name} has no field ${name}`);
  return field;
}
