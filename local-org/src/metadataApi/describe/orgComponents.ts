import type { ComponentName, Deployments, StoredComponent } from '../../deployment/types.ts';
import { plainName } from '../package/memberFilter.ts';
import { childType, type ChildType, metadataType, type MetadataType } from '../types/metadataTypes.ts';

/** The org's components as the Metadata API shows them: with the files that hold only other components. */
export class OrgComponents {
  readonly #deployments: Deployments;
  readonly #lists = new Map<string, readonly StoredComponent[]>();

  /** A look at the org as it is now; not to be kept. */
  constructor(deployments: Deployments) {
    this.#deployments = deployments;
  }

  /** Components of a type that are stored as such. */
  list(type: string): readonly StoredComponent[] {
    const known = this.#lists.get(type);
    if (known !== undefined) return known;
    const list = this.#deployments.list(type);
    this.#lists.set(type, list);
    return list;
  }

  /** Full names of a type's components; a file of components is there when one of them is. */
  names(type: string): readonly string[] {
    const stored = this.list(type).map(({ fullName }) => fullName);
    const parents = (metadataType(type)?.children ?? []).flatMap((child) =>
      this.list(child.name).map(({ fullName }) => parentName(child, fullName)),
    );
    return [...new Set([...stored, ...parents])].sort();
  }

  /** A component by its name in any case, percent-encoded or not. */
  find({ type, fullName }: ComponentName): StoredComponent | undefined {
    const found = this.#deployments.read({ type, fullName });
    if (found !== undefined) return found;
    const plain = plainName(fullName).toLowerCase();
    return this.list(type).find((component) => plainName(component.fullName).toLowerCase() === plain);
  }

  /** The components in a file of components. */
  children(type: MetadataType, fullName: string): readonly StoredComponent[] {
    const parent = fullName.toLowerCase();
    return type.children.flatMap((child) =>
      this.list(child.name).filter((one) => parentName(child, one.fullName).toLowerCase() === parent),
    );
  }
}

/** The name of the file that holds a component: `Account` for `Account.Site`, `CustomLabels` for a label. */
export function parentName(type: ChildType, fullName: string): string {
  return type.namedByParent ? fullName.slice(0, Math.max(0, fullName.indexOf('.'))) : type.parent;
}

/** The type whose files hold components of a type. */
export function fileTypeOf(typeName: string): MetadataType | undefined {
  return metadataType(typeName) ?? metadataType(childType(typeName)?.parent ?? '');
}
