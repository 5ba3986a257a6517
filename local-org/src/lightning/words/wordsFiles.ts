import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestUser } from '../../requestUser.ts';
import type { Schema } from '../../schema/types.ts';
import { contentHash } from '../build/contentHash.ts';
import { pageWordsVariable } from '../build/pageWords.ts';
import { assetsUrl } from '../build/staticAssets.ts';
import { baseTexts } from './baseTexts.ts';
import { localeValues } from './localeValues.ts';

/** First part of the address of these files, below `assetsUrl`. */
export const wordsArea = 'words';

/** In what words a page is read, and how numbers and dates are written on it. */
export type Reader = Pick<RequestUser, 'language' | 'locale'>;

/** What the files are made from. */
export interface WordsSources {
  readonly schema: Schema;
  /** Text of each custom label by its name as it is written. */
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * The script that a page loads before its modules: the custom labels, the words of the base components and the
 * values of the locale. One file for each language and locale, written when somebody first asks, kept by browsers.
 */
export class WordsFiles {
  readonly #sources: WordsSources;
  readonly #urls = new Map<string, string>();
  readonly folder: string;

  constructor(sources: WordsSources, cacheFolder: string) {
    this.#sources = sources;
    this.folder = join(cacheFolder, wordsArea);
  }

  urlFor({ language, locale }: Reader): string {
    const key = `${language} ${locale}`;
    const url = this.#urls.get(key) ?? this.#write(language, locale);
    this.#urls.set(key, url);
    return url;
  }

  #write(language: string, locale: string): string {
    const words = { labels: this.#labels(language), base: baseTexts(language), i18n: localeValues(locale) };
    const script = `globalThis.${pageWordsVariable}=${JSON.stringify(words)};\n`;
    const name = `${language.replaceAll(/\W/gu, '')}-${contentHash([script])}.js`;
    const file = join(this.folder, name);
    mkdirSync(this.folder, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, script);
    return `${assetsUrl}/${wordsArea}/${name}`;
  }

  #labels(language: string): Readonly<Record<string, string>> {
    const texts = this.#sources.schema.setup?.translations?.of(language)?.labels;
    return Object.fromEntries([...this.#sources.labels].map(([name, text]) => [name, texts?.get(name.toLowerCase()) ?? text]));
  }
}
