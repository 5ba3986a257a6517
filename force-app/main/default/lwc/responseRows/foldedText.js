// Generated from lwc-ts-src/responseRows/foldedText.ts by `npm run build:lwc`. Change the source, not this file.
const MARKS = /\p{M}+/gu;
/** A text as a search compares it: without case, accents and width, so that "uber" finds "Über". */
export function foldedText(text) {
    return text.normalize('NFKD').replace(MARKS, '').toLowerCase();
}
