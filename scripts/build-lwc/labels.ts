import { readFileSync } from 'node:fs';
import { readBundleFile, type Bundle } from './bundles';

const LABEL_IMPORT = /'@salesforce\/label\/c\.(\w+)'/g;
const LABEL_NAME = /<fullName>(\w+)<\/fullName>/g;

/** One line for each label that a bundle asks for and the package does not have, and for each it has that no bundle asks for. */
export function checkLabels(bundles: readonly Bundle[], labelsFile: string): string[] {
  const defined = new Set(matches(readFileSync(labelsFile, 'utf8'), LABEL_NAME));
  const used = new Map<string, string>();
  for (const bundle of bundles) {
    for (const file of bundle.files.filter((name) => name.endsWith('.ts'))) {
      for (const label of matches(readBundleFile(bundle, file), LABEL_IMPORT)) used.set(label, `lwc-ts-src/${bundle.name}/${file}`);
    }
  }
  const missing = [...used].filter(([label]) => !defined.has(label)).map(([label, file]) => `${file}: no custom label ${label}`);
  const unused = [...defined].filter((label) => label.startsWith('Pulse_') && !used.has(label));
  return [...missing, ...unused.map((label) => `${labelsFile}: no component uses the label ${label}`)];
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
