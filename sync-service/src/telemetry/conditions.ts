/** How a part of the service is, as an operator is told. */
export interface Condition {
  readonly part: string;
  /** What is wrong, in words; absent when the part works. */
  readonly problem?: string;
  /** ISO 8601, UTC: since when it is so. */
  readonly since: string;
  /** The last problem there was and when it was last seen, also after it has gone. */
  readonly last?: { readonly problem: string; readonly at: string };
}

/** What is known of each part. Parts nobody spoke of are not in it. */
export class Conditions {
  readonly #parts = new Map<string, Condition>();
  readonly #changed = new Set<string>();

  /** Whether this is what is known of the part already. */
  says(part: string, problem: string | undefined): boolean {
    const known = this.#parts.get(part);
    return known !== undefined && known.problem === problem;
  }

  /** @returns whether the part's state or the problem's words are new */
  note(part: string, problem: string | undefined, now: Date): boolean {
    const before = this.#parts.get(part);
    const at = now.toISOString();
    const changed = before === undefined || before.problem !== problem;
    const sameSide = before !== undefined && (before.problem === undefined) === (problem === undefined);
    const last = problem === undefined ? before?.last : { problem, at };
    this.#parts.set(part, {
      part,
      since: sameSide ? before.since : at,
      ...(problem === undefined ? {} : { problem }),
      ...(last === undefined ? {} : { last }),
    });
    if (changed) this.#changed.add(part);
    return changed;
  }

  list(): readonly Condition[] {
    return [...this.#parts.values()].sort((one, other) => (one.part < other.part ? -1 : 1));
  }

  /** What changed since it was last asked: to be kept where other processes see it. */
  takeChanged(): readonly Condition[] {
    const changed = [...this.#changed].flatMap((part) => this.#parts.get(part) ?? []);
    this.#changed.clear();
    return changed;
  }
}
