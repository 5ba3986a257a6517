import type { MetadataProblem } from '../errors.ts';
import type { FieldSetItemSource, FieldSetSource } from '../metadata/fieldSet.ts';
import { apiNameProblem, tooLong } from '../metadata/nameRules.ts';
import type { Field, FieldSet } from './types.ts';

/** The field set of a file, and which of its fields are not there. */
export function fieldSetFromMetadata(
  source: FieldSetSource,
  find: (path: readonly string[]) => Field | undefined,
): { readonly fieldSet: FieldSet; readonly problems: readonly MetadataProblem[] } {
  const problems: MetadataProblem[] = [];
  const say = (element: string, message: string | undefined, line?: number): void => {
    if (message !== undefined) problems.push({ file: source.file, element, message, ...(line === undefined ? {} : { line }) });
  };
  say('fullName', apiNameProblem('Field Set Name', source.name));
  if ((source.label ?? '') === '') say('label', 'Required field is missing: label');
  say('label', tooLong('MasterLabel', source.label, 80));
  const check = (element: string, items: readonly FieldSetItemSource[]): void => {
    for (const { path, line } of items) {
      if (find(path.split('.')) !== undefined) continue;
      say(element, `In field: field - no CustomField named ${source.object}.${path} found`, line);
    }
  };
  check('displayedFields', source.displayed);
  check('availableFields', source.available);
  const fieldSet: FieldSet = {
    name: source.name,
    label: source.label ?? source.name,
    displayedFields: source.displayed.map(({ path, required }) => ({ path, required })),
    availableFields: source.available.map((item) => item.path),
    ...(source.description === undefined ? {} : { description: source.description }),
  };
  return { fieldSet, problems };
}
