import { child, children, childFlag, childText, type XmlElement } from '../../metadata/xmlTree.ts';

/** What a retrieve asks for: Metadata API Developer Guide, "RetrieveRequest". */
export interface RetrieveRequest {
  /** Members by type, as they were asked for; `*` is a member. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** `66.0`, for the package.xml of the answer. */
  readonly version: string;
  readonly packageNames: readonly string[];
  /** Whether the files lie at the archive's root, not in `unpackaged/`. */
  readonly singlePackage: boolean;
  /** Paths to leave the others out; all when there are none. */
  readonly specificFiles: readonly string[];
}

/** Reads the `request` of a retrieve call. Here an unknown type is no error of the request: the answer tells of it. */
export function readRetrieveRequest(request: XmlElement): RetrieveRequest {
  const unpackaged = child(request, 'unpackaged');
  const members = new Map<string, readonly string[]>();
  for (const types of unpackaged === undefined ? [] : children(unpackaged, 'types')) {
    const name = childText(types, 'name') ?? '';
    members.set(name, [...new Set([...(members.get(name) ?? []), ...texts(types, 'members')])]);
  }
  return {
    members,
    version: (unpackaged === undefined ? undefined : childText(unpackaged, 'version')) ?? childText(request, 'apiVersion') ?? '',
    packageNames: texts(request, 'packageNames'),
    singlePackage: childFlag(request, 'singlePackage'),
    specificFiles: texts(request, 'specificFiles'),
  };
}

function texts(element: XmlElement, name: string): readonly string[] {
  return children(element, name)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');
}
