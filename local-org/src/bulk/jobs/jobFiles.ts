import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Job } from './jobTypes.ts';

/** Where jobs keep their data, in the org's folder. File names are made of serial numbers: nothing of a request is in them. */
export class JobFiles {
  readonly folder: string;

  /** Makes the folder, readable to its owner only. */
  constructor(dataFolder: string) {
    this.folder = join(dataFolder, 'bulk');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  /** The CSV that was uploaded. */
  content(job: Job): string {
    return join(this.folder, `${job.serial}.csv`);
  }

  /** The rows of a query job. */
  result(job: Job): string {
    return join(this.folder, `${job.serial}.result.csv`);
  }

  remove(job: Job): void {
    for (const file of [this.content(job), this.result(job)]) rmSync(file, { force: true });
  }
}
