import type { MetadataFile } from './packageSource.ts';
import { child, childText, type XmlElement } from './xmlTree.ts';

/** The name field of a custom object. */
export interface NameFieldSource {
  readonly label: string;
  readonly type: string;
  readonly displayFormat: string | undefined;
  readonly startingNumber: number;
  readonly trackHistory: boolean;
}

/** A CustomObject file; for a standard object, what the package says about it. */
export interface CustomObjectSource {
  readonly file: string;
  readonly name: string;
  readonly root: XmlElement;
  readonly label: string | undefined;
  readonly pluralLabel: string | undefined;
  readonly description: string | undefined;
  readonly sharingModel: string | undefined;
  readonly externalSharingModel: string | undefined;
  readonly deploymentStatus: string | undefined;
  readonly nameField: NameFieldSource | undefined;
  readonly customSettingsType: string | undefined;
  readonly visibility: string | undefined;
  readonly publishBehavior: string | undefined;
  readonly eventType: string | undefined;
  /** The `enable...` elements that the file has: `enableActivities` -> true. */
  readonly flags: ReadonlyMap<string, boolean>;
}

/** Reads a `CustomObject` file, which fits its type's declaration. */
export function readCustomObject(file: MetadataFile): CustomObjectSource {
  const { root, path } = file;
  const nameField = child(root, 'nameField');
  const text = (name: string): string | undefined => childText(root, name);
  return {
    file: path,
    name: text('fullName') ?? file.object ?? file.name,
    root,
    label: text('label'),
    pluralLabel: text('pluralLabel'),
    description: text('description'),
    sharingModel: text('sharingModel'),
    externalSharingModel: text('externalSharingModel'),
    deploymentStatus: text('deploymentStatus'),
    nameField: nameField === undefined ? undefined : readNameField(nameField),
    customSettingsType: text('customSettingsType'),
    visibility: text('visibility') ?? text('customSettingsVisibility'),
    publishBehavior: text('publishBehavior'),
    eventType: text('eventType'),
    flags: new Map(root.children.map((element) => [element.name, element.text.trim() === 'true'])),
  };
}

function readNameField(element: XmlElement): NameFieldSource {
  return {
    label: childText(element, 'label') ?? 'Name',
    type: childText(element, 'type') ?? 'Text',
    displayFormat: childText(element, 'displayFormat'),
    startingNumber: Number(childText(element, 'startingNumber') ?? '1'),
    trackHistory: childText(element, 'trackHistory') === 'true',
  };
}
