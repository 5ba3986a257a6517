const MARKS = /\p{M}+/gu;

/** A text as a search compares it: without case, accents and width, so that "uber" finds "Über". */
export function foldedText(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase();
}
