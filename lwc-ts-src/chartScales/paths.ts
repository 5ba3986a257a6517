/** A point of a drawing; y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Path data of a line through points; null leaves a gap. A point between two gaps is drawn as a dot by round line caps. */
export function linePath(points: readonly (Point | null)[]): string {
  return runsOf(points)
    .map((run) => `M ${(run.length === 1 ? [...run, ...run] : run).map(coordinates).join(' L ')}`)
    .join(' ');
}

/** Path data of a line that stays level until the next point, as a limit does that is changed on a day. */
export function stepPath(points: readonly (Point | null)[]): string {
  return runsOf(points)
    .map((run) => {
      const [first, ...rest] = run.map((point) => ({ x: round2(point.x), y: round2(point.y) }));
      return first ? [`M ${first.x} ${first.y}`, ...rest.map(({ x, y }) => `H ${x} V ${y}`)].join(' ') : '';
    })
    .join(' ');
}

/** Path data of the area between two lines that run the same way. */
export function areaPath(upper: readonly Point[], lower: readonly Point[]): string {
  if (upper.length === 0 || lower.length === 0) return '';
  return `M ${[...upper, ...[...lower].reverse()].map(coordinates).join(' L ')} Z`;
}

/** Path data of a bar that stands on its lower edge, its upper corners rounded. */
export function barPath(x: number, y: number, width: number, height: number, radius: number): string {
  const r = round2(Math.max(0, Math.min(radius, width / 2, height)));
  const [left, top, right, bottom] = [round2(x), round2(y), round2(x + width), round2(y + height)];
  const [innerLeft, innerRight, innerTop] = [round2(left + r), round2(right - r), round2(top + r)];
  return `M ${left} ${bottom} V ${innerTop} Q ${left} ${top} ${innerLeft} ${top} H ${innerRight} Q ${right} ${top} ${right} ${innerTop} V ${bottom} Z`;
}

/** A coordinate as it stands in path data: a hundredth of a unit is finer than any screen. */
export function round2(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

function coordinates({ x, y }: Point): string {
  return `${round2(x)} ${round2(y)}`;
}

/** The stretches without a gap. */
function runsOf(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const point of [...points, null]) {
    if (point) run.push(point);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return runs;
}

/** Path data of a small shape around a point, as bands have them. */
export function shapePath(shape: 'circle' | 'triangle' | 'square', { x, y }: Point, radius: number): string {
  const r = round2(radius);
  const [left, right, top, bottom] = [round2(x - radius), round2(x + radius), round2(y - radius), round2(y + radius)];
  if (shape === 'circle') return `M ${left} ${round2(y)} a ${r} ${r} 0 1 0 ${2 * r} 0 a ${r} ${r} 0 1 0 ${-2 * r} 0 Z`;
  if (shape === 'square') return `M ${left} ${top} H ${right} V ${bottom} H ${left} Z`;
  return `M ${round2(x)} ${top} L ${right} ${bottom} H ${left} Z`;
}
