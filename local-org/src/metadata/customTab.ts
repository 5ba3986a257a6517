import { filesOfType, type PackageSource } from './packageSource.ts';
import { childFlag, childText } from './xmlTree.ts';

/** A tab with the records of an object. */
export interface CustomTab {
  /** The object's name. */
  readonly name: string;
  /** Icon of the object, e.g. `custom:custom55`. */
  readonly icon?: string;
}

/** Reads the tabs of objects; others are not shown here. */
export function readCustomTabs(source: PackageSource): readonly CustomTab[] {
  return filesOfType(source, 'CustomTab')
    .filter(({ root }) => childFlag(root, 'customObject'))
    .map(({ name, root }) => {
      const icon = iconOfMotif(childText(root, 'motif'));
      return { name, ...(icon === undefined ? {} : { icon }) };
    });
}

/** `Custom55: Sack` names icon 55 of the custom icons. */
function iconOfMotif(motif: string | undefined): string | undefined {
  const number = /^Custom(\d+):/u.exec(motif ?? '')?.[1];
  return number === undefined ? undefined : `custom:custom${number}`;
}
