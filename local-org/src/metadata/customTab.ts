import { MetadataError, type MetadataProblem } from '../errors.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { ShapeReader } from './shapeReader.ts';

/** A tab of the package: the records of an object. */
export interface CustomTab {
  /** The object's name. */
  readonly name: string;
  /** Icon of the object, e.g. `custom:custom55`. */
  readonly icon?: string;
}

/** Reads the tabs. @throws MetadataError for a kind of tab that the shell does not have */
export function readCustomTabs(source: PackageSource): readonly CustomTab[] {
  const problems: MetadataProblem[] = [];
  const tabs = filesOfType(source, 'CustomTab').map((file): CustomTab => {
    const reader = new ShapeReader(file.root, (element, line, message) => problems.push({ file: file.path, element, line, message }));
    reader.harmless('description', 'mobileReady', 'hasSidebar', 'isHidden');
    reader.refuse('auraComponent', 'flexiPage', 'label', 'lwcComponent', 'page', 'scontrol', 'url');
    const icon = iconOfMotif(reader.text('motif'));
    if (!reader.flag('customObject')) reader.problem('only tabs of objects are shown here');
    reader.close();
    return { name: file.name, ...(icon === undefined ? {} : { icon }) };
  });
  if (problems.length > 0) throw new MetadataError(problems);
  return tabs;
}

/** `Custom55: Sack` names icon 55 of the custom icons. */
function iconOfMotif(motif: string | undefined): string | undefined {
  const number = /^Custom(\d+):/u.exec(motif ?? '')?.[1];
  return number === undefined ? undefined : `custom:custom${number}`;
}
