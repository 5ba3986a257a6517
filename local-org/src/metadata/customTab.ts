import { filesOfType, type MetadataFile, type PackageSource } from './packageSource.ts';
import { childFlag, childText } from './xmlTree.ts';

/** A tab of the navigation bar: the records of an object, a Lightning page, or a component alone. */
export interface CustomTab {
  /** The object's name, or the tab's own. */
  readonly name: string;
  /** Icon of the tab, e.g. `custom:custom55`. */
  readonly icon?: string;
  /** What a tab that is not an object's opens. */
  readonly opens?: TabTarget;
}

/** The Lightning page, or the Lightning web component, that a tab opens. */
export interface TabTarget {
  readonly label: string;
  readonly kind: 'FlexiPage' | 'LightningComponentBundle';
  readonly target: string;
}

/** Reads the tabs of objects, Lightning pages and Lightning web components; others are not shown here. */
export function readCustomTabs(source: PackageSource): readonly CustomTab[] {
  return filesOfType(source, 'CustomTab').flatMap((file): CustomTab[] => {
    const opens = tabTarget(file);
    if (opens === undefined && !childFlag(file.root, 'customObject')) return [];
    const icon = iconOfMotif(childText(file.root, 'motif'));
    return [{ name: file.name, ...(icon === undefined ? {} : { icon }), ...(opens === undefined ? {} : { opens }) }];
  });
}

function tabTarget({ name, root }: MetadataFile): TabTarget | undefined {
  const label = childText(root, 'label') ?? name;
  const flexiPage = childText(root, 'flexiPage');
  if (flexiPage !== undefined) return { label, kind: 'FlexiPage', target: flexiPage };
  const component = childText(root, 'lwcComponent');
  return component === undefined ? undefined : { label, kind: 'LightningComponentBundle', target: component };
}

/** `Custom55: Sack` names icon 55 of the custom icons. */
function iconOfMotif(motif: string | undefined): string | undefined {
  const number = /^Custom(\d+):/u.exec(motif ?? '')?.[1];
  return number === undefined ? undefined : `custom:custom${number}`;
}
