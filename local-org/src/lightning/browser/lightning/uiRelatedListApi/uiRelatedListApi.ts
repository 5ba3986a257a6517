import { PlainDataWire } from '../../lds/DataWire.ts';
import { joined, objectName, type ObjectReference, PathWire } from '../../lds/PathWire.ts';
import { isRecord, type RecordRepresentation } from '../../lds/records.ts';
import { storeRecord } from '../../lds/recordCache.ts';
import { onRecordWritten } from '../../lds/recordWrites.ts';
import { queryString, uiApiRequest } from '../../lds/uiApiRequest.ts';

/** What is asked of one related list. */
export interface RelatedListParameters {
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

export interface RelatedListConfig extends RelatedListParameters {
  parentRecordId?: string | undefined;
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
    return stored((await uiApiRequest({ method: 'GET', path })) as RelatedListRecords);
  }

  /** A record of the list that is written is read again; new ones come with a refresh. */
  protected override watch(_config: RelatedListConfig, again: () => void): () => void {
    return onRecordWritten((id) => {
      if (this.shows(id)) again();
    });
  }
}

export interface RelatedListsConfig {
  parentRecordId?: string | undefined;
  relatedListParameters?: readonly RelatedListParameters[] | undefined;
}

/** One list of a batch: its records, or with another status the errors. */
export interface RelatedListResult {
  readonly statusCode: number;
  readonly result: RelatedListRecords;
}

/** Wire: the records of several related lists of a record in one request. */
export class getRelatedListRecordsBatch extends PlainDataWire<RelatedListsConfig, { readonly results: readonly RelatedListResult[] }> {
  protected override isComplete(config: RelatedListsConfig): boolean {
    return Boolean(config.parentRecordId) && (config.relatedListParameters ?? []).length > 0;
  }

  protected override async read(config: RelatedListsConfig): Promise<{ readonly results: readonly RelatedListResult[] }> {
    const { parentRecordId = '', relatedListParameters } = config;
    const path = `/ui-api/related-list-records/batch/${encodeURIComponent(parentRecordId)}`;
    const answer = (await uiApiRequest({ method: 'POST', path, body: { relatedListParameters } }, true)) as {
      readonly results: readonly RelatedListResult[];
    };
    for (const { statusCode, result } of answer.results) if (statusCode === 200) stored(result);
    return answer;
  }

  /** A record of the list that is written is read again; new ones come with a refresh. */
  protected override watch(_config: RelatedListsConfig, again: () => void): () => void {
    return onRecordWritten((id) => {
      if (this.shows(id)) again();
    });
  }
}

export interface RelatedListCountConfig {
  parentRecordId?: string | undefined;
  relatedListId?: string | undefined;
  maxCount?: number | undefined;
}

/** Wire: how many records a related list has, up to `maxCount`. */
export class getRelatedListCount extends PlainDataWire<RelatedListCountConfig, unknown> {
  protected override isComplete(config: RelatedListCountConfig): boolean {
    return Boolean(config.parentRecordId) && Boolean(config.relatedListId);
  }

  protected override read({ parentRecordId = '', relatedListId = '', maxCount }: RelatedListCountConfig): Promise<unknown> {
    const path = `/ui-api/related-list-count/${encodeURIComponent(parentRecordId)}/${encodeURIComponent(relatedListId)}`;
    return uiApiRequest({ method: 'GET', path: `${path}${queryString({ maxCount })}` });
  }
}

function stored(list: RelatedListRecords): RelatedListRecords {
  for (const record of list.records) if (isRecord(record)) storeRecord(record);
  return list;
}

export interface RelatedListInfoConfig {
  parentObjectApiName?: ObjectReference | undefined;
  relatedListId?: string | undefined;
  recordTypeId?: string | undefined;
}

/** Wire: the columns and order of a related list. */
export class getRelatedListInfo extends PathWire<RelatedListInfoConfig> {
  protected override path({ parentObjectApiName, relatedListId }: RelatedListInfoConfig): string | undefined {
    const path = joined(objectName(parentObjectApiName), relatedListId);
    return path === undefined ? undefined : `/ui-api/related-list-info/${path}`;
  }
}

/** Wire: the related lists of an object's page. */
export class getRelatedListsInfo extends PathWire<RelatedListInfoConfig> {
  protected override path({ parentObjectApiName }: RelatedListInfoConfig): string | undefined {
    const path = joined(objectName(parentObjectApiName));
    return path === undefined ? undefined : `/ui-api/related-list-info/${path}`;
  }
}
