import { readOnce } from '../lds/readOnce.ts';
import { queryString } from '../lds/uiApiRequest.ts';

/** A field of UI API's object info, as far as forms read it. */
export interface FieldInfo {
  readonly apiName: string;
  readonly compoundFieldName: string | null;
  readonly controllerName: string | null;
  readonly createable: boolean;
  readonly dataType: string;
  readonly extraTypeInfo: string | null;
  readonly inlineHelpText: string | null;
  readonly label: string;
  readonly length: number;
  readonly nameField: boolean;
  readonly precision: number;
  readonly reference: boolean;
  readonly referenceToInfos: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
  readonly relationshipName: string | null;
  readonly required: boolean;
  readonly scale: number;
  readonly updateable: boolean;
}

export interface ObjectInfo {
  readonly apiName: string;
  readonly defaultRecordTypeId: string;
  readonly fields: Readonly<Record<string, FieldInfo>>;
}

/** The values of one picklist, and the numbers by which `validFor` calls those of its controlling field. */
export interface PicklistInfo {
  readonly controllerValues: Readonly<Record<string, number>>;
  readonly values: readonly { readonly label: string; readonly value: string; readonly validFor: readonly number[] }[];
}

export type Picklists = Readonly<Record<string, PicklistInfo>>;

/** What is known of an object; read once a page. @throws FetchError */
export async function readObjectInfo(objectApiName: string): Promise<ObjectInfo> {
  return (await readOnce(`/ui-api/object-info/${encodeURIComponent(objectApiName)}`)) as ObjectInfo;
}

/** The values of its picklists for a record type. @throws FetchError */
export async function readPicklists(info: ObjectInfo, recordTypeId = info.defaultRecordTypeId): Promise<Picklists> {
  if (!Object.values(info.fields).some(({ dataType }) => dataType.endsWith('Picklist'))) return {};
  const path = `/ui-api/object-info/${info.apiName}/picklist-values/${encodeURIComponent(recordTypeId)}`;
  return ((await readOnce(path)) as { readonly picklistFieldValues: Picklists }).picklistFieldValues;
}

/** The fields of an object's layout in their order. @throws FetchError */
export async function readLayoutFields(objectApiName: string, layoutType: string, mode: string): Promise<readonly string[]> {
  const path = `/ui-api/layout/${encodeURIComponent(objectApiName)}${queryString({ layoutType, mode })}`;
  const layout = (await readOnce(path)) as Layout;
  const items = layout.sections.flatMap(({ layoutRows }) => layoutRows).flatMap(({ layoutItems }) => layoutItems);
  return items.flatMap(({ layoutComponents }) => layoutComponents).flatMap(({ apiName }) => apiName ?? []);
}

interface Layout {
  readonly sections: readonly {
    readonly layoutRows: readonly {
      readonly layoutItems: readonly { readonly layoutComponents: readonly { readonly apiName: string | null }[] }[];
    }[];
  }[];
}
