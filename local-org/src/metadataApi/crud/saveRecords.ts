import type { Component, ComponentName, Deletion, DeployOutcome } from '../../deployment/types.ts';
import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { requireCustomization } from '../metadataAccess.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { MetadataRecord } from './componentsOfRecord.ts';

/** Metadata API Developer Guide, "SaveResult" and "UpsertResult". */
export interface SaveResult {
  readonly errors?: readonly SaveError[];
  readonly fullName: string;
  readonly success: boolean;
  /** Of an upsert only. */
  readonly created?: boolean;
}

export interface SaveError {
  readonly fields?: readonly string[];
  readonly message: string;
  readonly statusCode: string;
}

/** What a call wants of components that are there, or are not. */
export type SaveMode = 'create' | 'update' | 'upsert';

/** Saves one metadata object with all that is inside it, or nothing of it. */
export async function saveRecord(org: Org, user: RequestUser, mode: SaveMode, record: MetadataRecord): Promise<SaveResult> {
  const { type, fullName, components } = record;
  // A standard object is there without anybody having made it.
  const exists = org.deployments.read(record) !== undefined;
  if (exists && mode === 'create') {
    return refused(fullName, 'DUPLICATE_DEVELOPER_NAME', `There is already a ${type} named ${fullName}.`, ['fullName']);
  }
  if (!exists && mode === 'update') return notFound(record);
  const result = resultOf(fullName, await change(org, user, { components }));
  return mode === 'upsert' ? { ...result, created: result.success && !exists } : result;
}

/** Deletes one component. */
export async function deleteRecord(org: Org, user: RequestUser, name: ComponentName): Promise<SaveResult> {
  if (org.deployments.read(name) === undefined) return notFound(name);
  return resultOf(name.fullName, await change(org, user, { deleteLast: [{ ...name, fileName: name.fullName }] }));
}

/** Types whose components hold records: these would not survive being made anew under another name. */
const withData = new Set(['CustomObject', 'CustomField']);

/** Gives a component another name, by making it anew and deleting the old one. */
export async function renameRecord(org: Org, user: RequestUser, name: ComponentName, newName: string): Promise<SaveResult> {
  const component = org.deployments.read(name);
  if (component === undefined) return notFound(name);
  if (withData.has(name.type)) {
    throw new SalesforceError('INVALID_OPERATION', `renameMetadata of a ${name.type} is not run by local-org: its records would be lost`);
  }
  const renamed = { ...component, fullName: newName, fileName: component.fileName.replace(name.fullName, newName) };
  return resultOf(newName, await change(org, user, { components: [renamed], deleteLast: [{ ...name, fileName: component.fileName }] }));
}

interface Changes {
  readonly components?: readonly Component[];
  readonly deleteLast?: readonly Deletion[];
}

async function change(org: Org, user: RequestUser, { components = [], deleteLast = [] }: Changes): Promise<DeployOutcome> {
  requireCustomization(user);
  const options = { checkOnly: false, rollbackOnError: true, ignoreWarnings: true, purgeOnDelete: false };
  return org.deployments.deploy({ components, deleteFirst: [], deleteLast, user, ...options });
}

function resultOf(fullName: string, { status, components }: DeployOutcome): SaveResult {
  if (status !== 'Failed') return { fullName, success: true };
  const errors = components.flatMap((component) =>
    component.problems
      .filter(({ kind }) => kind === 'Error')
      .map(({ message }) => ({
        message: component.fullName === fullName ? message : `${component.fullName}: ${message}`,
        statusCode: 'FIELD_INTEGRITY_EXCEPTION',
      })),
  );
  return { errors, fullName, success: false };
}

function notFound({ type, fullName }: ComponentName): SaveResult {
  return refused(fullName, 'INVALID_CROSS_REFERENCE_KEY', `no ${type} named ${fullName} found`);
}

function refused(fullName: string, statusCode: string, message: string, fields?: readonly string[]): SaveResult {
  return { errors: [fields === undefined ? { message, statusCode } : { fields, message, statusCode }], fullName, success: false };
}
