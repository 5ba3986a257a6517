import { SalesforceError } from '../errors.ts';
import type { FieldValues } from '../schema/types.ts';
import { inSystemMode } from '../requestUser.ts';
import { checkAccess } from './checkAccess.ts';
import { executeDelete, purgeDeleted } from './deleteRows.ts';
import { requestInputs } from './foreignKeys.ts';
import { compilePlans, type ObjectPlan } from './objectPlan.ts';
import { executeSave, type RunningBatches } from './orderOfExecution.ts';
import { changedRows, newRows, type SaveInput } from './prepareRows.ts';
import { RecordFormulas } from './recordFormulas.ts';
import type { SaveBatch, SaveContext } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import type { SaveRow } from './saveRow.ts';
import type { RecordSaver, SaveError, SaveOptions, SaveResult } from './types.ts';
import { RecycleBin } from './recycleBin.ts';
import { executeUndelete } from './undeleteRows.ts';
import { matchShares } from './shareRules.ts';
import { matchExternalIds, refuseRepeated } from './upsertMatch.ts';

export type RecordSaverOptions = Omit<SaveContext, 'plans'>;

type Operation = SaveBatch['operation'] | 'hardDelete' | 'undelete';

interface PlacedResult {
  readonly index: number;
  readonly result: SaveResult;
}

const batchSize = 200;
/** As many times as the platform lets saves start saves. */
const deepestTriggers = 16;

/** Undoes the transaction it is thrown in; never leaves this module. */
class Undo extends Error {}

/**
 * The door through which every record is written.
 * @throws MetadataError when a validation rule or default value does not compile
 */
export function createRecordSaver(options: RecordSaverOptions): RecordSaver {
  new RecycleBin(options.database).prepare();
  return new OrderedSaver({ ...options, plans: compilePlans(options.schema, new RecordFormulas(options.schema)) });
}

class OrderedSaver implements RecordSaver {
  readonly #context: SaveContext;
  readonly #running: RunningBatches = [];

  constructor(context: SaveContext) {
    this.#context = context;
  }

  insert(objectName: string, records: readonly FieldValues[], options: SaveOptions): readonly SaveResult[] {
    const plan = this.#plan(objectName);
    if (plan.object.kind !== 'share') return this.#saveAll('insert', objectName, records, options);
    const inputs = requestInputs(this.#context, plan.object, records, options);
    return this.#request(inputs, options, (chunk) => {
      const { toInsert, toUpdate } = matchShares(this.#context, plan.object, chunk);
      return [...this.#saveBatch('insert', plan, toInsert, options), ...this.#saveBatch('update', plan, toUpdate, options)];
    });
  }

  update(objectName: string, records: readonly FieldValues[], options: SaveOptions): readonly SaveResult[] {
    return this.#saveAll('update', objectName, records, options);
  }

  delete(objectName: string, ids: readonly string[], options: SaveOptions): readonly SaveResult[] {
    return this.#saveAll('delete', objectName, ids.map(byId), options);
  }

  hardDelete(objectName: string, ids: readonly string[], options: SaveOptions): readonly SaveResult[] {
    return this.#saveAll('hardDelete', objectName, ids.map(byId), options);
  }

  undelete(objectName: string, ids: readonly string[], options: SaveOptions): readonly SaveResult[] {
    return this.#saveAll('undelete', objectName, ids.map(byId), options);
  }

  upsert(objectName: string, externalIdField: string, records: readonly FieldValues[], options: SaveOptions): readonly SaveResult[] {
    const plan = this.#plan(objectName);
    const field = plan.object.fields.get(externalIdField.toLowerCase());
    if (field === undefined || !(field.externalId || field.name === 'Id')) {
      throw new SalesforceError(
        'INVALID_FIELD',
        `Field name provided, ${externalIdField} is not an External ID or indexed field for ${plan.object.name}`,
      );
    }
    const inputs = refuseRepeated(field, requestInputs(this.#context, plan.object, records, options));
    return this.#request(inputs, options, (chunk) => {
      const { toInsert, toUpdate } = matchExternalIds(this.#context, plan.object, field, chunk);
      return [...this.#saveBatch('insert', plan, toInsert, options), ...this.#saveBatch('update', plan, toUpdate, options)];
    });
  }

  #saveAll(operation: Operation, objectName: string, records: readonly FieldValues[], options: SaveOptions): readonly SaveResult[] {
    const plan = this.#plan(objectName);
    const inputs = requestInputs(this.#context, plan.object, records, options);
    return this.#request(inputs, options, (chunk) => this.#saveBatch(operation, plan, chunk, options));
  }

  #plan(objectName: string): ObjectPlan {
    const object = this.#context.schema.object(objectName);
    const plan = object === undefined ? undefined : this.#context.plans.get(object.name);
    if (plan === undefined) throw new SalesforceError('INVALID_TYPE', `sObject type '${objectName}' is not supported.`);
    return plan;
  }

  /** A request in batches of 200, each its own transaction; with allOrNone all in one. */
  #request(
    inputs: readonly SaveInput[],
    options: SaveOptions,
    run: (chunk: readonly SaveInput[]) => readonly PlacedResult[],
  ): SaveResult[] {
    if (this.#running.length >= deepestTriggers) {
      return inputs.map(() => ({ success: false, errors: [saveErrors.triggerDepth('a flow')] }));
    }
    const { database } = this.#context;
    const placed: PlacedResult[] = [];
    const runChunks = (): void => {
      for (let start = 0; start < inputs.length; start += batchSize) {
        placed.push(...database.transaction(() => run(inputs.slice(start, start + batchSize))));
        if (options.allOrNone && placed.some(({ result }) => !result.success)) throw new Undo();
      }
    };
    if (!options.allOrNone) {
      runChunks();
      return inOrder(inputs.length, placed);
    }
    const done = this.#wholly(runChunks);
    return inOrder(inputs.length, done ? placed : placed.map(asRolledBack));
  }

  /** Runs work in a transaction; false when it was undone. */
  #wholly(work: () => void): boolean {
    try {
      this.#context.database.transaction(work);
      return true;
    } catch (error) {
      if (error instanceof Undo) return false;
      throw error;
    }
  }

  /** One batch; rows that fail after the write are taken out and the others run again, as on the platform. */
  #saveBatch(operation: Operation, plan: ObjectPlan, inputs: readonly SaveInput[], options: SaveOptions): PlacedResult[] {
    const refused: PlacedResult[] = [];
    const forgetUse = this.#context.triggers().markLimits?.();
    let pending = inputs;
    while (pending.length > 0) {
      const { rows, done } = this.#attempt(operation, plan, pending, options);
      const results = rows.map((row) => ({ index: row.index, result: resultOf(row, operation) }));
      if (done || options.allOrNone) return [...refused, ...results];
      forgetUse?.();
      refused.push(...results.filter(({ result }) => !result.success));
      const left = new Set(rows.filter((row) => !row.failed).map((row) => row.index));
      pending = pending.filter((input) => left.has(input.index));
    }
    return refused;
  }

  #attempt(
    operation: Operation,
    plan: ObjectPlan,
    inputs: readonly SaveInput[],
    { user: asking }: SaveOptions,
  ): { rows: readonly SaveRow[]; done: boolean } {
    const now = Math.floor(this.#context.clock.now() / 1000) * 1000;
    if (operation === 'undelete') return this.#attemptUndelete(plan, inputs, asking, now);
    // What the request may do is settled before the platform's own work begins, which hides nothing from itself.
    const user = inSystemMode(asking);
    const prepare = operation === 'insert' ? newRows : changedRows;
    const rows = prepare(this.#context, plan, inputs, user, now);
    refuseKind(operation, plan, rows);
    checkAccess(this.#context, plan, operation, rows, asking);
    const isDelete = operation === 'delete' || operation === 'hardDelete';
    const batch: SaveBatch = { plan, operation: isDelete ? 'delete' : operation, rows, user, now, savedAgain: new Set() };
    const done = this.#wholly(() => {
      const written = isDelete
        ? executeDelete(this.#context, batch, this.#running)
        : executeSave(this.#context, batch, this.#running, 'request');
      if (written.some((row) => row.failed)) throw new Undo();
      if (operation === 'hardDelete') purgeDeleted(this.#context, written);
    });
    return { rows, done };
  }

  #attemptUndelete(
    plan: ObjectPlan,
    inputs: readonly SaveInput[],
    asking: SaveOptions['user'],
    now: number,
  ): { rows: readonly SaveRow[]; done: boolean } {
    let rows: readonly SaveRow[] = [];
    const user = inSystemMode(asking);
    const done = this.#wholly(() => {
      rows = executeUndelete(this.#context, { plan, operation: 'insert', user, now, savedAgain: new Set() }, inputs, this.#running);
      checkAccess(this.#context, plan, 'undelete', rows, asking);
      if (rows.some((row) => row.failed)) throw new Undo();
    });
    return { rows, done };
  }
}

/** Records of histories, of setup and of custom metadata types are written by the org alone; published events stay as they are. */
function refuseKind(operation: Operation, { object }: ObjectPlan, rows: readonly SaveRow[]): void {
  const refused = operation === 'insert' ? !object.createable : operation === 'update' && !object.updateable;
  if (refused) for (const row of rows) row.fail(saveErrors.notAllowed(operation === 'insert' ? 'inserted' : 'updated', object.label));
}

function byId(id: string): FieldValues {
  return { Id: id };
}

function resultOf(row: SaveRow, operation: Operation): SaveResult {
  if (!row.failed) return { success: true, id: row.id, created: operation === 'insert' };
  const { errors } = row;
  if (operation === 'insert') return { success: false, created: true, errors };
  return row.id === '' ? { success: false, errors } : { success: false, id: row.id, errors };
}

function asRolledBack({ index, result }: PlacedResult): PlacedResult {
  return result.success ? { index, result: { success: false, created: result.created, errors: rolledBackErrors } } : { index, result };
}

const rolledBackErrors: readonly SaveError[] = [saveErrors.rolledBack()];
const rolledBack: SaveResult = { success: false, errors: rolledBackErrors };

/** Results by place in the request; what an undone request never reached counts as rolled back. */
function inOrder(length: number, placed: readonly PlacedResult[]): SaveResult[] {
  const results = Array.from({ length }, (): SaveResult => rolledBack);
  for (const { index, result } of placed) results[index] = result;
  return results;
}
