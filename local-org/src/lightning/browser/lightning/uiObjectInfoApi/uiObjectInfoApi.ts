import { PlainDataWire } from '../../lds/DataWire.ts';
import { qualifiedName, type FieldReference } from '../../lds/records.ts';
import { readOnce } from '../../lds/readOnce.ts';

type ObjectReference = string | { readonly objectApiName: string };

export interface ObjectInfoConfig {
  objectApiName?: ObjectReference | undefined;
}

/** Wire: what the org knows of an object: labels, fields, record types. */
export class getObjectInfo extends PlainDataWire<ObjectInfoConfig, unknown> {
  protected override isComplete(config: ObjectInfoConfig): boolean {
    return objectName(config.objectApiName) !== undefined;
  }

  protected override read(config: ObjectInfoConfig): Promise<unknown> {
    return readOnce(`/ui-api/object-info/${objectName(config.objectApiName) ?? ''}`);
  }
}

export interface PicklistValuesConfig {
  recordTypeId?: string | undefined;
  fieldApiName?: FieldReference | undefined;
}

/** Wire: the values of a picklist field. */
export class getPicklistValues extends PlainDataWire<PicklistValuesConfig, unknown> {
  protected override isComplete(config: PicklistValuesConfig): boolean {
    return config.recordTypeId !== undefined && config.fieldApiName !== undefined;
  }

  protected override read(config: PicklistValuesConfig): Promise<unknown> {
    const [object = '', field = ''] = qualifiedName(config.fieldApiName ?? '').split('.');
    return readOnce(`/ui-api/object-info/${object}/picklist-values/${config.recordTypeId ?? ''}/${field}`);
  }
}

function objectName(reference: ObjectReference | undefined): string | undefined {
  return typeof reference === 'object' ? reference.objectApiName : reference;
}
