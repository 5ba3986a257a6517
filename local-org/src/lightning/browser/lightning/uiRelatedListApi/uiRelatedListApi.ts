import { PlainDataWire } from '../../lds/DataWire.ts';
import type { RecordRepresentation } from '../../lds/records.ts';
import { storeRecord } from '../../lds/recordCache.ts';
import { queryString, uiApiRequest } from '../../lds/uiApiRequest.ts';

export interface RelatedListConfig {
  parentRecordId?: string | undefined;
  /** `Contacts`, `Responses__r` */
  relatedListId?: string | undefined;
  fields?: readonly string[] | undefined;
  optionalFields?: readonly string[] | undefined;
  pageSize?: number | undefined;
  pageToken?: string | undefined;
  /** Qualified field, `-` in front for descending. */
  sortBy?: readonly string[] | undefined;
  where?: string | undefined;
}

/** UI API's Related List Record Collection. */
export interface RelatedListRecords {
  readonly records: readonly RecordRepresentation[];
  readonly count: number;
  readonly nextPageToken: string | null;
  readonly [other: string]: unknown;
}

/** Wire: the records of a related list, one page at a time. */
export class getRelatedListRecords extends PlainDataWire<RelatedListConfig, RelatedListRecords> {
  protected override isComplete(config: RelatedListConfig): boolean {
    return Boolean(config.parentRecordId) && Boolean(config.relatedListId);
  }

  protected override async read(config: RelatedListConfig): Promise<RelatedListRecords> {
    const { parentRecordId = '', relatedListId = '', fields, optionalFields, pageSize, pageToken, sortBy, where } = config;
    const query = queryString({ fields, optionalFields, pageSize, pageToken, sortBy, where });
    const path = `/ui-api/related-list-records/${encodeURIComponent(parentRecordId)}/${encodeURIComponent(relatedListId)}${query}`;
    const answer = (await uiApiRequest({ method: 'GET', path })) as RelatedListRecords;
    for (const record of answer.records) storeRecord(record);
    return answer;
  }
}
