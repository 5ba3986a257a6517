/** Remembers what was asked for a while; those who ask at once share one call. A failed call is forgotten. */
export class TimedOnce<Value> {
  readonly #ageMs: number;
  readonly #now: () => Date;
  readonly #values = new Map<string, { readonly until: number; readonly value: Promise<Value> }>();

  constructor(ageMs: number, now: () => Date) {
    this.#ageMs = ageMs;
    this.#now = now;
  }

  get(key: string, ask: () => Promise<Value>): Promise<Value> {
    const now = this.#now().getTime();
    const known = this.#values.get(key);
    // A clock that was set back must not keep something for ever.
    if (known !== undefined && known.until > now && known.until <= now + this.#ageMs) return known.value;
    const value = ask();
    this.#values.set(key, { until: now + this.#ageMs, value });
    value.catch(() => this.forget(key));
    return value;
  }

  forget(key: string): void {
    this.#values.delete(key);
  }
}
