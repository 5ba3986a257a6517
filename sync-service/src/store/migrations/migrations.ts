import { answers } from './0001-answers.ts';
import { deliveries } from './0002-deliveries.ts';
import { sendings } from './0003-sendings.ts';
import { unlinked } from './0005-unlinked.ts';
import { bulkLoads } from './0006-bulk-loads.ts';
import type { Migration } from './migration.ts';

/** Forward only, in order: the place in this list (from 1) is the store's version. */
export const migrations: readonly Migration[] = [answers, deliveries, sendings, unlinked, bulkLoads];

/** Version of a store that is up to date. */
export const storeVersion = migrations.length;

/** What to tell when a store was written by a newer release. */
export function newerRelease(where: string, version: number): string {
  return `${where} was written by a newer release (store version ${version}, this one knows ${storeVersion}). Use that release.`;
}
