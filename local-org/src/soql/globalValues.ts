import type { RequestUser } from '../requestUser.ts';
import { EMPTY_SETUP, labelText } from '../schema/formulaSetup.ts';
import type { Field, FieldType, FieldValue, FieldValues, Schema, SObjectType } from '../schema/types.ts';
import { idFromSerial } from '../storage/ids.ts';
import type { RecordStore } from '../storage/recordStore.ts';

/** A global of formulas that is one value for a whole request: a label, a setting, a permission. */
export interface GlobalValue {
  readonly type: FieldType;
  readonly scale?: number;
  readonly read: (source: GlobalSource) => FieldValue;
}

/** Where global values are read: the org's records, for one user. */
export interface GlobalSource {
  readonly store: RecordStore;
  readonly user: RequestUser;
  /** The org's address without a trailing slash; absent: it has none yet. */
  readonly instanceUrl?: string;
}

/**
 * `$Label.Name`, `$Permission.Name`, `$Setup.Setting__c.Field__c` `$CustomMetadata.Type__mdt.Record.Field__c`
 * and `$Api.Partner_Server_URL_660`. Undefined: there is no such thing.
 */
export function globalValue(schema: Schema, path: readonly string[]): GlobalValue | undefined {
  const [global = '', ...rest] = path;
  switch (global.toLowerCase()) {
    case '$label':
      return labelValue(schema, rest);
    case '$permission':
      return permissionValue(schema, rest);
    case '$setup':
      return settingValue(schema, rest);
    case '$custommetadata':
      return metadataValue(schema, rest);
    case '$api':
      return serverUrl(schema, rest);
    default:
      return undefined;
  }
}

/** The address of one of the org's SOAP APIs, which formulas cut the org's own address out of. */
function serverUrl(schema: Schema, path: readonly string[]): GlobalValue | undefined {
  const [, kind = '', release = ''] = /^(Enterprise|Partner)_Server_URL_(\d{2,3})$/iu.exec(path.join('.')) ?? [];
  if (kind === '') return undefined;
  const letter = kind.toLowerCase() === 'enterprise' ? 'c' : 'u';
  const version = (Number(release) / 10).toFixed(1);
  const read = ({ store, instanceUrl = '' }: GlobalSource): FieldValue => {
    const [id = ''] = organizationIds(schema, store);
    return `${instanceUrl}/services/Soap/${letter}/${version}/${id.slice(0, 15)}`;
  };
  return { type: 'string', read };
}

/** `$Label.Name`, or with a namespace `$Label.c.Name`. */
function labelValue({ setup = EMPTY_SETUP }: Schema, path: readonly string[]): GlobalValue | undefined {
  const name = path.at(-1) ?? '';
  const text = path.length > 2 ? undefined : setup.labels.get(name.toLowerCase());
  return text === undefined ? undefined : { type: 'string', read: ({ user }) => labelText(setup, name, user.language) ?? text };
}

function permissionValue(schema: Schema, [name = '', ...more]: readonly string[]): GlobalValue | undefined {
  const sets = more.length > 0 ? undefined : (schema.setup ?? EMPTY_SETUP).customPermissions.get(name.toLowerCase());
  if (sets === undefined) return undefined;
  return { type: 'boolean', read: (source) => namesOfPermissionSets(schema, source).some((set) => sets.has(set)) };
}

/** The lower-cased names of the permission sets that the user is assigned. */
function namesOfPermissionSets(schema: Schema, { store, user }: GlobalSource): readonly string[] {
  const assignment = schema.object('PermissionSetAssignment');
  const set = schema.object('PermissionSet');
  if (assignment === undefined || set === undefined) return [];
  const assigned = recordsWhere(store, assignment, 'AssigneeId', user.id);
  const ids = assigned.flatMap(({ PermissionSetId: id }) => (typeof id === 'string' ? [id] : []));
  return [...store.read(set, ids).values()].map(({ Name: name }) => String(name).toLowerCase());
}

/** A hierarchy custom setting: the user's own value, else the profile's, else the org's. */
function settingValue(schema: Schema, [objectName = '', fieldName = '', ...more]: readonly string[]): GlobalValue | undefined {
  const object = schema.object(objectName);
  const field = more.length > 0 ? undefined : object?.fields.get(fieldName.toLowerCase());
  if (object?.kind !== 'customSetting' || field === undefined || object.settings.customSettingsType === 'List') return undefined;
  const read = (source: GlobalSource): FieldValue => {
    for (const owner of owners(schema, source)) {
      const value = recordsWhere(source.store, object, 'SetupOwnerId', owner)[0]?.[field.name];
      if (value !== undefined && value !== null) return value;
    }
    return field.type === 'boolean' ? false : null;
  };
  return typed(field, read);
}

/** The ids that a setting may be kept for, the closest first. */
function owners(schema: Schema, { store, user }: GlobalSource): readonly string[] {
  const users = schema.object('User');
  const profile = users === undefined ? undefined : store.read(users, [user.id]).get(user.id)?.['ProfileId'];
  return [user.id, ...(typeof profile === 'string' ? [profile] : []), ...organizationIds(schema, store)];
}

/** The org's one record of itself has the first id of its object. */
function organizationIds(schema: Schema, store: RecordStore): readonly string[] {
  const object = schema.object('Organization');
  if (object === undefined) return [];
  const first = idFromSerial(object.keyPrefix, 1);
  return [...store.read(object, [first]).keys()];
}

function metadataValue(schema: Schema, path: readonly string[]): GlobalValue | undefined {
  const [typeName = '', recordName = '', fieldName = ''] = path;
  const object = schema.object(typeName);
  const field = path.length === 3 ? object?.fields.get(fieldName.toLowerCase()) : undefined;
  const known = (schema.setup ?? EMPTY_SETUP).customMetadata.has(`${typeName}.${recordName}`.toLowerCase());
  if (object?.kind !== 'customMetadata' || field === undefined || !known) return undefined;
  return typed(field, ({ store }) => recordsWhere(store, object, 'DeveloperName', recordName)[0]?.[field.name] ?? null);
}

function typed(field: Field, read: GlobalValue['read']): GlobalValue {
  return field.scale === undefined ? { type: field.type, read } : { type: field.type, scale: field.scale, read };
}

function recordsWhere(store: RecordStore, object: SObjectType, fieldName: string, value: string): readonly FieldValues[] {
  const field = object.fields.get(fieldName.toLowerCase());
  if (field === undefined) return [];
  const ids = [...store.findBy(object, field, [value]).values()].flat();
  return [...store.read(object, ids).values()];
}
