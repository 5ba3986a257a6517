import type { StoredComponent } from '../../deployment/types.ts';
import type { XmlElement } from '../../metadata/xmlTree.ts';
import type { OrgComponents } from '../describe/orgComponents.ts';
import { compose } from '../files/compose.ts';
import { metadataType } from '../types/metadataTypes.ts';

/**
 * A component as `readMetadata` gives it: its full name, its elements, and of a
 * type with content that content in base64.
 * @returns undefined when there is none of that name
 */
export function metadataRecord(components: OrgComponents, typeName: string, fullName: string): XmlElement | undefined {
  const component = components.find({ type: typeName, fullName });
  const type = metadataType(typeName);
  if (type !== undefined && type.children.length > 0) {
    const children = components.children(type, component?.fullName ?? fullName);
    if (component === undefined && children.length === 0) return undefined;
    return record(typeName, component?.fullName ?? fullName, compose(type, component?.root, children).children);
  }
  if (component === undefined) return undefined;
  const own = component.root?.children.filter(({ name }) => name !== 'fullName') ?? [];
  return record(typeName, component.fullName, [...contentOf(component), ...own]);
}

function record(type: string, fullName: string, children: readonly XmlElement[]): XmlElement {
  return {
    name: 'records',
    line: 0,
    attributes: { 'xsi:type': type },
    text: '',
    children: [textElement('fullName', fullName), ...children],
  };
}

function contentOf({ type, files }: StoredComponent): readonly XmlElement[] {
  const [file] = files;
  const shape = metadataType(type)?.shape;
  if (file === undefined || files.length > 1 || (shape !== 'content' && shape !== 'mixed')) return [];
  return [textElement('content', Buffer.from(file.content).toString('base64'))];
}

export function textElement(name: string, text: string): XmlElement {
  return { name, line: 0, attributes: {}, children: [], text };
}
