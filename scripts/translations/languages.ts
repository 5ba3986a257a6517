import type { Ids } from './text';

/** A form of an object's name that a language has, and how the platform marks it. */
export interface NameForm {
  /** End of its key: `singular`, `plural.definite`. */
  readonly key: string;
  readonly explained: string;
  readonly ids: Ids;
  /** Written with the text of this form where nobody translates it by itself. */
  readonly sameAs?: string;
}

/** What the platform wants to know of a noun in a language. */
export interface Grammar {
  readonly forms: readonly NameForm[];
  /** Genders of the language, in the platform's words; none where nouns have no gender. */
  readonly genders: readonly string[];
  readonly startsWith?: (word: string) => string;
}

const form = (key: string, explained: string, ids: Ids, sameAs?: string): NameForm =>
  sameAs === undefined ? { key, explained, ids } : { key, explained, ids, sameAs };

const one = ['plural', 'false'] as const;
const many = ['plural', 'true'] as const;

const plain: readonly NameForm[] = [form('singular', 'one of it', [one]), form('plural', 'several', [many])];

/** Nouns with the article as their end: en konto, kontoen, konti, kontiene. */
const withArticle: readonly NameForm[] = [
  form('singular', 'one of it, without an article', [['article', 'None'], one]),
  form('plural', 'several, without an article', [['article', 'None'], many]),
  form('singular.definite', 'one of it, in the definite form', [['article', 'Definite'], one]),
  form('plural.definite', 'several, in the definite form', [['article', 'Definite'], many]),
  form('singular.indefinite', '', [['article', 'Indefinite'], one], 'singular'),
  form('plural.indefinite', '', [['article', 'Indefinite'], many], 'plural'),
];

const inCase = (name: string, number: typeof one | typeof many): Ids => [['caseType', name], number];

const german: readonly NameForm[] = [
  form('singular', 'one of it, nominative', inCase('Nominative', one)),
  form('plural', 'several, nominative', inCase('Nominative', many)),
  form('singular.genitive', 'one of it, genitive (des ...)', inCase('Genitive', one)),
  form('plural.dative', 'several, dative (den ...)', inCase('Dative', many)),
  form('singular.accusative', '', inCase('Accusative', one), 'singular'),
  form('plural.accusative', '', inCase('Accusative', many), 'plural'),
  form('plural.genitive', '', inCase('Genitive', many), 'plural'),
  form('singular.dative', '', inCase('Dative', one), 'singular'),
];

const finnishCase = (name: string, number: typeof one | typeof many): Ids => [['caseType', name], number, ['possessive', 'None']];

const finnish: readonly NameForm[] = [
  form('singular', 'one of it, nominative', finnishCase('Nominative', one)),
  form('plural', 'several, nominative', finnishCase('Nominative', many)),
  form('singular.genitive', 'one of it, genitive', finnishCase('Genitive', one)),
  form('plural.genitive', 'several, genitive', finnishCase('Genitive', many)),
  form('singular.partitive', 'one of it, partitive', finnishCase('Partitive', one)),
  form('plural.partitive', 'several, partitive', finnishCase('Partitive', many)),
];

const vowel = /^[aeiouyæœ]/iu;
const withoutMarks = (word: string): string => word.normalize('NFD').replaceAll(/\p{M}/gu, '');

/** French elides before vowels and a mute h. */
const french = (word: string): string => (/^[aeiouyhœ]/iu.test(withoutMarks(word)) ? 'Vowel' : 'Consonant');
/** Italian has "lo" before z, gn, ps, pn, x, y and s with a consonant. */
const italian = (word: string): string => {
  if (/^(?:z|gn|ps|pn|x|y|s[^aeiou])/iu.test(word)) return 'Special';
  return vowel.test(withoutMarks(word)) ? 'Vowel' : 'Consonant';
};

const threeGenders = ['Masculine', 'Feminine', 'Neuter'];
const twoGenders = ['Masculine', 'Feminine'];
/** The platform stores the common gender of Danish, Swedish and Dutch as Feminine. */
const commonOrNeuter = ['Feminine', 'Neuter'];

/** The languages of the product beside English, by the platform's codes, with what their nouns need. */
export const GRAMMARS: Readonly<Record<string, Grammar>> = {
  da: { forms: withArticle, genders: commonOrNeuter },
  de: { forms: german, genders: threeGenders },
  es: { forms: plain, genders: twoGenders },
  fi: { forms: finnish, genders: [] },
  fr: { forms: plain, genders: twoGenders, startsWith: french },
  it: { forms: plain, genders: twoGenders, startsWith: italian },
  ja: { forms: plain.slice(0, 1), genders: [] },
  nl_NL: { forms: plain, genders: commonOrNeuter },
  no: { forms: withArticle, genders: threeGenders },
  pt_BR: { forms: plain, genders: twoGenders },
  sv: { forms: withArticle, genders: commonOrNeuter },
};

/** Codes of the languages, as the platform has them. */
export const LANGUAGES: readonly string[] = Object.keys(GRAMMARS);
