import { isMade, notFound, type FileTeller } from '../../../metadata/tell.ts';
import type { XmlElement } from '../../../metadata/xmlTree.ts';
import type { Schema, SObjectType } from '../../../schema/types.ts';
import { findField } from '../fieldModel.ts';

/** Tells when an object has no field of that name: an error, or for a standard field a warning, as the platform has more of them. */
export function checkField(object: SObjectType, name: string, element: string, at: XmlElement, tell: FileTeller): void {
  if (findField(object, name) !== undefined) return;
  // Custom metadata types have more system fields on the platform than here.
  if (isMade(name) || (object.custom && !object.name.endsWith('__mdt')))
    tell.error(notFound(element, 'CustomField', `${object.name}.${name}`), at);
  else tell.notRun(`local-org has no field ${object.name}.${name}`, at);
}

/** The object of that name; tells when there is none. */
export function checkedObject(name: string, element: string, at: XmlElement, schema: Schema, tell: FileTeller): SObjectType | undefined {
  const object = schema.object(name);
  if (object !== undefined) return object;
  if (isMade(name)) tell.error(notFound(element, 'CustomObject', name), at);
  else tell.notRun(`local-org has no object ${name}`, at);
  return undefined;
}
