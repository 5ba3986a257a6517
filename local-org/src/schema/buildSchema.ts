import { MetadataError, type MetadataProblem } from '../errors.ts';
import type { PackageSource } from '../metadata/packageSource.ts';
import { draftObjects, type ObjectDraft } from './drafts.ts';
import { externalSharingProblems } from './externalSharing.ts';
import { readFormulaSetup, type FormulaSetup } from './formulaSetup.ts';
import { childRelationshipsByParent, fieldMap, OrgSchema } from './orgSchema.ts';
import { customMetadataProblems } from './customMetadataRecords.ts';
import { relationshipProblems } from './relationshipProblems.ts';
import { keepPicklistTranslators } from './schemaInLanguage.ts';
import { settingWarnings } from './settingWarnings.ts';
import { sharingRulesOf } from './sharingRules.ts';
import type { Schema, SObjectType } from './types.ts';

export interface SchemaOptions {
  /** The three characters that start the ids of a custom object; the same each time for the same object. */
  readonly keyPrefixOf?: (objectName: string) => string;
  /** Checks every formula of the finished schema; what it returns is refused with the rest. */
  readonly formulaProblems?: (schema: Schema, fileOf: FileOf) => readonly MetadataProblem[];
  /** Told of what does not stop a deployment: settings that are stored and not run. */
  readonly warn?: (problem: MetadataProblem) => void;
}

/** The file in which a field or validation rule (by API name) of an object is written. */
export type FileOf = (objectName: string, memberName: string) => string;

/**
 * The org's schema: the standard objects and everything that the org's metadata
 * says of objects, fields, value sets, record types, field sets and validation
 * rules; the records of custom metadata types are checked against it.
 * @throws MetadataError with every problem found
 */
export function buildSchema(source: PackageSource, options: SchemaOptions = {}): Schema {
  const { drafts, problems, files } = draftObjects(source);
  problems.push(...relationshipProblems(drafts, files));
  const plain = finishedSchema(drafts, options.keyPrefixOf ?? countingPrefixes(), readFormulaSetup(source));
  const sharing = sharingRulesOf(source, plain);
  const schema = new OrgSchema([...plain.objects.values()], plain.setup, sharing.rules);
  const fileOf: FileOf = (object, member) => files.get(`${object}.${member}`.toLowerCase()) ?? `the standard object ${object}`;
  problems.push(...customMetadataProblems(schema, source));
  if (options.formulaProblems !== undefined) problems.push(...options.formulaProblems(schema, fileOf));
  problems.push(...externalSharingProblems(source, schema));
  problems.push(...sharing.problems.filter(({ warning }) => warning !== true));
  const warnings = [...settingWarnings(source), ...sharing.problems.filter(({ warning }) => warning === true)];
  if (problems.length > 0) throw new MetadataError([...problems, ...warnings]);
  if (options.warn !== undefined) warnings.forEach(options.warn);
  keepPicklistTranslators(schema);
  return schema;
}

function finishedSchema(drafts: readonly ObjectDraft[], keyPrefixOf: (objectName: string) => string, setup: FormulaSetup): OrgSchema {
  const relationships = childRelationshipsByParent(drafts);
  return new OrgSchema(
    drafts.map((draft): SObjectType => {
      const { keyPrefix, fields, ...rest } = draft;
      return {
        ...rest,
        keyPrefix: keyPrefix ?? keyPrefixOf(draft.name),
        fields: fieldMap(fields),
        childRelationships: relationships.get(draft.name.toLowerCase()) ?? [],
      };
    }),
    setup,
  );
}

/** `a00`, `a01`, ... in order of asking: for schemas without a database behind them. */
export function countingPrefixes(): (objectName: string) => string {
  const prefixes = new Map<string, string>();
  return (objectName) => {
    const key = objectName.toLowerCase();
    const prefix = prefixes.get(key) ?? customKeyPrefix(prefixes.size, objectName);
    prefixes.set(key, prefix);
    return prefix;
  };
}

/** The key prefix of the n-th custom object of an org: `a00`, `a01`, ... `a0z`, `a10`, ...; metadata types and events begin otherwise. */
export function customKeyPrefix(index: number, objectName = ''): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const [, suffix = ''] = /__(mdt|e|x)$/iu.exec(objectName) ?? [];
  return `${suffix.charAt(0).toLowerCase() || 'a'}${digits.charAt(Math.floor(index / 62) % 62)}${digits.charAt(index % 62)}`;
}
