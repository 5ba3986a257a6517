import { joined, objectName, type ObjectReference } from '../../lds/PathWire.ts';
import { PlainDataWire } from '../../lds/DataWire.ts';
import { qualifiedName, type FieldReference } from '../../lds/records.ts';
import { uiApiRequest } from '../../lds/uiApiRequest.ts';

export interface LookupConfig {
  /** `AccountId`, or qualified: `Contact.AccountId`. */
  fieldApiName?: FieldReference | undefined;
  objectApiName?: ObjectReference | undefined;
  targetApiName?: string | undefined;
  requestParams?:
    | {
        readonly q?: string;
        readonly page?: number;
        readonly pageSize?: number;
        readonly searchType?: 'Recent' | 'Search' | 'TypeAhead';
      }
    | undefined;
}

/** Wire: records that a lookup field may point at, by what was typed. */
export class getLookupRecords extends PlainDataWire<LookupConfig, unknown> {
  protected override isComplete(config: LookupConfig): boolean {
    return pathOf(config) !== undefined;
  }

  protected override read(config: LookupConfig): Promise<unknown> {
    return uiApiRequest({ method: 'POST', path: `/ui-api/lookups/${pathOf(config) ?? ''}`, body: config.requestParams ?? {} }, true);
  }
}

function pathOf({ fieldApiName, objectApiName, targetApiName }: LookupConfig): string | undefined {
  if (fieldApiName === undefined) return undefined;
  const [field = '', ...object] = qualifiedName(fieldApiName).split('.').reverse();
  const place = joined(objectName(objectApiName) ?? object[0], field);
  return place === undefined || targetApiName === undefined ? place : `${place}/${encodeURIComponent(targetApiName)}`;
}
