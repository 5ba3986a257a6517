import { MetadataError, type MetadataProblem } from '../errors.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { ShapeReader } from './shapeReader.ts';

/** What a permission set gives on an object. */
export type ObjectPermission = (typeof objectPermissions)[number];

const objectPermissions = ['allowRead', 'allowCreate', 'allowEdit', 'allowDelete', 'viewAllRecords', 'modifyAllRecords'] as const;

/** One thing that a permission set names, and where it stands in the file. */
export interface NamedThing {
  readonly name: string;
  readonly line: number;
}

export interface ObjectPermissions extends NamedThing {
  readonly given: ReadonlySet<ObjectPermission>;
}

export interface FieldPermissions extends NamedThing {
  readonly readable: boolean;
  readonly editable: boolean;
}

/** A permission set of the package. */
export interface PermissionSet {
  /** Path of its file inside the package. */
  readonly file: string;
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly objects: readonly ObjectPermissions[];
  /** Names with their object: `PulseResponse__c.Rating__c`. */
  readonly fields: readonly FieldPermissions[];
  readonly tabs: readonly NamedThing[];
  readonly applications: readonly NamedThing[];
}

/** Reads the permission sets. @throws MetadataError for settings that local-org does not know */
export function readPermissionSets(source: PackageSource): readonly PermissionSet[] {
  const problems: MetadataProblem[] = [];
  const sets = filesOfType(source, 'PermissionSet').map((file): PermissionSet => {
    const reader = new ShapeReader(file.root, (element, line, message) => problems.push({ file: file.path, element, line, message }));
    const set = readPermissionSet(reader);
    reader.close();
    return { file: file.path, name: file.name, ...set };
  });
  if (problems.length > 0) throw new MetadataError(problems);
  return sets;
}

function readPermissionSet(reader: ShapeReader): Omit<PermissionSet, 'file' | 'name'> {
  reader.harmless('fullName');
  reader.inert('hasActivationRequired', 'false');
  const description = reader.text('description');
  return {
    label: reader.requiredText('label'),
    ...(description === undefined ? {} : { description }),
    objects: reader.each('objectPermissions', readObjectPermissions),
    fields: reader.each('fieldPermissions', readFieldPermissions),
    tabs: reader.each('tabSettings', readTabSetting),
    applications: reader.each('applicationVisibilities', readApplicationVisibility),
  };
}

function readObjectPermissions(element: ShapeReader): ObjectPermissions {
  const thing = named(element, 'object');
  element.inert('viewAllFields', 'false');
  return { ...thing, given: new Set(objectPermissions.filter((permission) => element.flag(permission))) };
}

function readFieldPermissions(element: ShapeReader): FieldPermissions {
  return { ...named(element, 'field'), readable: element.flag('readable'), editable: element.flag('editable') };
}

function readTabSetting(element: ShapeReader): NamedThing {
  element.oneOf('visibility', ['Available', 'None', 'Visible'] as const);
  return named(element, 'tab');
}

function readApplicationVisibility(element: ShapeReader): NamedThing {
  element.flag('visible');
  element.inert('default', 'false');
  return named(element, 'application');
}

function named(element: ShapeReader, child: string): NamedThing {
  const name = element.requiredText(child);
  element.describeAs(`${element.element.name} ${name}`);
  return { name, line: element.line };
}
