const ELLIPSIS = '\u2026';
/** A text only this much longer than the limit is shown whole: a button to read one more word is a nuisance. */
const TOLERANCE = 20;

/** Cuts a text to about `limit` characters, at the end of a word, never inside a surrogate pair. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit + TOLERANCE) return text;
  const cut = text.slice(0, limit);
  const lastSpace = cut.search(/\s\S*$/);
  const atWord = lastSpace > limit / 2 ? cut.slice(0, lastSpace) : cut;
  return `${atWord.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s.,;:]+$/, '')}${ELLIPSIS}`;
}
