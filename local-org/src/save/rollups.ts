import type { FieldValue, FieldValues } from '../schema/types.ts';
import type { FormulaEnvironment } from './formulaRecord.ts';
import { changedRows } from './prepareRows.ts';
import type { CompiledRollup, RollupGroup } from './rollupPlan.ts';
import { better, ParentChange, tidy, total } from './rollupTotals.ts';
import { formulaEnvironment, healthy, planOf, type SaveBatch, type SaveContext } from './saveContext.ts';
import type { SaveRow } from './saveRow.ts';

/** Saves parents by the order of execution, in the same transaction. */
export type SaveParents = (batch: SaveBatch) => void;

const batchSize = 200;

/**
 * Keeps the roll-ups of all parents that the written rows have or had. Counts
 * and sums move by the difference, so a save costs the same however many
 * children there are; an extreme that may have gone is looked for again. Each
 * parent goes through its own save, once for the batch; when it is refused, so
 * are its children.
 * @param except parents that are left as they are
 */
export function applyRollups(
  context: SaveContext,
  batch: SaveBatch,
  written: readonly SaveRow[],
  saveParents: SaveParents,
  except: ReadonlySet<string> = new Set(),
): void {
  const environment = formulaEnvironment(context, batch.user);
  for (const group of batch.plan.rollups) {
    const changes = changesByParent(group, batch, written, environment);
    for (const id of except) changes.delete(id);
    if (changes.size > 0) saveChanges(context, batch, group, changes, written, saveParents, environment);
  }
}

function changesByParent(
  group: RollupGroup,
  batch: SaveBatch,
  written: readonly SaveRow[],
  environment: FormulaEnvironment,
): Map<string, ParentChange> {
  const changes = new Map<string, ParentChange>();
  const changeOf = (child: FieldValues): ParentChange | undefined => {
    const parentId = child[group.foreignKey];
    if (typeof parentId !== 'string') return undefined;
    const known = changes.get(parentId) ?? new ParentChange(group);
    changes.set(parentId, known);
    return known;
  };
  for (const row of written) {
    if (row.failed) continue;
    if (row.prior !== undefined) changeOf(row.prior)?.remove(row.prior, environment);
    if (batch.operation === 'delete') continue;
    const change = changeOf(row.values);
    change?.add(row.values, environment);
    // A flow has saved the row again since: what is stored now is not what is added here.
    if (batch.savedAgain.has(row.id)) change?.doubt(row.values, environment);
  }
  return changes;
}

function saveChanges(
  context: SaveContext,
  batch: SaveBatch,
  group: RollupGroup,
  changes: ReadonlyMap<string, ParentChange>,
  written: readonly SaveRow[],
  saveParents: SaveParents,
  environment: FormulaEnvironment,
): void {
  const plan = planOf(context, group.parent.name);
  const ids = [...changes.keys()];
  for (let start = 0; start < ids.length; start += batchSize) {
    const inputs = ids.slice(start, start + batchSize).map((id, index) => ({ index, values: { Id: id } }));
    const rows = changedRows(context, plan, inputs, batch.user, batch.now).filter((row) => !row.failed);
    const moved = rows.filter((row) => {
      const change = changes.get(row.id);
      return change !== undefined && moveRollups(context, group, row, change, environment);
    });
    if (moved.length === 0) continue;
    saveParents({ plan, operation: 'update', rows: moved, user: batch.user, now: batch.now, savedAgain: new Set() });
    passOnFailures(group, moved, written);
  }
}

/** Puts the new figures into the parent's row; tells whether any of them differs. */
function moveRollups(
  context: SaveContext,
  group: RollupGroup,
  parent: SaveRow,
  change: ParentChange,
  environment: FormulaEnvironment,
): boolean {
  let children: FieldValues[] | undefined;
  const recompute = (rollup: CompiledRollup): FieldValue => {
    const extreme = extremeOf(context, group, rollup, parent.id, environment);
    if (extreme !== undefined) return extreme;
    children ??= childrenOf(context, group, parent.id);
    return total(rollup, children, environment);
  };
  group.rollups.forEach((rollup, place) => {
    const { name } = rollup.field;
    const before = parent.prior?.[name] ?? null;
    parent.values[name] = movedValue(rollup, before, change, place, () => recompute(rollup));
  });
  return group.rollups.some((rollup) => parent.changes(rollup.field.name));
}

function movedValue(
  rollup: CompiledRollup,
  before: FieldValue,
  change: ParentChange,
  place: number,
  recompute: () => FieldValue,
): FieldValue {
  if (rollup.operation === 'count' || rollup.operation === 'sum') return tidy(rollup, Number(before ?? 0) + (change.added[place] ?? 0));
  const candidate = change.candidates[place] ?? null;
  const removed = change.removed[place];
  const extremeMayBeGone =
    removed !== undefined && before !== null && removed.has(before) && better(rollup, before, candidate) !== candidate;
  if (extremeMayBeGone || change.isDoubtful(place)) return recompute();
  return better(rollup, before, candidate);
}

/** Children that are looked at first, and how many times as many each time that none of them counts. */
const firstLook = 20;
const growth = 5;

/**
 * The largest or smallest value that counts, found from its end of the index.
 * Undefined where there is no order to go by: a formula is not stored.
 */
function extremeOf(
  context: SaveContext,
  group: RollupGroup,
  rollup: CompiledRollup,
  parentId: string,
  environment: FormulaEnvironment,
): FieldValue | undefined {
  const { store } = context;
  const key = group.child.fields.get(group.foreignKey.toLowerCase());
  const by = group.child.fields.get(rollup.field.rollup?.summarizedField?.toLowerCase() ?? '');
  if (key === undefined || by === undefined || by.formula !== undefined) return undefined;
  const descending = rollup.operation === 'max';
  for (let offset = 0, limit = firstLook; ; offset += limit, limit *= growth) {
    const ids = store.idsInOrder(group.child, key, parentId, { by, descending, offset, limit });
    const children = store.read(group.child, ids);
    for (const id of ids) {
      const child = children.get(id);
      if (child !== undefined && rollup.matches(child, environment)) return rollup.value(child, environment);
    }
    if (ids.length < limit) return null;
  }
}

function childrenOf(context: SaveContext, group: RollupGroup, parentId: string): FieldValues[] {
  const key = group.child.fields.get(group.foreignKey.toLowerCase());
  if (key === undefined) return [];
  const ids = context.store.idsWhere(group.child, key, [parentId]);
  return [...context.store.read(group.child, ids).values()];
}

function passOnFailures(group: RollupGroup, parents: readonly SaveRow[], written: readonly SaveRow[]): void {
  const failed = new Map(parents.filter((parent) => parent.failed).map((parent) => [parent.id, parent.errors] as const));
  if (failed.size === 0) return;
  for (const row of healthy(written)) {
    for (const parentId of [row.values[group.foreignKey], row.prior?.[group.foreignKey]]) {
      const errors = typeof parentId === 'string' ? failed.get(parentId) : undefined;
      if (errors === undefined) continue;
      for (const error of errors) row.fail(error);
      break;
    }
  }
}
