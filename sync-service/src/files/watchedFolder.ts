import { existsSync, lstatSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { asError, PulseError, systemCode } from '../errors.ts';
import { ownFolder } from '../inbox/dropFolder.ts';
import { RejectedFile } from '../inbox/rejectedFile.ts';
import { readMapping } from '../mapping/mappingSchema.ts';
import type { Store } from '../store/store.ts';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import { readAnswers, type Reading } from './readAnswers.ts';
import type { WatchedFolder } from './settings.ts';

/** What became of one file. */
export interface TakenFile {
  /** Its name without the folder. */
  readonly file: string;
  readonly outcome: 'done' | 'failed';
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Why it is in failed/, or what a person should know of it. */
  readonly words?: string;
}

export interface TakeWorld {
  readonly store: Pick<Store, 'accept' | 'defineSurveys'>;
  /** Where lists of rejected rows go if the folder takes none. */
  readonly dataFolder: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

const answersName = /\.(csv|tsv|txt|ndjson|jsonl)$/i;
const ownName = /\.(rejected\.csv|error\.txt|part|tmp)$/i;

/**
 * Takes in the files of a folder that have come to rest, oldest first. A file is moved only when all it says is on disk, so a kill in
 * between means that it is read again, which changes nothing.
 * @throws StoreUnavailable when the store takes nothing; the file stays where it is
 * @throws PulseError when the folder cannot be read
 */
export async function takeFiles(watched: WatchedFolder, world: TakeWorld): Promise<readonly TakenFile[]> {
  const taken: TakenFile[] = [];
  for (const name of ['done', 'failed']) if (isThere(path.join(watched.folder, name))) ownFolder(watched.folder, name);
  for (const name of filesAtRest(watched, world.now())) {
    if (world.signal.aborted) break;
    const one = await takeFile(watched, name, world);
    if (one !== undefined) taken.push(one);
  }
  return taken;
}

/** Names of the files that are ready to be taken, oldest first. Links and hidden files are left alone. */
function filesAtRest({ folder, settleSeconds }: WatchedFolder, now: Date): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && answersName.test(entry.name) && !ownName.test(entry.name))
      .flatMap(({ name }) => {
        const { mtimeMs } = statSync(path.join(folder, name), { throwIfNoEntry: false }) ?? {};
        // A time in the future (another machine's clock, or ours was put back) is a distance like any other.
        return mtimeMs === undefined || Math.abs(now.getTime() - mtimeMs) < settleSeconds * 1_000 ? [] : [{ name, mtimeMs }];
      })
      .sort((one, other) => one.mtimeMs - other.mtimeMs || (one.name < other.name ? -1 : 1))
      .map(({ name }) => name);
  } catch (thrown) {
    throw new PulseError(`The watched folder ${folder} cannot be read: ${asError(thrown).message}.`, { cause: thrown });
  }
}

async function takeFile(
  watched: WatchedFolder,
  name: string,
  { store, dataFolder, now, signal }: TakeWorld,
): Promise<TakenFile | undefined> {
  const file = path.join(watched.folder, name);
  const size = statSync(file).size;
  const rejects = new RejectedFile(file, dataFolder);
  let reading: Reading | undefined;
  let why: string | undefined;
  try {
    const mapping = watched.mapping === undefined ? undefined : readMapping(watched.mapping);
    reading = await readAnswers({ file, mapping, store, rejects, signal });
    why = reading.stopped ?? nothingUsable(reading);
  } catch (thrown) {
    // Not the file's fault: it is taken at the next turn.
    if (thrown instanceof StoreUnavailable || !(thrown instanceof PulseError)) throw thrown;
    why = thrown.message;
  }
  // Interrupted, or still being written: read again from its beginning, which changes nothing.
  if (signal.aborted || statSync(file, { throwIfNoEntry: false })?.size !== size) return undefined;
  const outcome = why === undefined ? 'done' : 'failed';
  const target = put(file, watched.folder, outcome, now());
  if (reading?.rejectedFile !== undefined)
    move(reading.rejectedFile, path.join(ownFolder(watched.folder, 'failed'), `${path.basename(target)}.rejected.csv`));
  if (why !== undefined) writeFileSync(`${target}.error.txt`, `${why}\n`, { mode: 0o600, flag: 'wx' });
  const { read = 0, accepted = 0, rejected = 0 } = reading ?? {};
  return { ...{ file: name, outcome, read, accepted, rejected }, ...(why === undefined ? {} : { words: why }) };
}

function nothingUsable({ read, accepted }: Reading): string | undefined {
  return read > 0 && accepted === 0 ? `None of its ${read} rows could be used; each is in the list beside it, with its reason.` : undefined;
}

/** Also true for a link that leads nowhere. */
function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Moves a file to done/ or failed/ under a name of its own. @returns where it is */
function put(file: string, folder: string, outcome: 'done' | 'failed', now: Date): string {
  const target = ownFolder(folder, outcome);
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const moved = path.join(target, `${stamp}_${path.basename(file)}`);
  move(file, moved);
  return moved;
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (thrown) {
    throw new PulseError(
      `${from} was taken in, but cannot be moved to ${path.dirname(to)} (${systemCode(thrown) ?? asError(thrown).message}).`,
    );
  }
}

const complaint = /\.(error\.txt|rejected\.csv)$/;

/** Of how many files failed/ holds a complaint that nobody has dealt with: the whole file, or rows of one whose others went through. */
export function failedFiles(folder: string): number {
  const failed = path.join(folder, 'failed');
  if (!existsSync(failed)) return 0;
  const complaints = readdirSync(failed).filter((name) => complaint.test(name));
  return new Set(complaints.map((name) => name.replace(complaint, ''))).size;
}

/** Deletes what has been in done/ for so many days. @returns how many files */
export function tidyDone(folder: string, keepDays: number, now: Date): number {
  if (!isThere(path.join(folder, 'done'))) return 0;
  const done = ownFolder(folder, 'done');
  const old = readdirSync(done, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => path.join(done, name))
    .filter((file) => now.getTime() - (movedAt(path.basename(file)) ?? statSync(file).mtimeMs) >= keepDays * 86_400_000);
  for (const file of old) rmSync(file, { force: true });
  return old.length;
}

/** When a file was moved, as its name begins; undefined for one that somebody else put there. */
function movedAt(name: string): number | undefined {
  const [, day, hour, minute, second] = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-\d{3}Z_/.exec(name) ?? [];
  return day === undefined ? undefined : Date.parse(`${day}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`);
}
