import { mayTransferOthers } from '../access/sharing/transfer.ts';
import type { UserAccess } from '../access/types.ts';
import { shareFieldsOf } from '../schema/shareObjects.ts';
import { accessErrors } from './accessErrors.ts';
import type { ObjectPlan } from './objectPlan.ts';
import { healthy, type SaveContext } from './saveContext.ts';
import type { SaveRow } from './saveRow.ts';

/** Giving a record to somebody else takes more than editing it: full access, or the right to transfer what one can edit. */
export function checkTransfers(access: UserAccess, { object }: ObjectPlan, rows: readonly SaveRow[]): void {
  if (!object.hasOwner || mayTransferOthers(access, object)) return;
  const given = healthy(rows).filter((row) => row.prior !== undefined && row.given.has('OwnerId') && row.changes('OwnerId'));
  if (given.length === 0) return;
  const ids = given.map(({ id }) => id);
  const full = access.reached(object.name, ids, 'full');
  for (const row of given) if (!full.has(row.id)) row.fail(accessErrors.recordRefused());
}

/** Only who has full access to a record shares it with others; reasons of programs are for who may modify all data. */
export function checkSharedRecords({ schema }: SaveContext, access: UserAccess, { object }: ObjectPlan, rows: readonly SaveRow[]): void {
  const parent = object.kind === 'share' ? schema.object(object.settings.parentObject ?? '') : undefined;
  if (parent === undefined) return;
  const { parent: key } = shareFieldsOf(parent.name, parent.custom);
  const asked = healthy(rows);
  const ids = asked.map((row) => row.values[key]).filter((id) => typeof id === 'string');
  const full = access.reached(parent.name, ids, 'full');
  for (const row of asked) {
    if (!full.has(String(row.values[key]))) row.fail(accessErrors.crossReference([key]));
    else if (String(row.values['RowCause'] ?? '').endsWith('__c') && !access.system('ModifyAllData'))
      row.fail(accessErrors.recordRefused());
  }
}
