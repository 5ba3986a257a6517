/** The figures that are summed over answers: first those of the current window, then the same of the window before. */
export const windowFigures = [
  'RatingSum__c',
  'RatingSquareSum__c',
  'RatingCount__c',
  'PromoterCount__c',
  'DetractorCount__c',
  'RelationalCount__c',
  'RelationalPromoterCount__c',
  'RelationalDetractorCount__c',
] as const;

export type WindowFigure = (typeof windowFigures)[number];

/** One figure of the current window under the name it has in the window before. */
export function priorName(figure: WindowFigure): `Prior${WindowFigure}` {
  return `Prior${figure}`;
}

/** Every roll-up that is checked, but for the newest answer, which is a time. */
export const rollups: readonly string[] = [...windowFigures, ...windowFigures.map(priorName), 'ResponseCount__c'];

/** Sums over some answers, by the name of the roll-up that must hold them; what is not there is zero. */
export class Figures {
  readonly #sums = new Map<string, number>();
  /** Newest accepted answer, epoch milliseconds. */
  newest: number | undefined;

  of(name: string): number {
    return this.#sums.get(name) ?? 0;
  }

  add(name: string, amount: number): void {
    this.#sums.set(name, this.of(name) + amount);
  }

  seen(moment: number): void {
    this.newest = Math.max(this.newest ?? moment, moment);
  }

  addAll(other: Figures): void {
    for (const name of rollups) {
      const amount = other.of(name);
      if (amount !== 0) this.add(name, amount);
    }
    if (other.newest !== undefined) this.seen(other.newest);
  }
}
