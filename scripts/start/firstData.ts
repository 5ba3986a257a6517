import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { untilAsyncWorkIsDone } from '../orgConnection';
import { accountsToSee } from './accountsToSee';
import { loadDemo } from './demo';
import type { StartOptions } from './options';
import { importAnswers } from './service';

/** What the first run works with. */
export interface FirstRun {
  readonly options: StartOptions;
  readonly connection: Connection;
  readonly orgEnv: Readonly<Record<string, string>>;
  readonly orgFolder: string;
  readonly serviceFolder: string;
  readonly say: (line: string) => void;
}

/** Loads the user's own answers, the demo, or nothing. Cut short, it can run again. */
export async function loadFirstData(run: FirstRun): Promise<'answers' | 'demo' | 'nothing'> {
  const { answers } = run.options;
  if (answers !== undefined) {
    for (const file of [answers.file, answers.mapping]) {
      if (file !== undefined && !existsSync(file)) throw new Error(`There is no file ${file}.`);
    }
    run.say('Loading your answers.');
    await importAnswers(run, answers.file, answers.mapping);
    await untilAsyncWorkIsDone(run.connection);
    return 'answers';
  }
  if (!run.options.demo) return 'nothing';
  // Before the data, so that no page ever shows demo customers without saying so.
  const note = join(run.orgFolder, 'demo.json');
  await writeFile(note, '{"demo":true}\n');
  await loadDemo(run);
  await writeFile(note, `${JSON.stringify({ demo: true, accounts: await accountsToSee(run.connection) })}\n`);
  return 'demo';
}
