/** From values to positions in a drawing, and back. */
export interface Scale {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** The position of a value; values outside of the domain stay at its ends. */
  at(value: number): number;
  /** The value at a position; positions outside of the range stay at its ends. */
  valueAt(position: number): number;
}

/**
 * A straight scale. A range that runs backwards turns the drawing round, as y does and as time does from right to left.
 * A domain without extent puts everything in the middle.
 */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  return {
    domain,
    range,
    at: (value) => between(range, shareIn(domain, value)),
    valueAt: (position) => between(domain, shareIn(range, position)),
  };
}

/** How far a value lies from the first end to the second, 0 to 1. */
function shareIn([from, to]: readonly [number, number], value: number): number {
  if (from === to) return 0.5;
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

function between([from, to]: readonly [number, number], share: number): number {
  return share === 1 ? to : from + (to - from) * share;
}
