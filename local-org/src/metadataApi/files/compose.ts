import { childText, type XmlElement } from '../../metadata/xmlTree.ts';
import { childType, type MetadataType } from '../types/metadataTypes.ts';

/** A component that is an element of another's file. */
export interface ChildComponent {
  readonly type: string;
  readonly root?: XmlElement;
}

/**
 * The root of a metadata file that holds a parent's own elements and the given
 * components, in the platform's order: by element name, then by full name.
 * @param parent undefined when only children are wanted
 */
export function compose(type: MetadataType, parent: XmlElement | undefined, children: readonly ChildComponent[]): XmlElement {
  const elements = children.flatMap(({ type: name, root }) => {
    const element = childType(name)?.element;
    return root === undefined || element === undefined ? [] : [{ ...root, name: element }];
  });
  const named = elements.sort((one, other) => compare(childText(one, 'fullName') ?? '', childText(other, 'fullName') ?? ''));
  const all = [...(parent?.children ?? []), ...named].sort((one, other) => compare(one.name, other.name));
  return { name: parent?.name ?? type.name, line: 1, attributes: parent?.attributes ?? {}, children: all, text: '' };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
