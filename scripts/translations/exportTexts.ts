import type { ExchangeRow } from './exchange';
import { isStale, type LanguageState } from './state';
import type { TranslatableText } from './text';

/** The rows for a translator. @param onlyOpen leaves out what is translated and up to date */
export function exportRows(state: LanguageState, onlyOpen: boolean): readonly ExchangeRow[] {
  return state.catalog.texts
    .filter((text) => !onlyOpen || !state.translations.has(text.key) || isStale(state, text))
    .map((text) => ({
      key: text.key,
      english: text.english,
      translation: state.translations.get(text.key) ?? '',
      note: noteOf(text, isStale(state, text)),
    }));
}

function noteOf({ note, longest, isOptional }: TranslatableText, stale: boolean): string {
  const parts = [
    ...(stale ? ['CHANGED: the translation was made of another English text'] : []),
    note,
    ...(longest === undefined ? [] : [`at most ${String(longest)} characters`]),
    ...(isOptional === true ? ['may stay blank'] : []),
  ];
  return parts.join('; ');
}
