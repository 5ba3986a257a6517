import type { MetadataFile, PackageSource } from './packageSource.ts';
import { child, children, childText, type XmlElement } from './xmlTree.ts';

/** With whom, or whose records: `<role>Sales</role>` is `{ kind: 'role', name: 'Sales' }`. */
export interface SharedGroupSource {
  readonly kind: string;
  readonly name: string;
}

/** One line of a rule's criteria. */
export interface CriteriaItemSource {
  readonly line: number;
  readonly field: string;
  readonly operation: string;
  readonly value: string;
  readonly valueField: string | undefined;
}

/** A sharing rule as its file has it. */
export interface SharingRuleSource {
  readonly file: string;
  readonly line: number;
  /** `SharingCriteriaRule`, `SharingOwnerRule`, `SharingGuestRule`, `SharingTerritoryRule` */
  readonly type: string;
  readonly object: string;
  readonly name: string;
  readonly label: string | undefined;
  readonly accessLevel: string;
  readonly sharedTo: readonly SharedGroupSource[];
  readonly sharedFrom: readonly SharedGroupSource[];
  readonly criteria: readonly CriteriaItemSource[];
  readonly booleanFilter: string | undefined;
  /** Levels for an account's children: `caseAccessLevel`, `contactAccessLevel`, `opportunityAccessLevel`. */
  readonly accountSettings: ReadonlyMap<string, string>;
}

const ruleTypes: Readonly<Record<string, string>> = {
  sharingCriteriaRules: 'SharingCriteriaRule',
  sharingOwnerRules: 'SharingOwnerRule',
  sharingGuestRules: 'SharingGuestRule',
  sharingTerritoryRules: 'SharingTerritoryRule',
};

/** The sharing rules of an org, whether each is a component of its own or all of an object lie in one file. */
export function readSharingRules(source: PackageSource): readonly SharingRuleSource[] {
  return source.files.flatMap((file) => {
    if (file.type === 'SharingRules') {
      return file.root.children.flatMap((element) => {
        const type = ruleTypes[element.name];
        return type === undefined ? [] : [readRule(file, element, type, file.name, childText(element, 'fullName') ?? '')];
      });
    }
    if (!Object.values(ruleTypes).includes(file.type)) return [];
    const [object = '', ...name] = file.name.split('.');
    return [readRule(file, file.root, file.type, object, name.join('.'))];
  });
}

function readRule(file: MetadataFile, element: XmlElement, type: string, object: string, name: string): SharingRuleSource {
  const settings = child(element, 'accountSettings');
  return {
    file: file.path,
    line: element.line,
    type,
    object,
    name,
    label: childText(element, 'label'),
    accessLevel: childText(element, 'accessLevel') ?? '',
    sharedTo: groupsOf(child(element, 'sharedTo')),
    sharedFrom: groupsOf(child(element, 'sharedFrom')),
    criteria: children(element, 'criteriaItems').map((item) => ({
      line: item.line,
      field: childText(item, 'field') ?? '',
      operation: childText(item, 'operation') ?? '',
      value: childText(item, 'value') ?? '',
      valueField: childText(item, 'valueField'),
    })),
    booleanFilter: childText(element, 'booleanFilter'),
    accountSettings: new Map((settings?.children ?? []).map(({ name: setting, text }) => [setting, text.trim()])),
  };
}

/** Older files have the plural forms of the same elements. */
const singular: Readonly<Record<string, string>> = { groups: 'group', roles: 'role', rolesAndSubordinates: 'roleAndSubordinates' };

function groupsOf(element: XmlElement | undefined): readonly SharedGroupSource[] {
  return (element?.children ?? []).map(({ name, text }) => ({ kind: singular[name] ?? name, name: text.trim() }));
}
