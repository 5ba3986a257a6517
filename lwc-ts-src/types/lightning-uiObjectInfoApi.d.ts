/** Hand-typed part of the platform module `lightning/uiObjectInfoApi` that these components use. */
declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { FetchResponse } from 'lightning/uiRecordApi';

  /** UI API's Object Info: what the user may do with an object and its fields. */
  export interface ObjectInfo {
    readonly apiName: string;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly defaultRecordTypeId: string | null;
    readonly fields: Readonly<Record<string, { readonly updateable: boolean; readonly label: string }>>;
  }

  export interface ObjectInfoResult {
    readonly data?: ObjectInfo | undefined;
    readonly error?: FetchResponse | undefined;
  }

  export const getObjectInfo: WireAdapterConstructor<{ objectApiName: string | undefined }, ObjectInfoResult>;

  export interface PicklistValues {
    readonly values: readonly { readonly label: string; readonly value: string }[];
  }

  export interface PicklistValuesResult {
    readonly data?: PicklistValues | undefined;
    readonly error?: FetchResponse | undefined;
  }

  /** `fieldApiName` is qualified: `PulseFollowUp__c.Outcome__c`. */
  export const getPicklistValues: WireAdapterConstructor<{ recordTypeId: string | undefined; fieldApiName: string }, PicklistValuesResult>;
}
