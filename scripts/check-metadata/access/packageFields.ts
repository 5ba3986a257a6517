import { basename } from 'node:path';
import { childText, type XmlFile } from '../xmlFile';

/** A custom object or field of the package, as far as permission sets decide about it. */
export interface PackageField {
  /** `Object__c.Field__c` */
  readonly name: string;
  /** False for required fields and masters: they follow the object, and a permission set that lists them is refused. */
  readonly permissionable: boolean;
  /** Formulas and roll-ups: nobody edits them. */
  readonly computed: boolean;
}

/** The custom objects whose records people may be given access to; custom metadata types follow other rules. */
export function packageObjects(files: readonly XmlFile[]): readonly string[] {
  return files
    .filter((file) => file.root.name === 'CustomObject')
    .map((file) => basename(file.path).split('.')[0] ?? '')
    .filter((name) => name.endsWith('__c'));
}

/** The custom fields of the package, on its own objects and on standard ones. */
export function packageFields(files: readonly XmlFile[]): readonly PackageField[] {
  return files
    .filter((file) => file.root.name === 'CustomField')
    .flatMap((file) => {
      const object = file.path.split(/[\\/]/u).at(-3) ?? '';
      return object.endsWith('__mdt') || object.endsWith('__e') ? [] : [fieldOf(object, file)];
    });
}

function fieldOf(object: string, { root }: XmlFile): PackageField {
  const type = childText(root, 'type');
  return {
    name: `${object}.${childText(root, 'fullName') ?? ''}`,
    permissionable: childText(root, 'required') !== 'true' && type !== 'MasterDetail',
    computed: childText(root, 'formula') !== undefined || type === 'Summary' || type === 'AutoNumber',
  };
}
