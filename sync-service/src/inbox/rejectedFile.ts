import { accessSync, constants, createWriteStream, renameSync, rmSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { RejectedRow } from '../summary/importSummary.ts';
import { asError, PulseError } from '../errors.ts';
import { removeLink } from './dropFolder.ts';
import { csvLine } from './safeCsv.ts';

/**
 * Writes rejected rows to `<input>.rejected.csv` beside the input (or into the data folder where that cannot be written). The file
 * appears when it is complete; one of an earlier run is replaced, or removed when nothing was rejected this time.
 */
export class RejectedFile {
  readonly file: string;
  #stream: WriteStream | undefined;
  #failure: Error | undefined;

  constructor(input: string, dataFolder: string) {
    const name = `${path.basename(input)}.rejected.csv`;
    this.file = path.join(canWrite(path.dirname(input)) ? path.dirname(input) : dataFolder, name);
  }

  write({ row, line, reason, responseId }: RejectedRow): void {
    if (this.#stream === undefined) {
      removeLink(this.#unfinished);
      this.#stream = createWriteStream(this.#unfinished, { mode: 0o600 });
      // Kept until the end: a list that cannot be written does not keep answers from being stored.
      this.#stream.on('error', (error) => (this.#failure = error));
      this.#stream.write(csvLine(['row', 'line', 'reason', 'response_id']));
    }
    this.#stream.write(csvLine([String(row), String(line), reason, responseId]));
  }

  /** @returns the file's path when rows were rejected */
  async close(): Promise<string | undefined> {
    const stream = this.#stream;
    if (stream === undefined) {
      rmSync(this.file, { force: true });
      return undefined;
    }
    stream.end();
    await finished(stream).catch((thrown: unknown) => (this.#failure ??= asError(thrown)));
    if (this.#failure !== undefined) {
      throw new PulseError(
        `The list of rejected rows ${this.file} cannot be written: ${this.#failure.message}. The answers read are stored; put that right and run the same command again.`,
      );
    }
    renameSync(this.#unfinished, this.file);
    return this.file;
  }

  get #unfinished(): string {
    return `${this.file}.part`;
  }
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
