import type { OrgDatabase } from '../storage/database.ts';
import { registerDateFunctions } from './dateFunctions.ts';
import { registerDistance } from './distance.ts';
import { registerOwnerShares } from './shareRows.ts';
import { registerTextFunctions } from './textFunctions.ts';
import { registerSortKeys } from './textOrder.ts';

/** Makes every function that compiled queries call known to SQL. */
export function registerSqlFunctions(database: OrgDatabase): void {
  registerDateFunctions(database);
  registerDistance(database);
  registerTextFunctions(database);
  registerSortKeys(database);
  registerOwnerShares(database);
}
