import { z } from 'zod';
import { filePath } from '../filePath.ts';

/** One folder that is watched for files of answers. */
export const watchedFolder = z.strictObject({
  folder: filePath().describe(
    'The folder. Files that were taken in go to done/ in it, files that could not be read to failed/, each with what came of it beside it.',
  ),
  mapping: filePath().optional().describe('Mapping of its files; without it they have the names of the service itself.'),
  settleSeconds: z
    .number()
    .min(0)
    .max(3_600)
    .default(5)
    .describe('A file is taken when it has not grown for so long. Better still: write it under another name, then rename it.'),
});

/** The section `watch`: folders in which files of answers (CSV, NDJSON) are dropped. */
export const watchSettings = z.strictObject({
  folders: z.array(watchedFolder).default([]).describe('Each with a mapping of its own.'),
  everySeconds: z.number().min(1).max(3_600).default(10).describe('How often folders are looked through, beside the hints of the system.'),
  keepDays: z
    .number()
    .int()
    .min(0)
    .max(3_650)
    .default(30)
    .describe('Days after which files in done/ are deleted: they hold personal data. 0: at once.'),
});

export type WatchedFolder = z.output<typeof watchedFolder>;
export type WatchSettings = z.output<typeof watchSettings>;
