import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { FieldTexts, ObjectTexts } from './languageTexts.ts';

const folder = new URL('./standard/', import.meta.url);
const fileSchema = z.record(z.string(), z.string());

/** What the platform itself calls its objects, fields and values in a language; an org's own translations come before it. */
export interface StandardTexts {
  readonly objects: ReadonlyMap<string, ObjectTexts>;
  /** Labels of fields that every object has, by lower-cased name. */
  readonly fields: ReadonlyMap<string, string>;
  readonly valueSets: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Languages in which the standard objects have names here, beside English. */
export function standardLanguages(): readonly string[] {
  return readdirSync(folder).flatMap((name) => (name.endsWith('.json') && name !== 'en.json' ? [name.replace(/\.json$/u, '')] : []));
}

/** Reads the file of a language: `Account.plural`, `Account.field.Phone`, `*.field.OwnerId`, `values.CaseStatus.New`. */
export function readStandardTexts(language: string): StandardTexts {
  const file = new URL(`${language}.json`, folder);
  const texts = existsSync(file) ? fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const objects = new Map<string, { singular?: string; plural?: string; fields: Map<string, FieldTexts> }>();
  const fields = new Map<string, string>();
  const valueSets = new Map<string, Map<string, string>>();
  for (const [key, text] of Object.entries(texts)) {
    const [, object = '', kind = '', name = ''] = /^([^.]+)\.([^.]+)(?:\.(.+))?$/u.exec(key) ?? [];
    if (object === 'values')
      valueSets.set(kind.toLowerCase(), (valueSets.get(kind.toLowerCase()) ?? new Map<string, string>()).set(name, text));
    else if (object === '*') fields.set(name.toLowerCase(), text);
    else {
      const own = objects.get(object.toLowerCase()) ?? { fields: new Map<string, FieldTexts>() };
      objects.set(object.toLowerCase(), own);
      if (kind === 'singular' || kind === 'plural') own[kind] = text;
      else own.fields.set(name.toLowerCase(), { label: text, values: new Map() });
    }
  }
  const nothing = { rules: new Map(), sections: new Map(), actions: new Map(), recordTypes: new Map() };
  return { objects: new Map([...objects].map(([name, own]) => [name, { ...nothing, ...own }])), fields, valueSets };
}

/** An object's texts with the platform's own behind them. */
export function withStandard(own: ObjectTexts, standard: ObjectTexts | undefined): ObjectTexts {
  if (standard === undefined) return own;
  const names = new Set([...own.fields.keys(), ...standard.fields.keys()]);
  const field = (name: string): FieldTexts => ({ values: new Map(), ...standard.fields.get(name), ...own.fields.get(name) });
  return { ...standard, ...own, fields: new Map([...names].map((name) => [name, field(name)])) };
}
