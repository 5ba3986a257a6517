import { childText, type XmlElement } from '../../metadata/xmlTree.ts';
import type { ChildType, MetadataType } from '../types/metadataTypes.ts';

/** A metadata file taken apart into the components it holds. */
export interface DecomposedFile {
  /** The file's root without what is a component of its own. */
  readonly parent: XmlElement;
  readonly children: readonly DecomposedChild[];
}

export interface DecomposedChild {
  readonly type: ChildType;
  /** `Account.Site`; undefined when the element does not say its name. */
  readonly fullName?: string;
  /** The element, named after its type (`CustomField`) as the root of a source file is; it keeps its lines. */
  readonly root: XmlElement;
}

/** Takes `objects/X.object`, `labels/CustomLabels.labels`, `workflows/X.workflow` and the like apart. */
export function decompose(type: MetadataType, fullName: string, root: XmlElement): DecomposedFile {
  const types = new Map(type.children.map((child) => [child.element, child]));
  const own: XmlElement[] = [];
  const children: DecomposedChild[] = [];
  for (const element of root.children) {
    const child = types.get(element.name);
    if (child === undefined) own.push(element);
    else children.push(decomposedChild(child, fullName, element));
  }
  // What is left of the text is white space between the parts.
  return { parent: { ...root, children: own, text: '' }, children };
}

function decomposedChild(type: ChildType, parentName: string, element: XmlElement): DecomposedChild {
  const root = { ...element, name: type.name };
  const name = childText(element, 'fullName');
  if (name === undefined || name === '') return { type, root };
  return { type, root, fullName: type.namedByParent ? `${parentName}.${name}` : name };
}
