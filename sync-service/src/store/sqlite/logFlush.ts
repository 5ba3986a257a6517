import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';

const flushed = promisify(fdatasync);

/**
 * Brings the store's write-ahead log to disk beside the event loop: a flush takes milliseconds, and SQLite would let everything else
 * in the process wait for it. The bytes are the same whoever flushes them: SQLite has written the commit when it returns.
 */
export class LogFlush {
  readonly #log: string;
  #file: number | undefined;

  /** @param store the store's file; its log lies beside it once something was written */
  constructor(store: string) {
    this.#log = `${store}-wal`;
  }

  /** What was written to the log before is on disk when this resolves. @throws the system's error */
  async flush(): Promise<void> {
    // SQLite keeps one log as long as a connection is open. Windows flushes only what may be written.
    this.#file ??= openSync(this.#log, 'r+');
    await flushed(this.#file);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}
