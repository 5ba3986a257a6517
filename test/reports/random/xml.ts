import type { Random } from '../world/random.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** An element that holds a text. */
export const element = (name: string, text: string): string =>
  `<${name}>${text.replaceAll(/[&<>]/gu, (sign) => ESCAPES[sign] ?? sign)}</${name}>`;

/** So many different items, or all. */
export function some<Item>(random: Random, items: readonly Item[], count: number): readonly Item[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(random.whole(0, left.length - 1), 1)).flat();
}
