import type { OrgDatabase } from '../storage/database.ts';
import { foldSql } from '../storage/fold.ts';
import { isFoldedText, type Expression } from './expressions.ts';
import type { SqlBuilder } from './sqlBuilder.ts';

/**
 * How a user's locale sorts texts. English: by the UTF-8 values of the capitals,
 * so é comes after z. Any other language: by its own linguistic order (SOQL
 * reference, ORDER BY).
 */
export type Collation = { readonly kind: 'capitals' } | { readonly kind: 'linguistic'; readonly language: string };

const CAPITALS: Collation = { kind: 'capitals' };
/** Letters that the languages of the platform are written with, beside those of East Asia. */
const ALPHABETS: readonly (readonly [number, number])[] = [
  [0x20, 0x24f],
  [0x370, 0x52f],
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
  [0xe01, 0xe4e],
  [0x1e00, 0x1eff],
];
/** Ideographs and syllables, in the order of pinyin, strokes or sound: ranked only for who writes with them. */
const EAST_ASIAN: readonly (readonly [number, number])[] = [
  [0x3041, 0x30ff],
  [0x4e00, 0x9fff],
];
const EAST_ASIAN_LANGUAGES = new Set(['zh', 'ja']);
/** Keys are made of characters from here on, so that the separator is less than all of them. */
const FIRST = 0x20;
const SEPARATOR = '\u0001';
/** Before characters that were not ranked: they come last, by code point. */
const UNRANKED = '\ud7ff';

/** How texts are sorted for a user of this locale (`en_US`, `da_DK`). */
export function collationOf(locale: string): Collation {
  const [language = 'en'] = locale.toLowerCase().split(/[_-]/u);
  if (language === 'en') return CAPITALS;
  const tag = locale.replaceAll('_', '-');
  try {
    return { kind: 'linguistic', language: Intl.getCanonicalLocales(tag)[0] ?? language };
  } catch {
    return CAPITALS;
  }
}

/** What an expression is sorted by. */
export function sortKeySql(expression: Expression, collation: Collation, builder: SqlBuilder): string {
  if (!isFoldedText(expression)) return expression.sql;
  if (collation.kind === 'capitals') return foldSql(expression.sql);
  return `sort_key(${expression.sql}, ${builder.bind(collation.language)})`;
}

/** Makes `sort_key(text, language)` known to SQL. */
export function registerSortKeys(database: OrgDatabase): void {
  const byLanguage = new Map<string, SortKeys>();
  database.connection.function('sort_key', { deterministic: true }, (text, language) => {
    if (typeof text !== 'string' || typeof language !== 'string') return typeof text === 'number' ? text : null;
    let keys = byLanguage.get(language);
    if (keys === undefined) byLanguage.set(language, (keys = new SortKeys(language)));
    return keys.of(text);
  });
}

interface Rank {
  /** Which letter, whatever its case and accent. */
  readonly base: string;
  /** Which accent. */
  readonly accent: string;
}

/** Sort keys of one language: letters first, then accents; case does not count. */
export class SortKeys {
  readonly #ranks: ReadonlyMap<string, Rank>;

  constructor(language: string) {
    const [primary = ''] = language.split('-');
    const ranges = EAST_ASIAN_LANGUAGES.has(primary) ? [...ALPHABETS, ...EAST_ASIAN] : ALPHABETS;
    this.#ranks = ranked(ranges, language);
  }

  of(text: string): string {
    let letters = '';
    let accents = '';
    for (const character of text.normalize('NFC')) {
      const rank = this.#ranks.get(character);
      letters += rank?.base ?? `${UNRANKED}${character.toUpperCase()}`;
      accents += rank?.accent ?? '';
    }
    return `${letters}${SEPARATOR}${accents}`;
  }
}

function ranked(ranges: readonly (readonly [number, number])[], language: string): ReadonlyMap<string, Rank> {
  const order = new Intl.Collator(language, { sensitivity: 'accent' }).compare;
  const sameLetter = new Intl.Collator(language, { sensitivity: 'base' }).compare;
  const characters = ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
  );
  characters.sort(order);
  const ranks = new Map<string, Rank>();
  let base = FIRST;
  let accent = FIRST;
  for (const [index, character] of characters.entries()) {
    const before = characters[index - 1];
    if (before !== undefined && sameLetter(before, character) !== 0) {
      base += 1;
      accent = FIRST;
    } else if (before !== undefined && order(before, character) !== 0) accent += 1;
    ranks.set(character, { base: String.fromCharCode(base), accent: String.fromCharCode(accent) });
  }
  return ranks;
}
