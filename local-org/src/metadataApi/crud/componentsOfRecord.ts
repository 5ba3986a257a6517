import type { Component, ComponentFile } from '../../deployment/types.ts';
import { SalesforceError } from '../../errors.ts';
import { childText, type XmlElement } from '../../metadata/xmlTree.ts';
import { decompose } from '../files/decompose.ts';
import { metadataPath } from '../types/filePlaces.ts';
import { childType, type ChildType, metadataType, type MetadataType } from '../types/metadataTypes.ts';
import { parentName } from '../describe/orgComponents.ts';
import { textElement } from './metadataRecords.ts';

/** A metadata object of a call, with what it says of itself. */
export interface MetadataRecord {
  /** Of `xsi:type`. */
  readonly type: string;
  readonly fullName: string;
  /** The component first, then what is inside it, such as an object's fields. */
  readonly components: readonly Component[];
}

/**
 * Reads one `metadata` element of createMetadata and its like.
 * @throws SalesforceError INVALID_TYPE, REQUIRED_FIELD_MISSING
 */
export function recordOf(element: XmlElement): MetadataRecord {
  const typeName = (element.attributes['xsi:type'] ?? '').replace(/^.*:/u, '');
  const fullName = childText(element, 'fullName') ?? '';
  if (fullName === '')
    throw new SalesforceError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [fullName]', { fields: ['fullName'] });
  const root = { ...element, name: typeName, attributes: {}, children: element.children.filter(isGiven) };
  const child = childType(typeName);
  if (child !== undefined) return { type: typeName, fullName, components: [childComponent(child, fullName, root)] };
  const type = metadataType(typeName);
  if (type === undefined) throw new SalesforceError('INVALID_TYPE', `Unknown type name '${typeName}'`);
  return { type: typeName, fullName, components: fileComponents(type, fullName, root) };
}

function isGiven({ attributes }: XmlElement): boolean {
  return attributes['xsi:nil'] !== 'true';
}

/** Inside its parent's file a component goes by the last part of its name. */
function childComponent(type: ChildType, fullName: string, root: XmlElement): Component {
  const name = type.namedByParent ? fullName.slice(fullName.indexOf('.') + 1) : fullName;
  const children = root.children.map((one) => (one.name === 'fullName' ? textElement('fullName', name) : one));
  const parent = metadataType(type.parent);
  const fileName = parent === undefined ? fullName : metadataPath(parent, parentName(type, fullName));
  return { type: type.name, fullName, fileName, root: { ...root, children }, files: [] };
}

function fileComponents(type: MetadataType, fullName: string, root: XmlElement): readonly Component[] {
  const content = childText(root, 'content');
  const own = root.children.filter(({ name }) => name !== 'fullName' && (name !== 'content' || type.shape === 'file'));
  const { parent, children } = decompose(type, fullName, { ...root, children: own });
  const fileName = metadataPath(type, fullName).replace(/-meta\.xml$/u, '');
  const files: readonly ComponentFile[] =
    content === undefined || type.shape === 'file' ? [] : [{ path: fileName, content: Buffer.from(content, 'base64') }];
  const inside = children.flatMap((child) =>
    child.fullName === undefined ? [] : [{ type: child.type.name, fullName: child.fullName, fileName, root: child.root, files: [] }],
  );
  return [{ type: type.name, fullName, fileName, root: parent, files }, ...inside];
}
