/** Hand-typed part of the platform module `lightning/uiRecordApi` that these components use. */
declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';

  /** A value of a record as UI API gives it; a spanned relationship has a record as its value. */
  export interface FieldValue {
    readonly displayValue: string | null;
    readonly value: string | number | boolean | RecordRepresentation | null;
  }

  /** UI API's Record: only the fields that were asked for and that the user may read. */
  export interface RecordRepresentation {
    readonly apiName: string;
    readonly id: string;
    readonly fields: Readonly<Record<string, FieldValue>>;
  }

  /** The error of a Lightning Data Service wire. */
  export interface FetchResponse {
    readonly body: unknown;
    readonly ok: boolean;
    readonly status: number;
    readonly statusText: string;
  }

  export interface RecordResult {
    readonly data?: RecordRepresentation;
    readonly error?: FetchResponse;
  }

  export interface GetRecordConfig {
    recordId: string | undefined;
    fields?: readonly string[] | undefined;
    optionalFields?: readonly string[] | undefined;
  }

  export const getRecord: WireAdapterConstructor<GetRecordConfig, RecordResult>;

  /** Tells Lightning Data Service that records changed outside of it. */
  export function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void>;

  /** What to write: `apiName` to create a record, `fields.Id` to change one. */
  export interface RecordInput {
    readonly apiName?: string;
    readonly fields: Readonly<Record<string, string | number | boolean | null>>;
  }

  /** @throws FetchResponse with the platform's record error as body */
  export function createRecord(input: RecordInput): Promise<RecordRepresentation>;

  /** Changes the given fields of a record; wires that show it follow. @throws FetchResponse */
  export function updateRecord(input: RecordInput): Promise<RecordRepresentation>;
}
