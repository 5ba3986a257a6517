/** A header tells whole seconds and travels for a while: less is no difference. */
const unsureMs = 3_000;

/** The org's time, by the `Date` header of its replies: whether something is due is a question for its clock, not for ours. */
export class OrgClock {
  readonly #clock: () => number;
  #aheadMs = 0;

  constructor(clock: () => number = Date.now) {
    this.#clock = clock;
  }

  /** Notes the header of a reply that has just come. */
  note(header: string | undefined): void {
    const said = Date.parse(header ?? '');
    if (Number.isNaN(said)) return;
    const ahead = said + 500 - this.#clock();
    this.#aheadMs = Math.abs(ahead) > unsureMs ? ahead : 0;
  }

  /** How far the org is ahead of this machine; negative where it is behind. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  now(): Date {
    return new Date(this.#clock() + this.#aheadMs);
  }
}
