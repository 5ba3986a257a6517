import { filesOfType, type PackageSource } from './packageSource.ts';
import { tellerOf, type Tell } from './tell.ts';
import { child, children, childText, type XmlElement } from './xmlTree.ts';

/** How long the texts of a label may be. */
const longest = { fullName: 80, shortDescription: 80, value: 1000, categories: 255 } as const;

/** Text of every custom label by name, in the case in which it is written. */
export function readCustomLabels(source: PackageSource, tell: Tell): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const names = new Set<string>();
  for (const file of filesOfType(source, 'CustomLabels')) {
    const { error } = tellerOf(file.path, tell);
    for (const label of children(file.root, 'labels')) {
      const name = childText(label, 'fullName') ?? '';
      for (const message of labelProblems(label)) error(message, label);
      if (names.has(name.toLowerCase())) error(`Duplicate name '${name}' specified`, label);
      names.add(name.toLowerCase());
      labels.set(name, child(label, 'value')?.text ?? '');
    }
  }
  return labels;
}

/** The text of a label; names ignore case, as everywhere on the platform. */
export function textOfLabel(labels: ReadonlyMap<string, string>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return labels.get(name) ?? [...labels].find(([known]) => known.toLowerCase() === wanted)?.[1];
}

/** A label's name as it is written; names ignore case. */
export function nameOfLabel(labels: ReadonlyMap<string, string>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return labels.has(name) ? name : [...labels.keys()].find((known) => known.toLowerCase() === wanted);
}

function labelProblems(label: XmlElement): readonly string[] {
  const missing = ['fullName', 'language', 'shortDescription', 'value']
    .filter((element) => (child(label, element)?.text ?? '').trim() === '')
    .map((element) => `Required field is missing: ${element}`);
  const tooLong = Object.entries(longest)
    .filter(([element, length]) => (child(label, element)?.text ?? '').length > length)
    .map(([element, length]) => `Value too long for field: ${element} maximum length is:${length}`);
  const name = childText(label, 'fullName') ?? '';
  const misnamed = name === '' || /^[A-Za-z](?:_?[A-Za-z0-9])*$/u.test(name) ? [] : [nameRule(name)];
  return [...missing, ...tooLong, ...misnamed];
}

/** The platform's rule for developer names, in its words. */
export function nameRule(name: string): string {
  return (
    `The Name: ${name} can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, ` +
    'not include spaces, not end with an underscore, and not contain two consecutive underscores.'
  );
}
