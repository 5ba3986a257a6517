import { write } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { systemCode } from '../errors.ts';

const written = promisify(write);

/** Characters that wait for a slow reader at most; what comes beyond is dropped. */
const mostWaiting = 4 * 1_048_576;
/** How long a full pipe is left alone. */
const fullMs = 50;
/** How long the end of a process waits for its last lines. */
const patienceMs = 1_000;

/**
 * Where log lines go: written beside the event loop, in their order. A log that cannot be written (a full disk, a reader who is gone)
 * never stands in the way of the service: its lines are dropped until it can be written again.
 */
export class LogFile {
  readonly #file: number;
  #waiting = '';
  #writing: Promise<void> | undefined;
  /** The last write broke off within a line. */
  #isTorn = false;

  /** @param file a file descriptor, 2 for standard error */
  constructor(file: number) {
    this.#file = file;
  }

  write(lines: string): void {
    if (this.#waiting.length > mostWaiting) return;
    this.#waiting += lines;
    this.#writing ??= this.#writeAll();
  }

  /** Resolves when everything is written or dropped, or nobody reads it for a second. */
  async flush(): Promise<void> {
    const stop = new AbortController();
    const late = delay(patienceMs, undefined, { signal: stop.signal }).catch(() => undefined);
    await Promise.race([this.#writing, late]);
    stop.abort();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting !== '') {
      const bytes = Buffer.from(`${this.#isTorn ? '\n' : ''}${this.#waiting}`);
      this.#waiting = '';
      const length = await this.#writeMost(bytes);
      this.#isTorn = length === 0 ? this.#isTorn : bytes[length - 1] !== newline;
    }
    this.#writing = undefined;
  }

  /** @returns how many of the bytes are written */
  async #writeMost(bytes: Buffer): Promise<number> {
    let done = 0;
    while (done < bytes.length) {
      try {
        done += (await written(this.#file, bytes, done)).bytesWritten;
      } catch (thrown) {
        if (systemCode(thrown) !== 'EAGAIN') return done;
        await delay(fullMs);
      }
    }
    return done;
  }
}

const newline = 0x0a;
