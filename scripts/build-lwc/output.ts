import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Output } from './compile';

/** Writes the output and removes what no bundle makes any more; files that are as they should be stay untouched. */
export function writeOutput(folder: string, output: Output): void {
  for (const file of staleFiles(folder, output)) {
    const path = join(folder, file);
    const text = output.get(file);
    if (text === undefined) {
      rmSync(path);
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** The files of a folder that differ from the output, are missing, or do not belong there. */
export function staleFiles(folder: string, output: Output): string[] {
  const present = filesIn(folder);
  const different = [...output].filter(([file, text]) => !present.includes(file) || readFileSync(join(folder, file), 'utf8') !== text);
  return [...different.map(([file]) => file), ...present.filter((file) => !output.has(file))];
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((file) => file.includes('/'));
}
