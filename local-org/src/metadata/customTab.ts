import { MetadataError, type MetadataProblem } from '../errors.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { ShapeReader } from './shapeReader.ts';

/** A tab of the package: of an object, or of a Lightning page. */
export interface CustomTab {
  /** The object's name for an object tab. */
  readonly name: string;
  readonly kind: 'object' | 'flexiPage';
  /** FlexiPage that a page tab shows. */
  readonly flexiPage?: string;
  readonly label?: string;
  /** Icon from `motif`, e.g. `standard:survey` is not expressible there; `custom:custom55` is `Custom55: ...`. */
  readonly icon?: string;
}

/** Reads the tabs. @throws MetadataError for a kind of tab that the shell does not have */
export function readCustomTabs(source: PackageSource): readonly CustomTab[] {
  const problems: MetadataProblem[] = [];
  const tabs = filesOfType(source, 'CustomTab').map((file): CustomTab => {
    const reader = new ShapeReader(file.root, (element, line, message) => problems.push({ file: file.path, element, line, message }));
    reader.harmless('description', 'mobileReady', 'hasSidebar', 'isHidden');
    reader.refuse('page', 'scontrol', 'url', 'auraComponent', 'lwcComponent', 'customObjectTab');
    const flexiPage = reader.text('flexiPage');
    const label = reader.text('label');
    const icon = iconOfMotif(reader.text('motif'));
    if (reader.flag('customObject') === (flexiPage !== undefined)) reader.problem('a tab shows either an object or a Lightning page');
    reader.close();
    return {
      name: file.name,
      kind: flexiPage === undefined ? 'object' : 'flexiPage',
      ...(flexiPage === undefined ? {} : { flexiPage }),
      ...(label === undefined ? {} : { label }),
      ...(icon === undefined ? {} : { icon }),
    };
  });
  if (problems.length > 0) throw new MetadataError(problems);
  return tabs;
}

/** `Custom55: Sack` names icon 55 of the custom icons. */
function iconOfMotif(motif: string | undefined): string | undefined {
  const number = /^Custom(\d+):/u.exec(motif ?? '')?.[1];
  return number === undefined ? undefined : `custom:custom${number}`;
}
