import type { MetadataProblem } from '../errors.ts';
import { readCustomField, readPicklistValues, type CustomFieldSource } from '../metadata/customField.ts';
import { readCustomObject, type CustomObjectSource } from '../metadata/customObject.ts';
import { filesOfType, type PackageSource } from '../metadata/packageSource.ts';
import { readValidationRule, type ValidationRule } from '../metadata/validationRule.ts';
import { autoNumber, fieldFromMetadata, type Report } from './fieldFromMetadata.ts';
import { auditFields, idFields, lookup, ownerField, text } from './fields.ts';
import { rollupFromMetadata } from './rollups.ts';
import { STANDARD_OBJECTS } from './standard/index.ts';
import type { Field, SObjectType } from './types.ts';

/** An object while the schema is being built. */
export interface ObjectDraft extends Omit<SObjectType, 'keyPrefix' | 'fields' | 'childRelationships'> {
  /** Undefined for custom objects: given when the schema is finished. */
  readonly keyPrefix: string | undefined;
  readonly fields: readonly Field[];
}

/** What an object is where its metadata says nothing. */
const PLAIN_OBJECT = {
  kind: 'standard',
  queryable: true,
  undeletable: true,
  recordTypes: [],
  fieldSets: [],
  settings: {
    activities: false,
    history: false,
    feeds: false,
    search: true,
    reports: true,
    bulkApi: true,
    streamingApi: true,
    deployed: true,
  },
} as const satisfies Partial<ObjectDraft>;

/** Where things are written: `object.member` in lower case -> file. */
export type MemberFiles = ReadonlyMap<string, string>;

interface Mutable {
  base: ObjectDraft;
  fields: Field[];
  rules: ValidationRule[];
  activities: boolean;
}

/** Reads the package's objects, fields and validation rules on top of the standard objects. */
export function draftObjects(source: PackageSource): {
  readonly drafts: readonly ObjectDraft[];
  readonly problems: MetadataProblem[];
  readonly files: MemberFiles;
} {
  const reader = new DraftReader(source);
  reader.readObjects();
  reader.readFields();
  reader.readValidationRules();
  return { drafts: reader.drafts(), problems: reader.problems, files: reader.files };
}

class DraftReader {
  readonly problems: MetadataProblem[] = [];
  readonly files = new Map<string, string>();
  readonly #source: PackageSource;
  readonly #objects = new Map<string, Mutable>();

  constructor(source: PackageSource) {
    this.#source = source;
    for (const standard of STANDARD_OBJECTS) {
      const { writable = true, deletable = writable, fields, ...rest } = standard;
      const base: ObjectDraft = {
        ...rest,
        custom: false,
        fields,
        hasOwner: fields.some((field) => field.name === 'OwnerId'),
        sharingModel: standard.sharingModel ?? 'ReadWrite',
        validationRules: [],
        createable: writable,
        updateable: writable,
        deletable,
        ...PLAIN_OBJECT,
      };
      this.#objects.set(standard.name.toLowerCase(), { base, fields: [...fields], rules: [], activities: false });
    }
  }

  readObjects(): void {
    for (const file of filesOfType(this.#source, 'CustomObject')) {
      const { object, problems } = readCustomObject(file);
      this.problems.push(...problems);
      const existing = this.#objects.get(object.name.toLowerCase());
      if (existing !== undefined) this.#amendStandard(existing, object);
      else this.#addCustomObject(object);
    }
  }

  readFields(): void {
    const summaries: CustomFieldSource[] = [];
    for (const file of filesOfType(this.#source, 'CustomField')) {
      const { field, problems } = readCustomField(file);
      this.problems.push(...problems);
      if (field.type === 'Summary') summaries.push(field);
      else this.#addField(field);
    }
    this.#addSummaries(summaries);
  }

  readValidationRules(): void {
    for (const file of filesOfType(this.#source, 'ValidationRule')) {
      const { source, problems } = readValidationRule(file);
      this.problems.push(...problems);
      const object = this.#owner(source.object, source.file);
      if (object === undefined) continue;
      const { errorField } = source.rule;
      if (errorField !== undefined && this.#find(source.object, errorField) === undefined) {
        this.problems.push({
          file: source.file,
          element: 'errorDisplayField',
          message: `there is no field ${errorField} on ${source.object}`,
        });
      }
      this.files.set(`${source.object}.${source.rule.name}`.toLowerCase(), source.file);
      object.rules.push(source.rule);
    }
  }

  drafts(): readonly ObjectDraft[] {
    const withActivities = [...this.#objects.values()].filter((object) => object.activities).map((object) => object.base.name);
    return [...this.#objects.values()].map(({ base, fields, rules }) => {
      const detail = base.custom && fields.some((field) => field.reference?.masterDetail !== undefined);
      const own = detail ? fields.filter((field) => field.name !== 'OwnerId') : fields;
      return {
        ...base,
        fields: own.map((field) => withActivityTargets(base.name, field, withActivities)),
        hasOwner: base.hasOwner && !detail,
        validationRules: rules,
      };
    });
  }

  #amendStandard(existing: Mutable, source: CustomObjectSource): void {
    if (existing.base.custom) this.problems.push({ file: source.file, message: `the object ${source.name} is defined twice` });
    const given = { label: source.label, pluralLabel: source.pluralLabel, nameField: source.nameField };
    for (const [element, value] of Object.entries(given)) {
      if (value !== undefined) this.problems.push({ file: source.file, element, message: 'changing a standard object is not run here' });
    }
    if (source.sharingModel !== undefined) existing.base = { ...existing.base, sharingModel: source.sharingModel };
  }

  #addCustomObject(source: CustomObjectSource): void {
    const report = this.#reporter(source.file);
    if (!source.name.endsWith('__c')) {
      report('fullName', `there is no standard object ${source.name} here, and a custom object's name ends in __c`);
      return;
    }
    if (source.label === undefined) report('label', 'a custom object needs a label');
    if (source.pluralLabel === undefined) report('pluralLabel', 'a custom object needs a plural label');
    if (source.sharingModel === undefined) report('sharingModel', 'a custom object needs a sharing model');
    const base: ObjectDraft = {
      name: source.name,
      label: source.label ?? source.name,
      labelPlural: source.pluralLabel ?? source.name,
      keyPrefix: undefined,
      custom: true,
      fields: [],
      nameField: 'Name',
      hasOwner: true,
      sharingModel: source.sharingModel ?? 'ReadWrite',
      validationRules: [],
      createable: true,
      updateable: true,
      deletable: true,
      ...PLAIN_OBJECT,
      kind: 'custom',
      ...(source.description === undefined ? {} : { description: source.description }),
    };
    const [id, ...rest] = idFields();
    const fields = [
      ...(id === undefined ? [] : [id]),
      ownerField(['Group', 'User']),
      ...rest,
      this.#nameField(source, report),
      ...auditFields(),
    ];
    this.#objects.set(source.name.toLowerCase(), { base, fields, rules: [], activities: source.enableActivities });
  }

  #nameField(source: CustomObjectSource, report: Report): Field {
    const { nameField } = source;
    if (nameField === undefined) {
      report('nameField', 'a custom object needs a name field');
      return text('Name', 'Name', 80);
    }
    const { trackHistory } = nameField;
    if (nameField.type === 'AutoNumber') {
      const numbering = autoNumber(nameField.displayFormat, nameField.startingNumber, report);
      return text('Name', nameField.label, 80, { createable: false, updateable: false, trackHistory, autoNumber: numbering });
    }
    if (nameField.type !== 'Text') report('nameField', `a name field is Text or AutoNumber, not ${nameField.type}`);
    return text('Name', nameField.label, 80, { trackHistory });
  }

  #addField(source: CustomFieldSource): void {
    const object = this.#owner(source.object, source.file);
    if (object === undefined) return;
    if (!source.name.endsWith('__c')) this.#amendField(object, source);
    else {
      const field = fieldFromMetadata(source, (name) => this.#globalValues(name), this.#reporter(source.file));
      if (field !== undefined) this.#put(object, field, source);
    }
  }

  /** A standard field's file in a package may set help and history; everything else is the platform's. */
  #amendField(object: Mutable, source: CustomFieldSource): void {
    const index = object.fields.findIndex((field) => field.name.toLowerCase() === source.name.toLowerCase());
    const existing = object.fields[index];
    if (existing === undefined) {
      this.problems.push({ file: source.file, message: `there is no standard field ${source.name} on ${source.object}` });
      return;
    }
    if (source.valueSet !== undefined) {
      this.problems.push({
        file: source.file,
        element: 'valueSet',
        message: 'values of standard picklists are not changed by a field file',
      });
    }
    const given = { required: source.required, unique: source.unique, externalId: source.externalId, defaultValue: source.defaultValue };
    for (const [element, value] of Object.entries(given)) {
      if (value !== undefined && value !== false) {
        this.problems.push({ file: source.file, element, message: 'changing a standard field is not run here' });
      }
    }
    const helpText = source.inlineHelpText ?? existing.helpText;
    object.fields[index] = { ...existing, trackHistory: source.trackHistory, ...(helpText === undefined ? {} : { helpText }) };
    this.files.set(`${source.object}.${existing.name}`.toLowerCase(), source.file);
  }

  /** Roll-ups last, and again while that helps: a roll-up may sum another one. */
  #addSummaries(sources: readonly CustomFieldSource[]): void {
    let waiting = sources;
    while (waiting.length > 0) {
      const later = waiting.filter((source) => this.#sumsAnother(source, waiting));
      const now = later.length === waiting.length ? waiting : waiting.filter((source) => !later.includes(source));
      for (const source of now) this.#addSummary(source);
      waiting = waiting.filter((source) => !now.includes(source));
    }
  }

  #sumsAnother(source: CustomFieldSource, waiting: readonly CustomFieldSource[]): boolean {
    const summed = source.summarizedField?.toLowerCase();
    return waiting.some((other) => `${other.object}.${other.name}`.toLowerCase() === summed);
  }

  #addSummary(source: CustomFieldSource): void {
    const object = this.#owner(source.object, source.file);
    if (object === undefined) return;
    const report = this.#reporter(source.file);
    const plain = fieldFromMetadata(source, () => undefined, report);
    const rollup = rollupFromMetadata(source, (name, field) => this.#find(name, field), report);
    if (plain === undefined || rollup === undefined) return;
    const summed = rollup.summarizedField === undefined ? undefined : this.#find(rollup.childObject, rollup.summarizedField);
    const scale = summed?.scale ?? plain.scale ?? 0;
    this.#put(object, { ...plain, type: summed?.type ?? 'double', scale, rollup }, source);
  }

  #put(object: Mutable, field: Field, source: CustomFieldSource): void {
    if (object.fields.some((other) => other.name.toLowerCase() === field.name.toLowerCase())) {
      this.problems.push({ file: source.file, message: `the field ${source.name} is defined twice on ${source.object}` });
      return;
    }
    this.files.set(`${source.object}.${field.name}`.toLowerCase(), source.file);
    object.fields.push(field);
  }

  #owner(objectName: string, file: string): Mutable | undefined {
    const object = this.#objects.get(objectName.toLowerCase());
    if (object === undefined) this.problems.push({ file, message: `there is no object ${objectName}` });
    return object;
  }

  #find(objectName: string, fieldName: string): Field | undefined {
    const wanted = fieldName.toLowerCase();
    return this.#objects.get(objectName.toLowerCase())?.fields.find((field) => field.name.toLowerCase() === wanted);
  }

  #globalValues(name: string): ReturnType<typeof readPicklistValues> | undefined {
    const file = filesOfType(this.#source, 'GlobalValueSet').find((candidate) => candidate.name === name);
    return file === undefined ? undefined : readPicklistValues(file.root, 'customValue');
  }

  #reporter(file: string): Report {
    return (element, message) => this.problems.push({ file, element, message });
  }
}

/** Tasks and events can be about every custom object that allows activities. */
function withActivityTargets(objectName: string, field: Field, extra: readonly string[]): Field {
  const isActivity = objectName === 'Task' || objectName === 'Event';
  if (!isActivity || field.name !== 'WhatId' || field.reference === undefined) return field;
  const { childRelationshipName } = field.reference;
  return lookup('WhatId', field.label, [...field.reference.targets, ...extra], childRelationshipName);
}
