import type { MetadataProblem } from '../errors.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { readPicklistValues, type PicklistValueSource } from './picklistValues.ts';
import { childText } from './xmlTree.ts';

/** A global value set, or what the org says of a standard one. */
export interface ValueSetFile {
  readonly file: string;
  readonly name: string;
  readonly values: readonly PicklistValueSource[];
}

/** The value sets of an org, by lower-cased name, and what is wrong with their files. */
export interface ValueSets {
  readonly global: ReadonlyMap<string, ValueSetFile>;
  readonly standard: ReadonlyMap<string, ValueSetFile>;
  readonly problems: readonly MetadataProblem[];
}

/** Reads every `GlobalValueSet` and `StandardValueSet`. */
export function readValueSets(source: PackageSource): ValueSets {
  const problems: MetadataProblem[] = [];
  const global = new Map<string, ValueSetFile>();
  for (const { path, name, root } of filesOfType(source, 'GlobalValueSet')) {
    const set = { file: path, name: childText(root, 'fullName') ?? name, values: readPicklistValues(root, 'customValue') };
    if ((childText(root, 'masterLabel') ?? '') === '') {
      problems.push({ file: path, element: 'masterLabel', message: 'Required field is missing: masterLabel' });
    }
    problems.push(...valueProblems(set));
    global.set(set.name.toLowerCase(), set);
  }
  const standard = new Map<string, ValueSetFile>();
  for (const { path, name, root } of filesOfType(source, 'StandardValueSet')) {
    const set = { file: path, name: childText(root, 'fullName') ?? name, values: readPicklistValues(root, 'standardValue') };
    problems.push(...valueProblems(set));
    standard.set(set.name.toLowerCase(), set);
  }
  return { global, standard, problems };
}

/** Doubled and overlong values, and more than one default. */
export function valueProblems({ file, values }: Pick<ValueSetFile, 'file' | 'values'>): readonly MetadataProblem[] {
  const messages: string[] = [];
  const seen = new Set<string>();
  for (const { fullName, label } of values) {
    const key = fullName.toLowerCase();
    if (fullName === '') messages.push('Required field is missing: fullName');
    else if (seen.has(key)) messages.push(`Duplicate label: ${label}`);
    if (fullName.length > 255) messages.push('Value too long for field: PicklistValue maximum length is:255');
    seen.add(key);
  }
  if (values.filter((value) => value.isDefault).length > 1) messages.push('Only one value can be the default value');
  return messages.map((message) => ({ file, element: 'fullName', message }));
}
