import { round } from '../reports/chartAxes.ts';
import type { Band } from './bands.ts';

/** A half circle from the lowest to the highest value, in a field of 200 by 112. */
export interface GaugeDrawing {
  readonly arcs: readonly { readonly key: string; readonly d: string; readonly style: string }[];
  /** The needle; absent without a figure. */
  readonly needle: string | undefined;
  readonly low: number;
  readonly high: number;
}

const [middle, floor, radius] = [100, 100, 82];

/** A gauge over its ranges. Values beyond its ends stay at its ends. */
export function gaugeDrawing(bands: readonly Band[], value: number | undefined): GaugeDrawing {
  const ends = bands.flatMap(({ from, to }) => [from, to]).filter((end) => end !== undefined);
  const low = ends.length === 0 ? Math.min(0, value ?? 0) : Math.min(...ends);
  const high = ends.length === 0 ? Math.max(100, value ?? 0) : Math.max(...ends);
  const share = (one: number): number => Math.min(1, Math.max(0, (one - low) / (high - low || 1)));
  const drawn = bands.length === 0 ? [{ from: low, to: high, colour: '#706e6b' }] : bands;
  const arcs = drawn.map(({ from = low, to = high, colour }, index) => ({
    key: String(index),
    d: `M ${point(share(from), radius)} A ${String(radius)} ${String(radius)} 0 0 1 ${point(share(to), radius)}`,
    style: `stroke: ${colour}`,
  }));
  return { arcs, needle: value === undefined ? undefined : needleAt(share(value)), low, high };
}

function point(share: number, distance: number): string {
  const angle = Math.PI * (1 - share);
  return `${String(round(middle + distance * Math.cos(angle)))} ${String(round(floor - distance * Math.sin(angle)))}`;
}

/** A slim triangle that points at a share of the way. */
function needleAt(share: number): string {
  const angle = Math.PI * (1 - share);
  const [x, y] = [Math.cos(angle), -Math.sin(angle)];
  const foot = (side: number): string => `${String(round(middle - y * side))} ${String(round(floor + x * side))}`;
  return `M ${foot(4)} L ${point(share, 72)} L ${foot(-4)} Z`;
}
