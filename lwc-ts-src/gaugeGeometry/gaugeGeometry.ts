/** A point of the drawing, in user units; y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A half circle that opens downwards: `min` at its left end, `max` at its right end. */
export interface GaugeScale {
  readonly min: number;
  readonly max: number;
  readonly centre: Point;
}

/** The share of the half circle left of a value: 0 at `min`, 1 at `max`, clipped to both. */
export function shareOf(scale: GaugeScale, value: number): number {
  const share = (value - scale.min) / (scale.max - scale.min);
  return Math.min(1, Math.max(0, share));
}

/** Where a value lies on the half circle of a radius. */
export function pointOn(scale: GaugeScale, value: number, radius: number): Point {
  const angle = Math.PI * (1 - shareOf(scale, value));
  return { x: scale.centre.x + radius * Math.cos(angle), y: scale.centre.y - radius * Math.sin(angle) };
}

/** Path data of the arc between two values, for a stroked line. */
export function arcPath(scale: GaugeScale, from: number, to: number, radius: number): string {
  const start = pointOn(scale, from, radius);
  const end = pointOn(scale, to, radius);
  return `M ${coordinates(start)} A ${radius} ${radius} 0 0 1 ${coordinates(end)}`;
}

/** Path data of a straight mark across the ring at a value. */
export function markPath(scale: GaugeScale, value: number, innerRadius: number, outerRadius: number): string {
  return `M ${coordinates(pointOn(scale, value, innerRadius))} L ${coordinates(pointOn(scale, value, outerRadius))}`;
}

/** Path data of a needle: a slim triangle that points at a value. */
export function needlePath(scale: GaugeScale, value: number, length: number, halfWidth: number): string {
  const tip = pointOn(scale, value, length);
  const along = { x: (tip.x - scale.centre.x) / length, y: (tip.y - scale.centre.y) / length };
  const left = { x: scale.centre.x - along.y * halfWidth, y: scale.centre.y + along.x * halfWidth };
  const right = { x: scale.centre.x + along.y * halfWidth, y: scale.centre.y - along.x * halfWidth };
  return `M ${coordinates(left)} L ${coordinates(tip)} L ${coordinates(right)} Z`;
}

function coordinates(point: Point): string {
  return `${rounded(point.x)} ${rounded(point.y)}`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
