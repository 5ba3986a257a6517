import { checkbox, dateTime, field, lookup, picklist, READ_ONLY } from './fields.ts';
import { PLAIN_SETTINGS, type ObjectDraft } from './objectDraft.ts';
import type { Field, SObjectType } from './types.ts';

/** How the records of one standard object are shared: the names that its share object has on the platform. */
interface StandardShare {
  readonly keyPrefix: string;
  /** Levels for the account's cases, contacts and opportunities. */
  readonly childLevels?: readonly string[];
}

const standardShares: Readonly<Record<string, StandardShare>> = {
  Account: { keyPrefix: '00r', childLevels: ['OpportunityAccessLevel', 'CaseAccessLevel', 'ContactAccessLevel'] },
  Asset: { keyPrefix: '70a' },
  Campaign: { keyPrefix: '08s' },
  Case: { keyPrefix: '01n' },
  Contact: { keyPrefix: '03j' },
  Individual: { keyPrefix: '0T5' },
  Lead: { keyPrefix: '01o' },
  Opportunity: { keyPrefix: '00t' },
  Order: { keyPrefix: '0Jo' },
};

/** Defaults of the organization that leave nothing to share of a custom object. */
const allMayWrite: ReadonlySet<string> = new Set(['ReadWrite', 'ReadWriteTransfer', 'FullAccess', 'ReadSelect']);

/**
 * The object that keeps with whom records of an object are shared
 * (`AccountShare`, `Invoice__Share`); undefined for objects whose records are
 * not shared one by one: details, those controlled by a parent, and custom
 * objects that everybody may change.
 * @param reasons names of the custom object's sharing reasons
 */
export function shareDraft(
  parent: Pick<ObjectDraft, 'name' | 'label' | 'custom' | 'kind' | 'hasOwner' | 'sharingModel'>,
  reasons: readonly string[],
): ObjectDraft | undefined {
  const standard = standardShares[parent.name];
  const isShared = parent.custom ? parent.kind === 'custom' && !allMayWrite.has(parent.sharingModel) : standard !== undefined;
  if (!isShared || !parent.hasOwner || parent.sharingModel.startsWith('ControlledBy')) return undefined;
  const name = shareNameOf(parent);
  return {
    name,
    label: parent.custom ? `Share: ${parent.label}` : `${parent.label} Share`,
    labelPlural: parent.custom ? `Share: ${parent.label}` : `${parent.label} Share`,
    keyPrefix: standard?.keyPrefix ?? '02c',
    custom: parent.custom,
    fields: fieldsOf(parent, standard, reasons),
    hasOwner: false,
    sharingModel: 'ControlledByParent',
    validationRules: [],
    createable: true,
    updateable: true,
    deletable: true,
    kind: 'share',
    queryable: true,
    undeletable: false,
    recordTypes: [],
    fieldSets: [],
    settings: { ...PLAIN_SETTINGS, search: false, reports: false, parentObject: parent.name },
  };
}

/** The name of an object's share object. */
export function shareNameOf(parent: Pick<SObjectType, 'name' | 'custom'>): string {
  return parent.custom ? parent.name.replace(/__c$/u, '__Share') : `${parent.name}Share`;
}

/** The fields of a share object that tell which record is shared, and how far. */
export interface ShareFields {
  readonly parent: string;
  readonly level: string;
}

/** @param parentName the shared object's API name */
export function shareFieldsOf(parentName: string, custom: boolean): ShareFields {
  return custom ? { parent: 'ParentId', level: 'AccessLevel' } : { parent: `${parentName}Id`, level: `${parentName}AccessLevel` };
}

function fieldsOf(
  parent: Parameters<typeof shareDraft>[0],
  standard: StandardShare | undefined,
  reasons: readonly string[],
): readonly Field[] {
  const key = shareFieldsOf(parent.name, parent.custom);
  const system = { ...READ_ONLY, nillable: false };
  const required = { required: true, updateable: false };
  return [
    field('Id', 'Record ID', 'id', { length: 18, ...system }),
    lookup(key.parent, `${parent.label} ID`, [parent.name], 'Shares', { ...required, onDelete: 'Cascade' }),
    lookup('UserOrGroupId', 'User/Group ID', ['Group', 'User'], undefined, { ...required, onDelete: 'Cascade' }),
    levelField(key.level, `${parent.label} Access`, true),
    ...(standard?.childLevels ?? []).map((name) => levelField(name, name.replace(/AccessLevel$/u, ' Access'), false)),
    causeField(reasons),
    dateTime('LastModifiedDate', 'Last Modified Date', system),
    lookup('LastModifiedById', 'Last Modified By ID', ['User'], undefined, system),
    checkbox('IsDeleted', 'Deleted', system),
  ];
}

function levelField(name: string, label: string, required: boolean): Field {
  return withRestriction(picklist(name, label, required ? ['Read', 'Edit', 'All'] : ['*None', 'Read', 'Edit'], { required }));
}

const platformCauses = ['Owner', '*Manual', 'Rule', 'ImplicitChild', 'ImplicitParent', 'Team', 'Territory'];

function causeField(reasons: readonly string[]): Field {
  const causes = [...platformCauses, ...reasons.map((name) => `${name}__c`)];
  return withRestriction(picklist('RowCause', 'Row Cause', causes, { updateable: false }));
}

function withRestriction(plain: Field): Field {
  return plain.picklist === undefined ? plain : { ...plain, picklist: { ...plain.picklist, restricted: true } };
}
