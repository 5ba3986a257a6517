import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const account = z.object({ id: z.string(), name: z.string(), note: z.string().default('') });

/** Accounts of the demo that are worth a look; a file without them still marks the org as a demo. */
const demoNoteSchema = z.object({ accounts: z.array(account).default([]) });

export type DemoNote = z.infer<typeof demoNoteSchema>;

/** What `demo.json` in the org's data folder says; undefined when the org is no demo. */
export async function readDemoNote(dataFolder: string): Promise<DemoNote | undefined> {
  const text = await readFile(join(dataFolder, 'demo.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return demoNoteSchema.parse(JSON.parse(text));
  } catch {
    // The flag is the file itself; what is in it only adds to the start page.
    return { accounts: [] };
  }
}
