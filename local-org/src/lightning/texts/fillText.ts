import type { CountedTextName, TextName } from './en.ts';

/** The shell's words in one language; those that nobody translated in English. */
export type Texts = Readonly<Record<TextName, string>> & Readonly<Record<string, string>>;

/** A text with what is filled in for `{0}`, `{1}`, ... */
export function fillText(text: string, values: readonly string[]): string {
  return text.replaceAll(/\{(\d)\}/gu, (whole, place: string) => values[Number(place)] ?? whole);
}

/** How a language counts, and how a person's locale writes numbers. */
export interface Counting {
  /** BCP 47, `pt-BR` */
  readonly language: string;
  /** BCP 47, `en-GB` */
  readonly locale: string;
}

/** The form of a text that goes with a number, with the number as `{0}`. */
export function countText(texts: Texts, name: CountedTextName, count: number, { language, locale }: Counting): string {
  const category = new Intl.PluralRules(known(language)).select(count);
  const text = texts[`${name}_${category}`] ?? texts[`${name}_other`];
  return fillText(text, [new Intl.NumberFormat(known(locale)).format(count)]);
}

/** A tag that Intl takes: users carry locales that it may not know. */
function known(tag: string): string {
  try {
    return new Intl.Locale(tag).toString();
  } catch {
    return 'en';
  }
}
