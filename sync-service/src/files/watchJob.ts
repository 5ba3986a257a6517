import { asError, PulseError } from '../errors.ts';
import type { RecurringJob } from '../jobs/jobs.ts';
import type { Store } from '../store/store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { WatchSettings } from './settings.ts';
import { failedFiles, takeFiles, tidyDone } from './watchedFolder.ts';

export interface WatchParts {
  readonly store: Pick<Store, 'accept' | 'defineSurveys'>;
  readonly settings: WatchSettings;
  readonly dataFolder: string;
  readonly telemetry: Telemetry;
  readonly now?: () => Date;
}

/**
 * Takes in what is dropped into the watched folders. As a job it runs on one worker at a time, so folders may be on a disk that workers
 * share.
 * @returns none where no folder is watched
 */
export function watchJobs(parts: WatchParts): readonly RecurringJob[] {
  const { settings } = parts;
  if (settings.folders.length === 0) return [];
  return [{ name: 'watched folders', everySeconds: settings.everySeconds, run: (signal) => look(parts, signal) }];
}

async function look({ store, settings, dataFolder, telemetry, now = () => new Date() }: WatchParts, signal: AbortSignal): Promise<void> {
  for (const watched of settings.folders) {
    const part = `folder ${watched.folder}`;
    try {
      const taken = await takeFiles(watched, { store, dataFolder, now, signal });
      for (const { file, outcome, read, accepted, rejected } of taken) {
        telemetry.log.info('file taken', { folder: watched.folder, file, outcome, read, accepted, rejected });
        telemetry.count('customer_pulse_deliveries_total', 1, {
          source: 'folder',
          via: 'file',
          outcome: outcome === 'done' ? 'new' : 'failed',
        });
      }
      const failed = failedFiles(watched.folder);
      telemetry.condition(
        part,
        failed === 0
          ? undefined
          : `${failed} ${failed === 1 ? 'file' : 'files'} failed, as a whole or in some rows; what is wrong stands in its failed/. Correct and drop again, then delete what lies there.`,
      );
      tidyDone(watched.folder, settings.keepDays, now());
    } catch (thrown) {
      if (!(thrown instanceof PulseError)) throw thrown;
      telemetry.condition(part, asError(thrown).message);
    }
  }
}
