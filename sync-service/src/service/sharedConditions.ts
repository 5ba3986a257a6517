import { z } from 'zod';
import type { Store } from '../store/store.ts';
import type { Condition, Conditions } from '../telemetry/conditions.ts';

const kept = z.object({
  part: z.string(),
  problem: z.string().optional(),
  since: z.string(),
  last: z.object({ problem: z.string(), at: z.string() }).optional(),
});

const settingOf = (part: string): string => `condition of ${part}`;

/** Conditions as all workers and the starts before this one know them: a job runs on one worker, but any may be asked how it is. */
export class SharedConditions {
  readonly #store: Pick<Store, 'setting' | 'setSetting'>;
  readonly #conditions: Conditions;
  readonly #parts: readonly string[];

  /** @param parts those that may be known elsewhere */
  constructor(store: Pick<Store, 'setting' | 'setSetting'>, conditions: Conditions, parts: readonly string[]) {
    this.#store = store;
    this.#conditions = conditions;
    this.#parts = parts;
  }

  /** Keeps what changed since the last time. */
  async save(): Promise<void> {
    for (const condition of this.#conditions.takeChanged()) {
      await this.#store.setSetting(settingOf(condition.part), JSON.stringify(condition));
    }
  }

  /** Every part's condition: this process's own, or where it knows nothing the one that was kept. */
  async list(): Promise<readonly Condition[]> {
    const own = this.#conditions.list();
    const elsewhere = this.#parts.filter((part) => !own.some((condition) => condition.part === part));
    const found: Condition[] = [];
    for (const part of elsewhere) {
      const text = await this.#store.setting(settingOf(part));
      const condition = text === undefined ? undefined : kept.safeParse(JSON.parse(text)).data;
      if (condition !== undefined) found.push(withoutAbsent(condition));
    }
    return [...own, ...found].sort((one, other) => (one.part < other.part ? -1 : 1));
  }
}

function withoutAbsent({ part, since, problem, last }: z.infer<typeof kept>): Condition {
  return { part, since, ...(problem === undefined ? {} : { problem }), ...(last === undefined ? {} : { last }) };
}
