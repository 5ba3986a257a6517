import { problemsOf } from './checkText';
import type { ExchangeRow } from './exchange';
import type { Translations } from './store/files';
import { fingerprint, type Fingerprints } from './store/fingerprints';
import type { LanguageState } from './state';

/** What an import makes of a language. */
export interface Imported {
  readonly translations: Translations;
  readonly fingerprints: Fingerprints;
  readonly taken: number;
  /** One line for each row that was not taken, and for each that was translated from an older English text. */
  readonly problems: readonly string[];
}

/** Adds the rows that have a translation to what is there. A row with a problem is left out, the others are taken. */
export function importRows(state: LanguageState, rows: readonly ExchangeRow[]): Imported {
  const known = new Map(state.catalog.texts.map((text) => [text.key, text]));
  const translations = new Map(state.translations);
  const fingerprints = new Map([...state.fingerprints].filter(([key]) => known.has(key)));
  const problems: string[] = [];
  let taken = 0;
  for (const { key, english, translation } of rows.filter((row) => row.translation.trim() !== '')) {
    const text = known.get(key);
    if (text === undefined) {
      problems.push(`${key}: the product has no such text`);
      continue;
    }
    const wrong = problemsOf(text, translation);
    problems.push(...wrong.map((problem) => `${key}: ${problem}`));
    if (wrong.length > 0) continue;
    if (english !== text.english) problems.push(`${key}: taken, but the English text has changed: ${text.english}`);
    translations.set(key, translation);
    fingerprints.set(key, fingerprint(english));
    taken += 1;
  }
  return { translations, fingerprints, taken, problems };
}
