import { z } from 'zod';
import type { Store } from '../store/store.ts';

const seen = z.strictObject({
  lastDelivery: z.string().optional(),
  lastRefusal: z.strictObject({ at: z.string(), reason: z.string() }).optional(),
});

/** When something last came from a source, and when a request in its name was last refused; times are ISO 8601, UTC. */
export type SourceActivity = z.infer<typeof seen>;

const settingOf = (source: string): string => `activity of source ${source}`;

/** Remembers what happened at each source, over restarts and for every worker, without a write for each delivery. */
export class Activities {
  readonly #store: Pick<Store, 'setting' | 'setSetting'>;
  readonly #seen = new Map<string, SourceActivity>();
  readonly #changed = new Set<string>();

  constructor(store: Pick<Store, 'setting' | 'setSetting'>) {
    this.#store = store;
  }

  delivered(source: string, at: string): void {
    this.#note(source, { lastDelivery: at });
  }

  refused(source: string, reason: string, at: string): void {
    this.#note(source, { lastRefusal: { at, reason } });
  }

  /** What this process and those before it know. */
  async of(source: string): Promise<SourceActivity> {
    const stored = await this.#stored(source);
    return newest(stored, this.#seen.get(source) ?? {});
  }

  /** Keeps what is new. */
  async save(): Promise<void> {
    for (const source of [...this.#changed]) {
      this.#changed.delete(source);
      await this.#store.setSetting(settingOf(source), JSON.stringify(await this.of(source)));
    }
  }

  async #stored(source: string): Promise<SourceActivity> {
    const text = await this.#store.setting(settingOf(source));
    return text === undefined ? {} : (seen.safeParse(JSON.parse(text)).data ?? {});
  }

  #note(source: string, activity: SourceActivity): void {
    this.#seen.set(source, { ...this.#seen.get(source), ...activity });
    this.#changed.add(source);
  }
}

function newest(one: SourceActivity, other: SourceActivity): SourceActivity {
  const lastDelivery = [one.lastDelivery, other.lastDelivery]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
  const refusals = [one.lastRefusal, other.lastRefusal].filter((refusal) => refusal !== undefined);
  const lastRefusal = refusals.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  return { ...(lastDelivery === undefined ? {} : { lastDelivery }), ...(lastRefusal === undefined ? {} : { lastRefusal }) };
}
