import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { asError, PulseError, SetupError } from '../../errors.ts';
import type { RecurringJob } from '../../jobs/jobs.ts';
import { ownFolder, removeLink } from '../../inbox/dropFolder.ts';
import { RequestRefused } from '../../salesforce/errors.ts';
import type { SalesforceClient } from '../../salesforce/client.ts';
import type { SettingStore } from '../../store/ports/settings.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { RequestFolder } from '../settings.ts';
import { requestFile } from './requestFile.ts';

export interface RequestFolderParts {
  readonly settings: RequestFolder;
  readonly client: SalesforceClient;
  readonly store: SettingStore;
  readonly telemetry: Telemetry;
}

/**
 * Watches a folder for CSV files of requests. A file that is done moves to `done`, one that is not usable to `failed`, each with its list
 * of results beside it. A file whose reading was cut short stays and is gone on with.
 */
export function requestFolderJob(parts: RequestFolderParts): RecurringJob {
  return {
    name: 'requests',
    everySeconds: parts.settings.everySeconds,
    run: async (signal) => {
      const problem = await takeFiles(parts, signal);
      parts.telemetry.condition('requests', problem);
    },
  };
}

/** @returns what an operator should know */
async function takeFiles(parts: RequestFolderParts, signal: AbortSignal): Promise<string | undefined> {
  const { path: folder, settleSeconds } = parts.settings;
  for (const name of namesIn(folder)) {
    if (signal.aborted) return undefined;
    const file = path.join(folder, name);
    const ageMs = Date.now() - statSync(file).mtimeMs;
    // Still being written; a time in the future is no reason to wait for ever.
    if (ageMs >= 0 && ageMs < settleSeconds * 1000) continue;
    const problem = await takeFile(parts, file, signal);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

async function takeFile(
  { settings, client, store, telemetry }: RequestFolderParts,
  file: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const results = `${file}.results.part`;
  removeLink(results);
  const name = path.basename(file);
  try {
    const summary = await requestFile({
      file,
      client,
      store,
      results,
      signal,
      ...(settings.survey === undefined ? {} : { survey: settings.survey }),
    });
    const { rows, requested, rejected, failed, stopped, broken } = summary;
    telemetry.log.info('requests.file', { rows, requested, rejected, failed });
    if (stopped !== undefined && broken !== true) return signal.aborted ? undefined : `The file of requests ${name} waits: ${stopped}`;
    put(file, results, broken === true || (rows > 0 && rejected === rows) ? 'failed' : 'done');
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof PulseError)) throw thrown;
    if (thrown instanceof RequestRefused) return `The file of requests ${name} waits: the org refuses its requests (${thrown.message}).`;
    put(file, results, 'failed');
    telemetry.log.error('requests.file.unusable', { reason: thrown.message });
    return `The file of requests ${name} is not usable and was put into failed: ${thrown.message}`;
  }
}

/** Names of CSV files in the folder, oldest names first. @throws SetupError when the folder cannot be read */
function namesIn(folder: string): readonly string[] {
  try {
    mkdirSync(folder, { recursive: true });
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.csv$/i.test(entry.name) && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch (thrown) {
    throw new SetupError(`The folder of requests ${folder} cannot be read: ${asError(thrown).message}`);
  }
}

/** Moves a file and its results; of the same name a second time it gets the time into its name. */
function put(file: string, results: string, where: 'done' | 'failed'): void {
  const folder = ownFolder(path.dirname(file), where);
  const { name, ext } = path.parse(file);
  const free =
    [name, `${name} ${new Date().toISOString().replace(/[:.]/g, '-')}`].find((one) => !exists(path.join(folder, one + ext))) ?? name;
  renameSync(file, path.join(folder, free + ext));
  if (exists(results)) renameSync(results, path.join(folder, `${free}.results.csv`));
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}
