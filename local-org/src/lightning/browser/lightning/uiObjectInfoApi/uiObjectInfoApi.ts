import { PlainDataWire } from '../../lds/DataWire.ts';
import { joined, objectName, type ObjectReference } from '../../lds/PathWire.ts';
import { qualifiedName, type FieldReference } from '../../lds/records.ts';
import { readOnce } from '../../lds/readOnce.ts';
import { readPicklist } from '../../lds/readPicklist.ts';

/** A wire over what does not change while a page is open. */
abstract class OnceWire<Config extends object> extends PlainDataWire<Config, unknown> {
  protected abstract path(config: Config): string | undefined;

  protected override isComplete(config: Config): boolean {
    return this.path(config) !== undefined;
  }

  protected override read(config: Config): Promise<unknown> {
    return readOnce(`/ui-api/object-info/${this.path(config) ?? ''}`);
  }
}

export interface ObjectInfoConfig {
  objectApiName?: ObjectReference | undefined;
}

/** Wire: what the org knows of an object: labels, fields, record types. */
export class getObjectInfo extends OnceWire<ObjectInfoConfig> {
  protected override path({ objectApiName }: ObjectInfoConfig): string | undefined {
    return joined(objectName(objectApiName));
  }
}

export interface ObjectInfosConfig {
  objectApiNames?: readonly ObjectReference[] | undefined;
}

/** Wire: the same of several objects: `{results: [{statusCode, result}]}`. */
export class getObjectInfos extends OnceWire<ObjectInfosConfig> {
  protected override path({ objectApiNames = [] }: ObjectInfosConfig): string | undefined {
    return objectApiNames.length === 0 ? undefined : `batch/${objectApiNames.map(objectName).join(',')}`;
  }
}

export interface PicklistValuesConfig {
  recordTypeId?: string | undefined;
  fieldApiName?: FieldReference | undefined;
}

/** Wire: the values of a picklist field. */
export class getPicklistValues extends PlainDataWire<PicklistValuesConfig, unknown> {
  protected override isComplete({ recordTypeId, fieldApiName }: PicklistValuesConfig): boolean {
    return fieldApiName !== undefined && joined(recordTypeId) !== undefined;
  }

  protected override read({ recordTypeId, fieldApiName = '' }: PicklistValuesConfig): Promise<unknown> {
    const [object = '', field = ''] = qualifiedName(fieldApiName).split('.');
    return readPicklist(`${object}/picklist-values/${joined(recordTypeId) ?? ''}`, field);
  }
}

export interface PicklistValuesByRecordTypeConfig extends ObjectInfoConfig {
  recordTypeId?: string | undefined;
}

/** Wire: the values of all picklist fields of an object: `{picklistFieldValues: {Field: {values}}}`. */
export class getPicklistValuesByRecordType extends OnceWire<PicklistValuesByRecordTypeConfig> {
  protected override path({ objectApiName, recordTypeId }: PicklistValuesByRecordTypeConfig): string | undefined {
    const [object, type] = [joined(objectName(objectApiName)), joined(recordTypeId)];
    return object === undefined || type === undefined ? undefined : `${object}/picklist-values/${type}`;
  }
}
