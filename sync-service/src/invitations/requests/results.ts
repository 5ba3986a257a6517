import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { asError, SetupError } from '../../errors.ts';
import { csvLine } from '../../inbox/safeCsv.ts';

/** What became of one row. */
export interface RowResult {
  readonly row: number;
  readonly line: number;
  readonly outcome: 'Requested' | 'Suppressed' | 'Failed' | 'Rejected';
  readonly reason?: string;
  readonly detail?: string;
  readonly invitationId?: string;
}

/** The list of results beside the file: a line for each row, safe to open in a spreadsheet. */
export class ResultsFile {
  readonly file: string;
  readonly #descriptor: number;
  #bytes: number;

  /**
   * @param keep bytes of an earlier, interrupted run that stay; 0 begins anew
   * @throws SetupError when it cannot be written
   */
  constructor(file: string, keep: number) {
    this.file = file;
    try {
      this.#descriptor = openSync(file, keep > 0 ? 'r+' : 'w', 0o600);
      ftruncateSync(this.#descriptor, keep);
    } catch (thrown) {
      throw new SetupError(`The list of results ${file} cannot be written: ${asError(thrown).message}`);
    }
    this.#bytes = keep;
    if (keep === 0) this.#write(csvLine(['row', 'line', 'outcome', 'reason', 'detail', 'invitation_id']));
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Writes results; they are on disk when it returns. */
  add(results: readonly RowResult[]): void {
    this.#write(
      results
        .map(({ row, line, outcome, reason, detail, invitationId }) =>
          csvLine([String(row), String(line), outcome, reason ?? '', detail ?? '', invitationId ?? '']),
        )
        .join(''),
    );
    fsyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #write(text: string): void {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length;) done += writeSync(this.#descriptor, bytes, done, bytes.length - done, this.#bytes + done);
    this.#bytes += bytes.length;
  }
}
