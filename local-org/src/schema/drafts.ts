import type { MetadataProblem } from '../errors.ts';
import { readCustomField, type CustomFieldSource } from '../metadata/customField.ts';
import { readCustomObject, type CustomObjectSource } from '../metadata/customObject.ts';
import { readFieldSet } from '../metadata/fieldSet.ts';
import { filesOfType, type MetadataFile, type PackageSource } from '../metadata/packageSource.ts';
import { readBusinessProcess, readRecordType } from '../metadata/recordType.ts';
import { readValidationRule } from '../metadata/validationRule.ts';
import { readValueSets, type ValueSets } from '../metadata/valueSets.ts';
import { amendField, amendStandardObject } from './amendStandard.ts';
import { customObjectDraft, historyDraft, recordTypeField } from './customObjects.ts';
import { fieldFromMetadata, locationParts, type Report } from './fieldFromMetadata.ts';
import { fieldSetFromMetadata } from './fieldSets.ts';
import { compileLookupFilter } from './lookupFilters.ts';
import { kindProblem } from './kindRules.ts';
import { fieldOf, growing, type GrowingObject, type MemberFiles, type ObjectDraft } from './objectDraft.ts';
import { dependencyProblems } from './picklistFromMetadata.ts';
import { businessProcessProblems, recordTypeFromMetadata } from './recordTypes.ts';
import { rollupFromMetadata } from './rollups.ts';
import { shareDraft } from './shareObjects.ts';
import { standardDrafts } from './standardDrafts.ts';
import type { Field } from './types.ts';
import { picklistValue, withDerivedFlag } from './valueSets.ts';
import { withActivityTargets } from './activityTargets.ts';

export type { MemberFiles, ObjectDraft } from './objectDraft.ts';

/** Reads what the org's metadata says of objects on top of the standard ones. */
export function draftObjects(source: PackageSource): {
  readonly drafts: readonly ObjectDraft[];
  readonly problems: MetadataProblem[];
  readonly files: MemberFiles;
} {
  const reader = new DraftReader(source);
  reader.readObjects();
  reader.readFields();
  reader.readObjectParts();
  return { drafts: reader.drafts(), problems: reader.problems, files: reader.files };
}

class DraftReader {
  readonly problems: MetadataProblem[] = [];
  readonly files = new Map<string, string>();
  readonly #source: PackageSource;
  readonly #sets: ValueSets;
  readonly #objects = new Map<string, GrowingObject>();
  /** Custom fields of the metadata, for what can be checked only when all fields are known. */
  readonly #later: CustomFieldSource[] = [];

  constructor(source: PackageSource) {
    this.#source = source;
    this.#sets = readValueSets(source);
    this.problems.push(...this.#sets.problems);
    for (const draft of standardDrafts(this.#sets)) this.#objects.set(draft.name.toLowerCase(), growing(draft));
  }

  readObjects(): void {
    const tabs = new Set(filesOfType(this.#source, 'CustomTab').map((file) => file.name.toLowerCase()));
    for (const file of filesOfType(this.#source, 'CustomObject')) {
      const object = readCustomObject(file);
      this.#readObject(object, tabs.has(object.name.toLowerCase()));
    }
  }

  #readObject(object: CustomObjectSource, hasTab: boolean): void {
    // `Activity` stands for what tasks and events share; it has no records of its own.
    if (object.name === 'Activity') {
      for (const name of ['task', 'event']) {
        const activity = this.#objects.get(name);
        if (activity !== undefined) activity.base = { ...activity.base, sharingModel: object.sharingModel ?? activity.base.sharingModel };
      }
      return;
    }
    const report = this.#reporter(object.file, object.root);
    const existing = this.#objects.get(object.name.toLowerCase());
    if (existing?.base.custom === false) amendStandardObject(existing, object, report);
    else if (existing !== undefined) report('fullName', `duplicate value found: ${object.name} is defined twice`);
    else {
      this.files.set(object.name.toLowerCase(), object.file);
      const draft = customObjectDraft(object, hasTab, report);
      if (draft !== undefined) this.#objects.set(object.name.toLowerCase(), growing(draft));
    }
  }

  readFields(): void {
    const summaries: CustomFieldSource[] = [];
    for (const file of filesOfType(this.#source, 'CustomField')) {
      const field = readCustomField(file);
      if (field.type === 'Summary') summaries.push(field);
      else for (const source of onEachActivity(field)) this.#addField(source);
    }
    this.#addSummaries(summaries);
    for (const source of this.#later) this.#checkAmongFields(source);
  }

  readObjectParts(): void {
    const processes = this.#readProcesses();
    this.#each('RecordType', (file) => {
      const source = readRecordType(file);
      const object = this.#owner(source.object, source.file);
      if (object === undefined) return;
      const around = { object: object.base.name, find: (name: string) => fieldOf(object, name), processes };
      const read = recordTypeFromMetadata({ ...source, object: object.base.name }, around);
      this.problems.push(...read.problems);
      object.recordTypes.push(read.recordType);
    });
    this.#each('FieldSet', (file) => {
      const source = readFieldSet(file);
      const object = this.#owner(source.object, source.file);
      if (object === undefined) return;
      const read = fieldSetFromMetadata(source, (path) => this.#resolve(object.base.name, path));
      this.problems.push(...read.problems);
      object.fieldSets.push(read.fieldSet);
    });
    this.#each('ValidationRule', (file) => {
      this.#readValidationRule(file);
    });
  }

  #each(type: string, read: (file: MetadataFile) => void): void {
    for (const file of filesOfType(this.#source, type)) read(file);
  }

  #readProcesses(): Parameters<typeof recordTypeFromMetadata>[1]['processes'] {
    const processes = new Map<string, ReturnType<typeof readBusinessProcess>>();
    this.#each('BusinessProcess', (file) => {
      const source = readBusinessProcess(file);
      const object = this.#owner(source.object, source.file);
      this.problems.push(...businessProcessProblems(source, (name) => fieldOf(object, name)));
      processes.set(`${source.object}.${source.name}`.toLowerCase(), source);
    });
    return processes;
  }

  #readValidationRule(file: MetadataFile): void {
    const { source, problems } = readValidationRule(file);
    this.problems.push(...problems);
    const object = this.#owner(source.object, source.file);
    if (object === undefined) return;
    const { errorField } = source.rule;
    if (errorField !== undefined && fieldOf(object, errorField) === undefined) {
      this.#reporter(source.file, file.root)('errorDisplayField', `Field ${errorField} does not exist. Check spelling.`);
    }
    this.files.set(`${source.object}.${source.rule.name}`.toLowerCase(), source.file);
    object.rules.push(source.rule);
  }

  drafts(): readonly ObjectDraft[] {
    const finished = [...this.#objects.values()].map(finishedDraft);
    const names = new Set(finished.map((draft) => draft.name));
    const histories = finished.flatMap((draft) => {
      const { historyObject } = draft.settings;
      return historyObject === undefined || names.has(historyObject) ? [] : [historyDraft(draft, historyObject)];
    });
    const shares = finished.flatMap((draft) => shareDraft(draft, this.#sharingReasons(draft.name)) ?? []);
    const all = [...finished, ...histories, ...shares];
    return all.map((draft) => ({ ...draft, fields: draft.fields.map((field) => withActivityTargets(draft.name, field, all)) }));
  }

  #sharingReasons(objectName: string): readonly string[] {
    return filesOfType(this.#source, 'SharingReason')
      .filter(({ object }) => object?.toLowerCase() === objectName.toLowerCase())
      .map(({ name }) => name.replace(/__c$/u, ''));
  }

  #addField(source: CustomFieldSource): void {
    const object = this.#owner(source.object, source.file);
    if (object === undefined) return;
    const report = this.#reporter(source.file, source.root);
    if (!/__[a-z]+$/u.test(source.name)) {
      amendField(object, source, report);
      this.files.set(`${source.object}.${source.name}`.toLowerCase(), source.file);
      this.#later.push(source);
      return;
    }
    const field = fieldFromMetadata(source, this.#surroundings(), report);
    if (field === undefined) return;
    const misplaced = kindProblem(source, object.base.kind);
    if (misplaced !== undefined) report('type', misplaced);
    this.#put(object, onKind(object, field), source);
    if (field.type === 'location') for (const part of locationParts(field, source.required)) this.#put(object, part, source);
    this.#later.push(source);
  }

  #surroundings(): Parameters<typeof fieldFromMetadata>[1] {
    return {
      globalValues: (name) => this.#sets.global.get(name.toLowerCase())?.values.map(picklistValue),
    };
  }

  /** What a field says of other fields: its controlling picklist, its lookup filter. */
  #checkAmongFields(source: CustomFieldSource): void {
    const object = this.#objects.get(source.object.toLowerCase());
    const field = fieldOf(object, source.name);
    if (object === undefined || field === undefined) return;
    const report = this.#reporter(source.file, source.root);
    for (const { element, message } of dependencyProblems(field, source.valueSet, (name) => fieldOf(object, name)))
      report(element, message);
    if (source.lookupFilter === undefined || field.reference === undefined) return;
    const around = {
      lookup: field,
      source: object.base.name,
      resolve: (name: string, path: readonly string[]) => this.#resolve(name, path),
    };
    const filter = compileLookupFilter(source.lookupFilter, around, (message) => {
      report('lookupFilter', message);
    });
    if (filter !== undefined) object.fields[object.fields.indexOf(field)] = { ...field, lookupFilter: filter };
  }

  /** Roll-ups last, and again while that helps: a roll-up may sum another one. */
  #addSummaries(sources: readonly CustomFieldSource[]): void {
    let waiting = sources;
    while (waiting.length > 0) {
      const current = new Set(waiting.map((source) => `${source.object}.${source.name}`.toLowerCase()));
      const later = waiting.filter((source) => current.has(source.summarizedField?.toLowerCase() ?? ''));
      const now = later.length === waiting.length ? waiting : waiting.filter((source) => !later.includes(source));
      for (const source of now) this.#addSummary(source);
      waiting = waiting.filter((source) => !now.includes(source));
    }
  }

  #addSummary(source: CustomFieldSource): void {
    const object = this.#owner(source.object, source.file);
    if (object === undefined) return;
    const report = this.#reporter(source.file, source.root);
    const plain = fieldFromMetadata(source, this.#surroundings(), report);
    const find = (name: string, field: string): Field | undefined => fieldOf(this.#objects.get(name.toLowerCase()), field);
    const rollup = rollupFromMetadata(source, find, report);
    if (plain === undefined || rollup === undefined) return;
    const summed = rollup.summarizedField === undefined ? undefined : find(rollup.childObject, rollup.summarizedField);
    const scale = summed?.scale ?? plain.scale ?? 0;
    this.#put(object, { ...plain, type: summed?.type ?? 'double', scale, rollup }, source);
  }

  #put(object: GrowingObject, field: Field, source: CustomFieldSource): void {
    if (fieldOf(object, field.name) !== undefined) {
      const message = `duplicate value found: the field ${field.name} is defined twice on ${source.object}`;
      this.problems.push({ file: source.file, message });
      return;
    }
    this.files.set(`${source.object}.${field.name}`.toLowerCase(), source.file);
    object.fields.push(field);
  }

  #owner(objectName: string, file: string): GrowingObject | undefined {
    const object = this.#objects.get(objectName.toLowerCase());
    if (object === undefined)
      this.problems.push({ file, message: `Entity Enumeration Or ID: bad value for restricted picklist field: ${objectName}` });
    return object;
  }

  /** A field by its path from an object: `Owner.Name`. */
  #resolve(objectName: string, path: readonly string[]): Field | undefined {
    const object = this.#objects.get(objectName.toLowerCase());
    const [first = '', ...rest] = path;
    if (rest.length === 0) return first === 'RecordTypeId' && object !== undefined ? recordTypeField() : fieldOf(object, first);
    const step = object?.fields.find((field) => field.reference?.relationshipName?.toLowerCase() === first.toLowerCase());
    const [target] = step?.reference?.targets.toReversed() ?? [];
    if (first === 'RecordType') return this.#resolve('RecordType', rest);
    return target === undefined ? undefined : this.#resolve(target, rest);
  }

  #reporter(file: string, root: MetadataFile['root']): Report {
    return (element, message) => {
      const line = root.children.find((child) => child.name === element)?.line;
      this.problems.push({ file, element, message, ...(line === undefined ? {} : { line }) });
    };
  }
}

/** Custom fields of `Activity` are fields of tasks and of events. The one name of their child relationship stands for the tasks. */
function onEachActivity(source: CustomFieldSource): readonly CustomFieldSource[] {
  if (source.object !== 'Activity') return [source];
  return [
    { ...source, object: 'Task' },
    { ...source, object: 'Event', relationshipName: undefined },
  ];
}

/** Rows of custom metadata types come by deployment alone; published events are never changed. */
function onKind({ base }: GrowingObject, field: Field): Field {
  if (base.kind === 'customMetadata') return { ...field, createable: false, updateable: false };
  return base.kind === 'platformEvent' ? { ...field, updateable: false } : field;
}

function finishedDraft({ base, fields, rules, recordTypes, fieldSets, settings }: GrowingObject): ObjectDraft {
  const detail = base.custom && fields.some((field) => field.reference?.masterDetail !== undefined);
  const own = detail ? fields.filter((field) => field.name !== 'OwnerId') : fields;
  const hasRecordTypeField = recordTypes.length > 0 && base.kind !== 'customMetadata';
  const all = hasRecordTypeField ? [...own, recordTypeField()] : own;
  const historyObject = settings.historyObject ?? (base.custom && settings.history ? base.name.replace(/__c$/u, '__History') : undefined);
  return {
    ...base,
    fields: all.map((field) => withDerivedFlag(base.name, field, all)),
    hasOwner: base.hasOwner && !detail,
    validationRules: rules,
    recordTypes,
    fieldSets,
    settings: historyObject === undefined ? settings : { ...settings, historyObject },
  };
}
