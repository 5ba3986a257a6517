import { fillText, type Texts } from '../../texts/fillText.ts';
import type { WireVisualization } from '../reports/wire.ts';

/** A range of a figure: what it is called, and its colour. */
export interface Band {
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** `#c23934` */
  readonly colour: string;
  /** Told apart by shape also: the lowest is a square, the highest a circle. */
  readonly shape: string;
  readonly text: string;
}

const shapes = ['M 2 2 H 14 V 14 H 2 Z', 'M 8 1 L 15 14 H 1 Z', 'M 1 8 a 7 7 0 1 0 14 0 a 7 7 0 1 0 -14 0 Z'] as const;

/** The ranges of a gauge or a metric, from the lowest; none where the dashboard has no colours. */
export function bandsOf(properties: WireVisualization | null | undefined, texts: Texts, write: (value: number) => string): readonly Band[] {
  const breaks = (properties?.breakPoints?.[0]?.breaks ?? []).filter(
    ({ lowerBound, upperBound }) => lowerBound !== null || upperBound !== null,
  );
  return breaks.map(({ color, lowerBound, upperBound }, index) => {
    const [from, to] = [lowerBound ?? undefined, upperBound ?? undefined];
    const place = breaks.length === 1 ? 2 : Math.round((index / (breaks.length - 1)) * 2);
    return { from, to, colour: colourOf(color), shape: shapes[place] ?? shapes[2], text: bandText(from, to, texts, write) };
  });
}

function bandText(from: number | undefined, to: number | undefined, texts: Texts, write: (value: number) => string): string {
  if (from === undefined) return fillText(texts.rangeBelow, [write(to ?? 0)]);
  return to === undefined ? fillText(texts.rangeFrom, [write(from)]) : fillText(texts.rangeBetween, [write(from), write(to)]);
}

/** The range that a figure lies in: from its lower end up to, without, its upper end. */
export function bandOf(bands: readonly Band[], value: number | undefined): Band | undefined {
  if (value === undefined) return undefined;
  const found = bands.find(({ from = -Infinity, to = Infinity }) => value >= from && value < to);
  const last = bands.at(-1);
  return found ?? (last?.to === value ? last : undefined);
}

/** Colours come with and without a hash; whatever is none is grey. */
function colourOf(color: string | null): string {
  const hex = (color ?? '').replace('#', '');
  return /^[0-9a-f]{6}$/iu.test(hex) ? `#${hex}` : '#706e6b';
}
