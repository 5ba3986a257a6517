/** What a dashboard showed when it was refreshed last. */
export interface Refreshed<Data> {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly data: Data;
}

/** Views of dashboards that are kept at most; the one that was looked at longest ago goes first. */
const MOST = 500;

/**
 * What dashboards show until they are refreshed, as on the platform, in memory.
 * Whoever shares a key sees the same data.
 */
export class DashboardCache<Data> {
  readonly #views = new Map<string, Refreshed<Data> & { readonly basis: object }>();

  /** @param basis what the data was made from: another one, after a deployment, makes it worthless */
  get(key: string, basis: object): Refreshed<Data> | undefined {
    const view = this.#views.get(key);
    if (view === undefined || view.basis !== basis) return undefined;
    this.#views.delete(key);
    this.#views.set(key, view);
    return view;
  }

  put(key: string, basis: object, refreshed: Refreshed<Data>): Refreshed<Data> {
    this.#views.delete(key);
    this.#views.set(key, { ...refreshed, basis });
    for (const oldest of this.#views.keys()) {
      if (this.#views.size <= MOST) break;
      this.#views.delete(oldest);
    }
    return refreshed;
  }
}
