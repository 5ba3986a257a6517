import type { Clock } from '../clock.ts';
import type { Schema } from '../schema/types.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { RecordStore } from '../storage/recordStore.ts';
import { FormulaEnvironment } from './formulaRecord.ts';
import type { ObjectPlan } from './objectPlan.ts';
import type { SaveRow } from './saveRow.ts';
import type { RequestUser } from '../requestUser.ts';
import type { SaveTriggers, TriggerBatch } from './types.ts';

/** What every step of a save works with. */
export interface SaveContext {
  readonly schema: Schema;
  readonly database: OrgDatabase;
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly organizationId: string;
  /** The org's address, without a trailing slash. */
  readonly instanceUrl?: () => string;
  readonly plans: ReadonlyMap<string, ObjectPlan>;
  /** Asked at each save, because flows need the saver before it can have them. */
  readonly triggers: () => SaveTriggers;
}

/** Up to 200 rows of one object on their way through the order of execution. */
export interface SaveBatch {
  readonly plan: ObjectPlan;
  readonly operation: TriggerBatch['operation'];
  readonly rows: readonly SaveRow[];
  readonly user: RequestUser;
  /** Epoch milliseconds, whole seconds as the platform keeps them. */
  readonly now: number;
  /** Ids that a flow of this batch saved again while the batch was under way. */
  readonly savedAgain: Set<string>;
}

export function planOf(context: SaveContext, objectName: string): ObjectPlan {
  const plan = context.plans.get(objectName);
  if (plan === undefined) throw new Error(`The org has no object ${objectName}`);
  return plan;
}

/** A fresh view of parents and user for formulas; make a new one after anything was written. */
export function formulaEnvironment(context: SaveContext, user: RequestUser): FormulaEnvironment {
  const { schema, store, clock, organizationId, instanceUrl = () => '' } = context;
  return new FormulaEnvironment(schema, store, { now: clock.now(), user, organizationId, instanceUrl: instanceUrl() });
}

/** Rows that are still to be saved. */
export function healthy(rows: readonly SaveRow[]): SaveRow[] {
  return rows.filter((row) => !row.failed);
}
