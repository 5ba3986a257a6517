import type { TranslatableText } from './text';

/** What is wrong with a translation, in words for who translates; empty when nothing is. */
export function problemsOf({ english, longest, words }: TranslatableText, translation: string): readonly string[] {
  if (words !== undefined) return words.includes(translation) ? [] : [`must be ${words.join(' or ')}, not "${translation}"`];
  return [
    ...differences('placeholder', placeholders(english), placeholders(translation)),
    ...differences('merge field', all(english, MERGE_FIELD), all(translation, MERGE_FIELD)),
    ...differences('tag', all(english, TAG), all(translation, TAG)),
    ...(longest !== undefined && translation.length > longest
      ? [`is ${String(translation.length)} characters long; ${String(longest)} fit`]
      : []),
    ...(edges(english) === edges(translation) ? [] : ['begins or ends with other white space than the English text']),
  ];
}

const PLACEHOLDER = /\{\d+\}/gu;
const MERGE_FIELD = /\{![^}]*\}/gu;
const TAG = /<\/?[A-Za-z][^>]*>/gu;

/** A placeholder may stand more than once, but must stand. */
const placeholders = (text: string): readonly string[] => [...new Set(all(text, PLACEHOLDER))];

function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([match]) => match);
}

function differences(what: string, wanted: readonly string[], found: readonly string[]): string[] {
  const missing = without(wanted, found).map((item) => `lacks the ${what} ${item}`);
  const added = without(found, wanted).map((item) => `has a ${what} that English has not: ${item}`);
  return [...missing, ...added];
}

/** Items of the first list that the second has not, or has less often. */
function without(items: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return items.filter((item) => {
    const index = left.indexOf(item);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

const edges = (text: string): string => `${/^\s*/u.exec(text)?.[0] ?? ''}|${/\s*$/u.exec(text)?.[0] ?? ''}`;
