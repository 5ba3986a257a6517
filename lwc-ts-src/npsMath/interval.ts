import { adjusted, standardError } from './adjusted';
import { npsOf, type NpsCounts } from './counts';
import { Z_95 } from './criticalValues';

/** Where a figure lies with 95 % confidence. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The adjusted-Wald interval of an NPS at 95 %, kept within -100 and 100; null without a rated answer.
 * The plain one is far too narrow for few answers, and of no width where all agree. With a handful of answers that all agree the
 * adjusted one would leave out the very figure that it is about: it reaches to that.
 */
export function npsInterval(counts: NpsCounts): Interval | null {
  const nps = npsOf(counts);
  if (nps === null) return null;
  return intervalAround(nps / 100, adjusted(counts).mean, Z_95 * standardError(counts));
}

/** An interval in points, out of figures from -1 to 1: within the scale, and as far as the figure itself. */
export function intervalAround(figure: number, centre: number, half: number): Interval {
  return { low: Math.min(figure, Math.max(-1, centre - half)) * 100, high: Math.max(figure, Math.min(1, centre + half)) * 100 };
}

/** Half the width of that interval before it is kept within the scale: the margin of error, in points. */
export function npsMargin(counts: NpsCounts): number | null {
  return counts.rated > 0 ? Z_95 * standardError(counts) * 100 : null;
}
