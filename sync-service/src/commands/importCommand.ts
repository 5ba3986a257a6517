import type { FileFormat } from '../files/answerFile.ts';
import { importFile } from '../importFile.ts';
import { silentProgress } from '../progress/progress.ts';
import { exitCodeOf } from '../summary/importSummary.ts';
import { summaryText } from '../summary/summaryText.ts';
import { say, type CommandWorld, type CommonFlags } from './world.ts';

export interface ImportFlags extends CommonFlags {
  readonly mapping?: string;
  readonly format?: FileFormat;
  readonly dryRun?: boolean;
  readonly storeOnly?: boolean;
}

export async function importCommand(file: string, flags: ImportFlags, world: CommandWorld): Promise<number> {
  const { json, ...options } = flags;
  const progress = json === true ? silentProgress : world.progress;
  const summary = await importFile({ file, ...options, environment: world.environment, progress });
  say(world, flags, summary, () => summaryText(summary));
  return exitCodeOf(summary);
}
