import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PulseError } from '../errors.ts';

/**
 * Makes sure that a folder of ours within one that others may write to is a folder: by a link in its place they could have us move
 * files, and delete old ones, wherever we may.
 * @returns where it is
 * @throws PulseError when something else stands there
 */
export function ownFolder(folder: string, name: string): string {
  const own = path.join(folder, name);
  const there = lstatSync(own, { throwIfNoEntry: false });
  if (there === undefined) mkdirSync(own, { mode: 0o700 });
  if (there?.isDirectory() !== false) return own;
  throw new PulseError(`${own} is a link, not a folder. Nothing is taken from ${folder} until it is removed.`);
}

/** Removes a link that stands where a file is going to be written: writing would go through it. */
export function removeLink(file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true) rmSync(file);
}
