import type { CountedTextName } from '../../texts/en.ts';
import { countText, fillText, type Texts } from '../../texts/fillText.ts';
import { pageSettings } from './settings.ts';

/** The shell's words in the user's language. */
export const texts: Texts = pageSettings.texts;

/** A text with what is filled in for `{0}`, `{1}`, ... */
export function say(text: string, ...values: readonly string[]): string {
  return fillText(text, values);
}

/** A text that goes with a number, in the form that the language has for it. */
export function sayCount(name: CountedTextName, count: number): string {
  return countText(texts, name, count, pageSettings);
}

/** A number as the user's locale writes it. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(pageSettings.locale).format(value);
}
