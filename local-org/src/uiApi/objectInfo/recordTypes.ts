import { normaliseId } from '../../storage/ids.ts';
import { MASTER_RECORD_TYPE_ID, recordTypeId } from '../../storage/metadataRecords/recordTypeId.ts';
import type { RecordType, SObjectType } from '../../schema/types.ts';

export { MASTER_RECORD_TYPE_ID };

/** The record type of an id; undefined for the master and for ids that are none of the object's. */
export function recordTypeOf(object: SObjectType, id: string): RecordType | undefined {
  const wanted = normaliseId(id);
  return object.recordTypes.find((type) => recordTypeId(object.name, type.name) === wanted);
}

/** UI API's Record Type Infos of an object, by id; the master is the default. */
export function recordTypeInfos(object: SObjectType): Record<string, unknown> {
  const infos = [
    ...object.recordTypes.map(({ name, label, active }) => info(recordTypeId(object.name, name), label, active, false)),
    info(MASTER_RECORD_TYPE_ID, 'Master', true, true),
  ];
  return Object.fromEntries(infos.map((entry) => [entry.recordTypeId, entry]));
}

function info(
  id: string,
  name: string,
  available: boolean,
  master: boolean,
): { readonly recordTypeId: string } & Readonly<Record<string, unknown>> {
  return { available, defaultRecordTypeMapping: master, master, name, recordTypeId: id };
}
