import { accessSync, constants, createWriteStream, renameSync, rmSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import type { RejectedRow } from '../summary/importSummary.ts';
import { csvLine } from './safeCsv.ts';

/**
 * Writes rejected rows to `<input>.rejected.csv` beside the input (or into the data folder where that cannot be written). The file
 * appears when it is complete; one of an earlier run is replaced, or removed when nothing was rejected this time.
 */
export class RejectedFile {
  readonly file: string;
  #stream: WriteStream | undefined;

  constructor(input: string, dataFolder: string) {
    const name = `${path.basename(input)}.rejected.csv`;
    this.file = path.join(canWrite(path.dirname(input)) ? path.dirname(input) : dataFolder, name);
  }

  write({ row, line, reason, responseId }: RejectedRow): void {
    if (this.#stream === undefined) {
      this.#stream = createWriteStream(this.#unfinished, { mode: 0o600 });
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
    await new Promise<void>((resolve, reject) => {
      stream.once('error', reject);
      stream.end(() => resolve());
    });
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
