import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { WatchSettings } from './settings.ts';

/** Files of watched folders, taken in or refused, in which one of the words stands: they are the operator's own, to be kept or deleted. */
export function filesMentioning({ folders }: WatchSettings, words: readonly string[]): readonly string[] {
  const wanted = words.map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
  if (wanted.length === 0) return [];
  return folders
    .flatMap(({ folder }) => ['done', 'failed'].map((name) => path.join(folder, name)))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? path.join(folder, entry.name) : [])),
    )
    .filter((file) => {
      // Whatever its encoding: addresses and numbers are ASCII, in UTF-16 with zeros between.
      const text = readFileSync(file, 'latin1').replaceAll('\0', '').toLowerCase();
      return wanted.some((word) => text.includes(word));
    });
}
