import { SalesforceError } from '../../errors.ts';
import { children } from '../../metadata/xmlTree.ts';
import { recordOf } from '../crud/componentsOfRecord.ts';
import { metadataRecord } from '../crud/metadataRecords.ts';
import { deleteRecord, renameRecord, type SaveMode, saveRecord, type SaveResult } from '../crud/saveRecords.ts';
import { OrgComponents } from '../describe/orgComponents.ts';
import { isMetadataType } from '../types/metadataTypes.ts';
import type { MetadataApi, MetadataCall } from './metadataCall.ts';
import { parameterText, parameterTexts } from './parameters.ts';
import { MetadataContent, soapMembers, type SoapContent } from './soapXml.ts';

/** Records in a call: Metadata API Developer Guide, "createMetadata()". */
const mostRecords = 10;
/** Of types whose records are small. */
const mostSmallRecords = 200;
const smallTypes = new Set(['CustomMetadata', 'CustomApplication']);

export function readMetadata({ org }: MetadataApi, { body }: MetadataCall): SoapContent {
  const type = knownType(parameterText(body, 'type'));
  const names = parameterTexts(body, 'fullNames');
  checkCount(type, names.length);
  const components = new OrgComponents(org.deployments);
  const records = names.map((name) => metadataRecord(components, type, name));
  return { records: records.map((record) => (record === undefined ? null : new MetadataContent(record))) };
}

export const createMetadata = saving('create');
export const updateMetadata = saving('update');
export const upsertMetadata = saving('upsert');

export async function deleteMetadata({ org }: MetadataApi, { body, user }: MetadataCall): Promise<SoapContent> {
  const type = knownType(parameterText(body, 'type'));
  const names = parameterTexts(body, 'fullNames');
  checkCount(type, names.length);
  const results: SaveResult[] = [];
  for (const fullName of names) results.push(await deleteRecord(org, user, { type, fullName }));
  return results.map(soapMembers);
}

export async function renameMetadata({ org }: MetadataApi, { body, user }: MetadataCall): Promise<SoapContent> {
  const name = { type: knownType(parameterText(body, 'type')), fullName: parameterText(body, 'oldFullName') };
  return soapMembers(await renameRecord(org, user, name, parameterText(body, 'newFullName')));
}

function saving(mode: SaveMode): (api: MetadataApi, call: MetadataCall) => Promise<SoapContent> {
  return async ({ org }, { body, user }) => {
    const records = children(body, 'metadata').map(recordOf);
    checkCount(records[0]?.type ?? '', records.length);
    const results: SaveResult[] = [];
    // One after another: a field may belong to the object before it.
    for (const record of records) results.push(await saveRecord(org, user, mode, record));
    return results.map(soapMembers);
  };
}

function knownType(type: string): string {
  if (!isMetadataType(type)) throw new SalesforceError('INVALID_TYPE', `Unknown type name '${type}'`);
  return type;
}

function checkCount(type: string, count: number): void {
  const most = smallTypes.has(type) ? mostSmallRecords : mostRecords;
  if (count > most) {
    throw new SalesforceError('EXCEEDED_ID_LIMIT', `record limit reached. cannot submit more than ${most} records in this operation`);
  }
}
