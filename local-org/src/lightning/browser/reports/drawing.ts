/** What a chart is made of, in pixels of its own field; y grows downwards. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly texts: readonly DrawnText[];
  /** What a person can stop at, by keyboard or pointer, in the order of the keys. */
  readonly points: readonly ChartPoint[];
}

export interface Shape {
  readonly d: string;
  /** `grid`, `axis`, `fill`, `line`, `dot` */
  readonly look: string;
  /** Which colour of the palette. */
  readonly colour?: number;
}

export interface DrawnText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly look: 'tick' | 'value' | 'category';
  /** Degrees. */
  readonly turn?: number;
  /** The whole text, where it had to be cut. */
  readonly whole?: string;
}

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  readonly category: number;
  readonly series: number;
}

/** Rough width of a text, in pixels, at the size of the charts' small letters. */
export function textWidth(text: string): number {
  return text.length * 6.4;
}

/** A text that fits into some pixels. */
export function fitted(text: string, width: number): string {
  const most = Math.max(3, Math.floor(width / 6.4));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
