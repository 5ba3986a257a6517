import type { MetadataProblem } from '../errors.ts';
import type { MemberFiles, ObjectDraft } from './objectDraft.ts';
import { unresolved } from './referenceFromMetadata.ts';
import type { Field } from './types.ts';

/** The platform's limits for one object. */
const MOST_MASTERS = 2;
const MOST_RELATIONSHIPS = 40;
const MOST_ROLLUPS = 40;
const MOST_FIELDS = 800;
const MOST_TRACKED = 20;

/** Lookups to objects that do not exist, names that two relationships share, masters that cannot be, and more than an object can have. */
export function relationshipProblems(drafts: readonly ObjectDraft[], files: MemberFiles): readonly MetadataProblem[] {
  const byName = new Map(drafts.map((draft) => [draft.name.toLowerCase(), draft]));
  const problems: MetadataProblem[] = [];
  const seen = new Set<string>();
  for (const draft of drafts) {
    problems.push(...objectProblems(draft, files));
    for (const field of draft.fields) {
      if (!field.custom || field.reference === undefined) continue;
      problems.push(...targetProblems(draft, field, byName, files));
      const { childRelationshipName, targets } = field.reference;
      for (const target of childRelationshipName === undefined ? [] : targets) {
        const key = `${target}.${childRelationshipName ?? ''}`.toLowerCase();
        const label = byName.get(target.toLowerCase())?.label ?? target;
        const plain = childRelationshipName?.replace(/__r$/u, '') ?? '';
        if (seen.has(key)) {
          const message = `There is already a Child Relationship named ${plain} on ${label}.`;
          problems.push(problem(draft, field, files, 'relationshipName', message));
        }
        seen.add(key);
      }
    }
  }
  return problems;
}

function targetProblems(
  draft: ObjectDraft,
  field: Field,
  byName: ReadonlyMap<string, ObjectDraft>,
  files: MemberFiles,
): readonly MetadataProblem[] {
  return (field.reference?.targets ?? []).flatMap((name) => {
    const target = byName.get(name.toLowerCase());
    // The history that the platform keeps of an object points at nothing that could be missing.
    const isMetadata = field.reference?.metadata !== undefined;
    if (target !== undefined && (isMetadata || canBePointedAt(target))) return [];
    if (isMetadata && name === 'EntityParticle') return [];
    return [problem(draft, field, files, 'referenceTo', unresolved(name))];
  });
}

function canBePointedAt({ kind }: ObjectDraft): boolean {
  return kind !== 'platformEvent' && kind !== 'customMetadata' && kind !== 'customSetting' && kind !== 'big' && kind !== 'history';
}

function objectProblems(draft: ObjectDraft, files: MemberFiles): readonly MetadataProblem[] {
  const { fields, sharingModel, custom, name } = draft;
  const problems: MetadataProblem[] = [];
  const masters = fields.filter((field) => field.custom && field.reference?.masterDetail !== undefined);
  const own = fields.filter((field) => field.custom);
  const onObject = (element: string, message: string): void => {
    problems.push({ file: files.get(name.toLowerCase()) ?? `objects/${name}`, element, message });
  };
  if (masters.length > MOST_MASTERS) {
    const message = `Can not have more than ${String(MOST_MASTERS)} master-detail relationships on ${name}`;
    problems.push(problem(draft, masters[MOST_MASTERS], files, 'type', message));
  }
  if (draft.kind === 'custom' && sharingModel === 'ControlledByParent' && masters.length === 0) {
    onObject('sharingModel', 'Cannot set sharingModel to ControlledByParent on a CustomObject without a MasterDetail relationship field');
  }
  if (draft.kind === 'custom' && sharingModel !== 'ControlledByParent' && masters.length > 0) {
    onObject('sharingModel', `Cannot set sharingModel to ${sharingModel} on a CustomObject with a MasterDetail relationship field`);
  }
  if (!custom && masters.length > 0) {
    problems.push(problem(draft, masters[0], files, 'type', `A standard object cannot be the detail of a master-detail relationship`));
  }
  const limits = [
    [own.filter((field) => field.reference !== undefined).length, MOST_RELATIONSHIPS, 'relationship fields'],
    [own.filter((field) => field.rollup !== undefined).length, MOST_ROLLUPS, 'roll-up summary fields'],
    [own.length, MOST_FIELDS, 'custom fields'],
    [fields.filter((field) => field.trackHistory).length, MOST_TRACKED, 'fields with history tracking'],
  ] as const;
  for (const [count, most, what] of limits) {
    if (count > most) onObject('fields', `Too many fields: ${name} has ${String(count)} ${what}, and an object can have ${String(most)}`);
  }
  return problems;
}

function problem(draft: ObjectDraft, field: Field | undefined, files: MemberFiles, element: string, message: string): MetadataProblem {
  const name = field?.name ?? '';
  return { file: files.get(`${draft.name}.${name}`.toLowerCase()) ?? `objects/${draft.name}`, element, message };
}
