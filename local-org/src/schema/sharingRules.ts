import type { MetadataProblem } from '../errors.ts';
import { filterOperations } from '../metadata/filterOperations.ts';
import type { PackageSource } from '../metadata/packageSource.ts';
import { readSharingRules, type SharedGroupSource, type SharingRuleSource } from '../metadata/sharingRule.ts';
import { shareDraft } from './shareObjects.ts';
import type { Field, Schema, SObjectType } from './types.ts';

/** A group as metadata names it: its type among the records of Group, and its developer name. */
export interface NamedGroup {
  readonly type: 'Regular' | 'Queue' | 'Role' | 'RoleAndSubordinates' | 'RoleAndSubordinatesInternal' | 'Organization';
  /** Lower-cased; empty for all internal users. */
  readonly developerName: string;
}

/** One line of the criteria of a sharing rule. */
export interface SharingCriterion {
  readonly field: Field;
  readonly operation: (typeof filterOperations)[number];
  readonly value: string;
}

/** A rule that shares the records of an object with a group. */
export interface SharingRule {
  /** `Account.Big_Ones` */
  readonly fullName: string;
  readonly level: 'Read' | 'Edit';
  readonly sharedTo: NamedGroup;
  /** Whose records; absent for rules with criteria. */
  readonly sharedFrom?: NamedGroup;
  readonly criteria: readonly SharingCriterion[];
  /** `1 AND (2 OR 3)`; absent: all criteria must hold. */
  readonly booleanFilter?: string;
  /** Rules of accounts: what they give on the account's children. */
  readonly childLevels: ReadonlyMap<'Case' | 'Contact' | 'Opportunity', 'Read' | 'Edit'>;
}

/** What the org's metadata says of sharing rules, and what is wrong with it. */
export function sharingRulesOf(
  source: PackageSource,
  schema: Schema,
): { readonly rules: ReadonlyMap<string, readonly SharingRule[]>; readonly problems: readonly MetadataProblem[] } {
  const problems: MetadataProblem[] = [];
  const rules = new Map<string, SharingRule[]>();
  for (const rule of readSharingRules(source)) {
    const read = new RuleReader(rule, schema, problems).read();
    if (read === undefined) continue;
    const key = rule.object.toLowerCase();
    rules.set(key, [...(rules.get(key) ?? []), read]);
  }
  return { rules, problems };
}

const groupTypes: Readonly<Record<string, NamedGroup['type']>> = {
  group: 'Regular',
  queue: 'Queue',
  role: 'Role',
  roleAndSubordinates: 'RoleAndSubordinates',
  roleAndSubordinatesInternal: 'RoleAndSubordinatesInternal',
  allInternalUsers: 'Organization',
};

/** Criteria may look at what is stored with the record, and not at long texts (Help, "Criteria-Based Sharing Rules"). */
const withoutCriteria: ReadonlySet<Field['type']> = new Set(['longtextarea', 'encryptedstring', 'address', 'location', 'base64', 'time']);

class RuleReader {
  readonly #rule: SharingRuleSource;
  readonly #schema: Schema;
  readonly #problems: MetadataProblem[];
  #failed = false;

  constructor(rule: SharingRuleSource, schema: Schema, problems: MetadataProblem[]) {
    this.#rule = rule;
    this.#schema = schema;
    this.#problems = problems;
  }

  read(): SharingRule | undefined {
    const { type, object: objectName, name, accessLevel, booleanFilter } = this.#rule;
    const object = this.#schema.object(objectName);
    if (type === 'SharingGuestRule' || type === 'SharingTerritoryRule') {
      const feature = type === 'SharingGuestRule' ? 'guest users' : 'territories';
      this.#tell('sharedTo', `stored, not run: ${objectName}.${name}, because the org has no ${feature}`, true);
      return undefined;
    }
    if (object === undefined) {
      this.#fail('fullName', `Entity Enumeration Or ID: bad value for restricted picklist field: ${objectName}`);
      return;
    }
    if (shareDraft({ ...object, sharingModel: modelOf(object) }, []) === undefined) {
      this.#fail('fullName', `Sharing rules are not available for ${object.name} with its organization-wide default`);
      return;
    }
    if (accessLevel !== 'Read' && accessLevel !== 'Edit') {
      this.#fail('accessLevel', `The access level of a sharing rule is Read or Edit, not '${accessLevel}'`);
      return;
    }
    if ((this.#rule.label ?? '') === '') this.#fail('label', 'Required field is missing: label');
    const sharedTo = this.#group('sharedTo', this.#rule.sharedTo);
    const sharedFrom = type === 'SharingOwnerRule' ? this.#group('sharedFrom', this.#rule.sharedFrom) : undefined;
    const criteria = type === 'SharingCriteriaRule' ? this.#criteria(object) : [];
    this.#checkLogic();
    if (this.#failed || sharedTo === undefined) return undefined;
    return {
      fullName: `${object.name}.${name}`,
      level: accessLevel,
      sharedTo,
      criteria,
      childLevels: this.#childLevels(),
      ...(sharedFrom === undefined ? {} : { sharedFrom }),
      ...(booleanFilter === undefined || booleanFilter === '' ? {} : { booleanFilter }),
    };
  }

  #group(element: 'sharedTo' | 'sharedFrom', groups: readonly SharedGroupSource[]): NamedGroup | undefined {
    const [group, second] = groups;
    if (group === undefined || second !== undefined) {
      this.#fail(element, `A sharing rule has exactly one group in ${element}`);
      return;
    }
    const type = groupTypes[group.kind];
    if (type === undefined) {
      this.#fail(element, `${group.kind} is not run by local-org: the org has no such users`);
      return;
    }
    if (element === 'sharedTo' && type === 'Queue') {
      this.#fail(element, 'Records cannot be shared with a queue by a sharing rule');
      return;
    }
    return { type, developerName: type === 'Organization' ? '' : group.name.toLowerCase() };
  }

  #criteria(object: SObjectType): readonly SharingCriterion[] {
    const { criteria } = this.#rule;
    if (criteria.length === 0) this.#fail('criteriaItems', 'Required field is missing: criteriaItems');
    return criteria.flatMap((item) => {
      const field = object.fields.get(item.field.toLowerCase());
      const operation = filterOperations.find((one) => one === item.operation);
      if (field === undefined) this.#fail('criteriaItems', `The field ${item.field} of ${object.name} does not exist`, item.line);
      else if (field.formula !== undefined || withoutCriteria.has(field.type))
        this.#fail('criteriaItems', `The field ${field.name} cannot be used in the criteria of a sharing rule`, item.line);
      else if (operation === undefined || item.valueField !== undefined)
        this.#fail('criteriaItems', `This comparison of ${field.name} is not run by local-org`, item.line);
      else return [{ field, operation, value: item.value }];
      return [];
    });
  }

  /** `1 AND (2 OR 3)`: numbers of lines, these words, and parentheses that match. */
  #checkLogic(): void {
    const { booleanFilter = '', criteria } = this.#rule;
    if (booleanFilter === '') return;
    const numbers = booleanFilter.match(/\d+/gu) ?? [];
    let depth = 0;
    for (const [sign] of booleanFilter.matchAll(/[()]/gu)) {
      depth += sign === '(' ? 1 : -1;
      if (depth < 0) break;
    }
    const shape = booleanFilter.replaceAll(/[()]/gu, ' ').trim();
    const isChain = /^(?:NOT\s+)*\d+(?:\s+(?:AND|OR)\s+(?:NOT\s+)*\d+)*$/iu.test(shape);
    const areThere = numbers.every((number) => Number(number) >= 1 && Number(number) <= criteria.length);
    if (depth !== 0 || !isChain || !areThere) this.#fail('booleanFilter', `Invalid filter logic: ${booleanFilter}`);
  }

  #childLevels(): SharingRule['childLevels'] {
    const levels = new Map<'Case' | 'Contact' | 'Opportunity', 'Read' | 'Edit'>();
    for (const child of ['Case', 'Contact', 'Opportunity'] as const) {
      const level = this.#rule.accountSettings.get(`${child.toLowerCase()}AccessLevel`);
      if (level === 'Read' || level === 'Edit') levels.set(child, level);
    }
    return levels;
  }

  #fail(element: string, message: string, line = this.#rule.line): undefined {
    this.#failed = true;
    this.#tell(element, message, false, line);
  }

  #tell(element: string, message: string, warning: boolean, line = this.#rule.line): void {
    this.#problems.push({ file: this.#rule.file, line, element, message, ...(warning ? { warning: true as const } : {}) });
  }
}

/** Rules of a custom object that everybody may change do nothing, and the platform keeps them. */
function modelOf({ custom, sharingModel }: SObjectType): string {
  return custom && sharingModel === 'ReadWrite' ? 'Read' : sharingModel;
}
