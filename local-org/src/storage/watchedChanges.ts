/**
 * Counts the changes of the tables that decide who may see what, so that what
 * was worked out from them is worked out again only when one of them changed.
 * Tables that nobody watches cost one look-up a write.
 */
export class WatchedChanges {
  readonly #counts = new Map<string, number>();
  /** Changes whose transaction was undone count as another change. */
  #undone = 0;
  #isDirty = false;

  /** From now on changes of these objects' tables are counted. */
  watch(objectNames: readonly string[]): void {
    for (const name of objectNames) if (!this.#counts.has(name)) this.#counts.set(name, 0);
  }

  /** Records of the object were written. */
  note(objectName: string): void {
    const count = this.#counts.get(objectName);
    if (count === undefined) return;
    this.#counts.set(objectName, count + 1);
    this.#isDirty = true;
  }

  /** Anything may have changed: tables were written past the record store, or made anew. */
  noteAll(): void {
    this.#undone += 1;
  }

  /** A transaction, or a part of one, was undone. */
  undo(): void {
    if (this.#isDirty) this.#undone += 1;
  }

  /** The outermost transaction has ended. */
  settle(): void {
    this.#isDirty = false;
  }

  /** A text that differs whenever one of the objects has changed. */
  versionOf(objectNames: readonly string[]): string {
    let sum = 0;
    for (const name of objectNames) sum += this.#counts.get(name) ?? 0;
    return `${this.#undone}.${sum}`;
  }
}
