import { createHash } from 'node:crypto';
import { externalIdOf, type Answer } from '../answer.ts';
import type { Acceptance, Store } from '../store/store.ts';

/** Answers stored in one transaction: one flush to disk for so many. */
const batchSize = 1_000;

/** Takes answers in and counts what became of them. Everything it took is on disk after `flush`. */
export class Inbox {
  readonly #store: Pick<Store, 'accept'> | undefined;
  #batch: Answer[] = [];
  /** Fingerprints of the keys seen: a set of the keys themselves would not fit for millions of rows. */
  readonly #seen = new Set<number>();
  accepted = 0;
  noRating = 0;
  repeated = 0;
  unchanged = 0;

  /** @param store absent in a dry run */
  constructor(store: Pick<Store, 'accept'> | undefined) {
    this.#store = store;
  }

  async take(answer: Answer): Promise<void> {
    this.accepted++;
    if (answer.rating === undefined || answer.rating === null) this.noRating++;
    this.#batch.push(answer);
    if (this.#batch.length >= batchSize) await this.flush();
  }

  async flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    if (batch.length === 0) return;
    const acceptances = this.#store === undefined ? [] : await this.#store.accept(batch);
    batch.forEach((answer, index) => this.#count(answer, acceptances[index]));
  }

  #count(answer: Answer, acceptance: Acceptance | undefined): void {
    const fingerprint = createHash('sha256').update(externalIdOf(answer)).digest().readUIntBE(0, 6);
    if (this.#seen.has(fingerprint)) this.repeated++;
    else if (acceptance === 'unchanged' || acceptance === 'outdated') this.unchanged++;
    this.#seen.add(fingerprint);
  }
}
