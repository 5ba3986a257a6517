import { joined, objectName, type ObjectReference, PathWire } from '../../lds/PathWire.ts';
import { PlainDataWire } from '../../lds/DataWire.ts';
import { storeRecord } from '../../lds/recordCache.ts';
import { onRecordWritten } from '../../lds/recordWrites.ts';
import type { RecordRepresentation } from '../../lds/records.ts';
import { uiApiRequest } from '../../lds/uiApiRequest.ts';

export interface ListConfig {
  objectApiName?: ObjectReference | undefined;
  listViewApiName?: string | undefined;
}

/** Wire: what a list view shows: columns, filters, order. */
export class getListInfoByName extends PathWire<ListConfig> {
  protected override path({ objectApiName, listViewApiName }: ListConfig): string | undefined {
    const path = joined(objectName(objectApiName), listViewApiName);
    return path === undefined ? undefined : `/ui-api/list-info/${path}`;
  }
}

/** Wire: the list views of an object. */
export class getListInfosByObjectName extends PathWire<{ objectApiName?: ObjectReference | undefined }> {
  protected override path({ objectApiName }: { objectApiName?: ObjectReference | undefined }): string | undefined {
    const path = joined(objectName(objectApiName));
    return path === undefined ? undefined : `/ui-api/list-info/${path}`;
  }
}

export interface ListRecordsConfig extends ListConfig {
  fields?: readonly string[] | undefined;
  optionalFields?: readonly string[] | undefined;
  pageSize?: number | undefined;
  pageToken?: string | undefined;
  searchTerm?: string | undefined;
  /** One field, `-` in front for descending. */
  sortBy?: readonly string[] | string | undefined;
}

/** UI API's List Record Collection. */
export interface ListRecords {
  readonly records: readonly RecordRepresentation[];
  readonly nextPageToken: string | null;
  readonly [other: string]: unknown;
}

/** Wire: the records of a list view, one page at a time. */
export class getListRecordsByName extends PlainDataWire<ListRecordsConfig, ListRecords> {
  protected override isComplete({ objectApiName, listViewApiName }: ListRecordsConfig): boolean {
    return joined(objectName(objectApiName), listViewApiName) !== undefined;
  }

  protected override async read({ objectApiName, listViewApiName, ...body }: ListRecordsConfig): Promise<ListRecords> {
    const path = `/ui-api/list-records/${joined(objectName(objectApiName), listViewApiName) ?? ''}`;
    const list = (await uiApiRequest({ method: 'POST', path, body }, true)) as ListRecords;
    for (const record of list.records) storeRecord(record);
    return list;
  }

  /** A record of the list that is written is read again; new ones come with a refresh. */
  protected override watch(_config: ListRecordsConfig, again: () => void): () => void {
    return onRecordWritten((id) => {
      if (this.shows(id)) again();
    });
  }
}
