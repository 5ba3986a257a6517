/** From values to pixels. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** Round values on the way, about as many as were asked for. */
  readonly ticks: readonly number[];
  at(value: number): number;
}

/** An axis with round ends that holds all values, and 0 where bars stand on it. */
export function valueAxis(
  values: readonly number[],
  pixels: readonly [number, number],
  { count, withZero }: { readonly count: number; readonly withZero: boolean },
): Axis {
  const all = withZero ? [...values, 0] : values;
  const low = Math.min(...all);
  const high = low === 0 && all.every((value) => value === 0) ? 1 : Math.max(...all);
  // What differs by less than anybody can see is one value.
  const span = high - low > 1e-9 ? high - low : Math.max(Math.abs(high), 1);
  // Counts have no halves.
  const least = all.every(Number.isInteger) ? 1 : 0;
  const step = Math.max(least, roundStep(span / Math.max(1, count)));
  const from = Math.floor(low / step + 1e-9) * step;
  const to = Math.max(Math.ceil(high / step - 1e-9) * step, from + step);
  const ticks = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => exact(from + index * step, step));
  return { from, to, ticks, at: (value) => pixels[0] + ((value - from) / (to - from)) * (pixels[1] - pixels[0]) };
}

/** The smallest round number that is not below. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5, 10].find((one) => one * power >= rough * (1 - 1e-9)) ?? 10);
}

/** 0.1 * 3 is 0.30000000000000004: ticks are as exact as their step. */
function exact(value: number, step: number): number {
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return digits > 15 ? value : Number(value.toFixed(digits)) + 0;
}

/** Where the middle of each of some places of the same size lies. */
export function middles(count: number, from: number, to: number): readonly number[] {
  const each = (to - from) / Math.max(1, count);
  return Array.from({ length: count }, (_, index) => from + each * (index + 0.5));
}

/** The sums that a stack of values goes through: one begins where the one before ended, upwards and downwards apart. */
export function stacked(values: readonly (number | null)[]): readonly (readonly [number, number])[] {
  let [up, down] = [0, 0];
  return values.map((value) => {
    const amount = value ?? 0;
    if (amount >= 0) {
      const from = up;
      up += amount;
      return [from, up];
    }
    const from = down;
    down += amount;
    return [from, down];
  });
}

/** Values as shares of what they come to, in percent. */
export function shares(values: readonly (number | null)[]): readonly (number | null)[] {
  const sum = values.reduce<number>((total, value) => total + Math.abs(value ?? 0), 0);
  return values.map((value) => (value === null || sum === 0 ? null : (value / sum) * 100));
}

/** Hundredths of a pixel are finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
