import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { readCommandLine } from './commandLine.ts';
import { describeProblem, MetadataError } from './errors.ts';
import { FolderInUseError } from './folderLock.ts';
import { startLocalOrg, type LocalOrg } from './localOrg.ts';
import { NotADatabaseError } from './storage/database.ts';
import { StorageMigrationError } from './storage/prepareStorage.ts';

// The heap may grow by this share between two collections. V8's own rule lets a load of a million
// records fill hundreds of megabytes with what is long done with; collecting earlier costs nothing that shows.
setFlagsFromString('--heap-growing-percent=40');

/** Starts a local org from the command line; one line on stdout tells that it is ready. */
async function main(): Promise<void> {
  const { data, ...options } = readCommandLine(process.argv.slice(2));
  const localOrg = await startLocalOrg({ ...options, dataFolder: resolve(data), onProgress });
  stopOnSignal(localOrg);
  process.stdout.write(`local-org ready at ${localOrg.url}\n`);
}

function onProgress(step: string): void {
  process.stderr.write(`local-org: ${step}\n`);
}

function stopOnSignal(localOrg: LocalOrg): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    localOrg.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`local-org: it did not stop cleanly: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** What went wrong at start, in lines that a person can act on. */
function explain(error: unknown): string {
  if (error instanceof MetadataError) return error.problems.map(describeProblem).join('\n');
  if (error instanceof FolderInUseError || error instanceof StorageMigrationError || error instanceof NotADatabaseError)
    return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return `local-org: ${error.message}: choose another --port`;
  // Of a file or port of the person who started it: the message says which, a stack would bury it.
  if (error instanceof Error && 'syscall' in error) return `local-org: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
