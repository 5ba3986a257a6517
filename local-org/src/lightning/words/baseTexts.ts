import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const textsSchema = z.record(z.string(), z.string());

/**
 * The words of the base components in a language (buttons of the date picker, "required", "loading"), by the name of their label.
 * English is what they bring themselves; `en.json` lists it for who translates.
 */
export function baseTexts(language: string): Readonly<Record<string, string>> {
  const name = language.replace('-', '_');
  return read(name) ?? read(name.split('_')[0] ?? name) ?? {};
}

function read(name: string): Readonly<Record<string, string>> | undefined {
  if (name.startsWith('en') || !/^[a-z]{2,3}(?:_[A-Za-z]{2,4})?$/u.test(name)) return undefined;
  const file = new URL(`./base/${name}.json`, import.meta.url);
  return existsSync(file) ? textsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
