import type { MetadataProblem } from '../errors.ts';
import type { MemberFiles, ObjectDraft } from './drafts.ts';
import type { Field } from './types.ts';

/** Lookups to objects that do not exist, names that two relationships share, masters that cannot be. */
export function relationshipProblems(drafts: readonly ObjectDraft[], files: MemberFiles): readonly MetadataProblem[] {
  const names = new Set(drafts.map((draft) => draft.name.toLowerCase()));
  const problems: MetadataProblem[] = [];
  const seen = new Map<string, string>();
  for (const draft of drafts) {
    const masters = draft.fields.filter((field) => field.reference?.masterDetail !== undefined);
    if (masters.length > 2) problems.push(problem(draft, masters[2], files, 'type', 'an object has at most two master-detail fields'));
    if (draft.sharingModel === 'ControlledByParent' && draft.custom && masters.length === 0) {
      problems.push({ file: `objects/${draft.name}`, element: 'sharingModel', message: 'ControlledByParent needs a master-detail field' });
    }
    for (const field of draft.fields) {
      if (!field.custom || field.reference === undefined) continue;
      for (const target of field.reference.targets) {
        if (!names.has(target.toLowerCase())) problems.push(problem(draft, field, files, 'referenceTo', `there is no object ${target}`));
        const name = field.reference.childRelationshipName;
        if (name === undefined) continue;
        const key = `${target}.${name}`.toLowerCase();
        if (seen.has(key))
          problems.push(problem(draft, field, files, 'relationshipName', `${name} is already used by ${seen.get(key) ?? ''}`));
        seen.set(key, `${draft.name}.${field.name}`);
      }
    }
  }
  return problems;
}

function problem(draft: ObjectDraft, field: Field | undefined, files: MemberFiles, element: string, message: string): MetadataProblem {
  const name = field?.name ?? '';
  return { file: files.get(`${draft.name}.${name}`.toLowerCase()) ?? `objects/${draft.name}`, element, message };
}
