/** A point of a chart: where it is, in percent from the beginning of the line and from below, and its words. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** No point further away than this answers a pointer, in pixels. */
const REACH = 40;

/** The index of the point nearest to a place in pixels, from the beginning of the line and from below; undefined where none is near. */
export function nearestPoint(
  points: readonly PlotPoint[],
  place: { readonly x: number; readonly y: number },
  size: { readonly width: number; readonly height: number },
  acrossOnly: boolean,
): number | undefined {
  let [best, least] = [undefined as number | undefined, acrossOnly ? Infinity : REACH];
  for (const [index, point] of points.entries()) {
    const across = (point.x / 100) * size.width - place.x;
    const distance = acrossOnly ? Math.abs(across) : Math.hypot(across, (point.y / 100) * size.height - place.y);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}
