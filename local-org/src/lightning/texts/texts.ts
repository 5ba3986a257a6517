import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { en } from './en.ts';
import type { Texts } from './fillText.ts';

const translationSchema = z.record(z.string(), z.string());

const known = new Map<string, Texts>();

/**
 * The shell's words in a language, as users have it: `da`, `nl_NL`, `en_US`. A text that has no
 * translation is English; a language without translations takes those of its main language (`pt` for `pt_PT`).
 */
export function textsFor(language: string): Texts {
  const found = known.get(language) ?? { ...en, ...translationsOf(language) };
  known.set(language, found);
  return found;
}

function translationsOf(language: string): Readonly<Record<string, string>> {
  const name = language.replace('-', '_');
  return readTranslations(name) ?? readTranslations(name.split('_')[0] ?? name) ?? {};
}

function readTranslations(name: string): Readonly<Record<string, string>> | undefined {
  if (!/^[a-z]{2,3}(?:_[A-Za-z]{2,4})?$/u.test(name)) return undefined;
  const file = new URL(`./translations/${name}.json`, import.meta.url);
  return existsSync(file) ? translationSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

const translationsFolder = new URL('./translations/', import.meta.url);

/** Languages that the shell speaks, English first; the given one is among them whether it is translated or not. */
export function languagesOffered(current: string): readonly string[] {
  const files = existsSync(translationsFolder) ? readdirSync(translationsFolder) : [];
  const translated = files.filter((name) => name.endsWith('.json')).map((name) => name.replace(/\.json$/u, ''));
  return [...new Set(['en_US', ...translated.sort(), current])];
}
