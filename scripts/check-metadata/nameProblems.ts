import { basename } from 'node:path';
import type { Problem } from './problem';
import type { XmlFile } from './xmlFile';

/** A part of an object is stored under its own name: a file that says otherwise was copied and forgotten. */
export function nameProblems(file: XmlFile): readonly Problem[] {
  const fullName = file.root.children.find((child) => child.name === 'fullName');
  const [expected] = basename(file.path).split('.');
  if (!fullName || fullName.text === expected) return [];
  return [{ file: file.path, line: fullName.line, message: `calls itself ${fullName.text}, but its file is named ${expected ?? ''}` }];
}
