import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBundleFile, type Bundle } from './bundles';

const LABEL_IMPORT = /'@salesforce\/label\/c\.(\w+)'/g;
const LABEL_NAME = /<fullName>(\w+)<\/fullName>/g;

/** `{!$Label.Pulse_Title}` in flows and Lightning pages, `$Label.Pulse_Title` in formulas. */
const LABEL_MERGE_FIELD = /\$Label\.(?:c\.)?(\w+)/g;
/** Folders of the package whose files may name labels. */
const MERGING_FOLDERS = ['flexipages', 'flows', 'objects'];

/** One line for each label that a bundle asks for and the package does not have, and for each it has that nothing asks for. */
export function checkLabels(bundles: readonly Bundle[], labelsFile: string): string[] {
  const defined = new Set(matches(readFileSync(labelsFile, 'utf8'), LABEL_NAME));
  const used = new Map<string, string>();
  for (const bundle of bundles) {
    for (const file of bundle.files.filter((name) => name.endsWith('.ts'))) {
      for (const label of matches(readBundleFile(bundle, file), LABEL_IMPORT)) used.set(label, `lwc-ts-src/${bundle.name}/${file}`);
    }
  }
  const missing = [...used].filter(([label]) => !defined.has(label)).map(([label, file]) => `${file}: no custom label ${label}`);
  const merged = mergedLabels(dirname(dirname(labelsFile)));
  const unused = [...defined].filter((label) => label.startsWith('Pulse_') && !used.has(label) && !merged.has(label));
  return [...missing, ...unused.map((label) => `${labelsFile}: nothing uses the label ${label}`)];
}

/** Labels that metadata beside the components names. */
function mergedLabels(packageFolder: string): ReadonlySet<string> {
  const files = MERGING_FOLDERS.map((folder) => join(packageFolder, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)));
  return new Set(
    files.filter((file) => file.endsWith('-meta.xml')).flatMap((file) => matches(readFileSync(file, 'utf8'), LABEL_MERGE_FIELD)),
  );
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
