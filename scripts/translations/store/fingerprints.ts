import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { textOf } from './files';

/** Of which English text each translation was made: a short hash by key. */
export type Fingerprints = ReadonlyMap<string, string>;

/** A short hash of an English text: enough to see that it changed. */
export function fingerprint(english: string): string {
  return createHash('sha256').update(english).digest('hex').slice(0, 8);
}

const fileOf = (language: string): string => join('config', 'translations', `${language}.json`);

export function readFingerprints(root: string, language: string): Fingerprints {
  const text = textOf(join(root, fileOf(language)));
  const known: unknown = text === undefined ? {} : JSON.parse(text);
  if (typeof known !== 'object' || known === null) throw new Error(`${fileOf(language)} is no JSON object`);
  return new Map(Object.entries(known).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** One line a text, sorted, so that changes of several people merge. */
export function writeFingerprints(root: string, language: string, fingerprints: Fingerprints): void {
  const path = join(root, fileOf(language));
  mkdirSync(dirname(path), { recursive: true });
  const sorted = [...fingerprints].sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}
