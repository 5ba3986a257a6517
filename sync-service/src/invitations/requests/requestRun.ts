import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { bytesOf } from '../../sources/csv/bytes.ts';
import type { SettingStore } from '../../store/ports/settings.ts';

const stored = z.strictObject({
  run: z.string(),
  startedAt: z.string(),
  /** Rows whose requests the org has answered. */
  rows: z.number().int(),
  /** Length of the list of results up to there. */
  bytes: z.number().int(),
  finished: z.boolean(),
});

/** How far a file of requests is. */
export type RequestRun = z.infer<typeof stored>;

/** Length of `RequestedBy__c`, less what follows the file's name in it. */
const longestName = 50;

/** What a file is known by: its content, wherever it lies. */
export async function fingerprintOf(file: string, about: string): Promise<string> {
  const hash = createHash('sha256').update(about);
  for await (const bytes of bytesOf(file)) hash.update(bytes);
  return hash.digest('hex').slice(0, 24);
}

/** Goes on with a run that was cut short, else begins a new one. The same file again, when it was finished, is a new request. */
export async function runOf(
  store: SettingStore,
  fingerprint: string,
  now: Date,
): Promise<{ readonly run: RequestRun; readonly goesOn: boolean }> {
  const text = await store.setting(settingName(fingerprint));
  const before = text === undefined ? undefined : stored.safeParse(JSON.parse(text)).data;
  if (before?.finished === false) return { run: before, goesOn: true };
  const startedAt = now.toISOString();
  const run = createHash('sha256').update(`${fingerprint} ${startedAt}`).digest('hex').slice(0, 8);
  return { run: { run, startedAt, rows: 0, bytes: 0, finished: false }, goesOn: false };
}

export async function saveRun(store: SettingStore, fingerprint: string, run: RequestRun): Promise<void> {
  await store.setSetting(settingName(fingerprint), JSON.stringify(run));
}

/** What stands in `RequestedBy__c` of the invitation that a row asked for: it is found again by that. */
export function requestedBy(file: string, { run }: RequestRun, row: number): string {
  return `${path.basename(file).slice(0, longestName)} ${run}:${row}`;
}

function settingName(fingerprint: string): string {
  return `request file ${fingerprint}`;
}
