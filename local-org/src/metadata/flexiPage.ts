import { flexiPageComponents, type ComponentContext } from './flexiPageComponents.ts';
import type { ComponentVisibility } from './flexiPageVisibility.ts';
import { templateRegions } from './flexiPageTemplates.ts';
import { filesOfType, type MetadataFile, type PackageSource } from './packageSource.ts';
import { tellerOf, type Tell } from './tell.ts';
import { child, childText, type XmlElement } from './xmlTree.ts';

/** A component's settings by name, as written in the file; lists are lists. */
export type ComponentProperties = Readonly<Record<string, string | readonly string[]>>;

/** One component of a page; a tabset carries its tabs, a tab what stands in it. */
export interface FlexiPageComponent {
  /** `force:highlightsPanel`, `c:customerPulse`, ... */
  readonly name: string;
  readonly properties: ComponentProperties;
  /** What stands inside: the facet that `body` or `tabs` names. */
  readonly children: readonly FlexiPageComponent[];
  /** When it is shown; absent: always. */
  readonly visibility?: ComponentVisibility;
}

/** A named place of the page's template, with its components from top to bottom. */
export interface FlexiPageRegion {
  readonly name: string;
  readonly components: readonly FlexiPageComponent[];
}

/** A Lightning page as it is drawn. */
export interface FlexiPage {
  readonly name: string;
  readonly label: string;
  /** Object whose records the page shows; absent for app and home pages. */
  readonly objectName?: string;
  readonly type: (typeof drawnTypes)[number];
  readonly template: string;
  readonly regions: readonly FlexiPageRegion[];
}

const drawnTypes = ['RecordPage', 'AppPage', 'HomePage'] as const;

/**
 * Reads the Lightning pages that can be drawn here. A page with anything on it
 * that cannot be drawn is left out as a whole, with a warning that names it:
 * half a page would look right and not be.
 * @param componentNamed what may stand on a page, by `c:<bundle>`
 */
export function readFlexiPages(
  source: PackageSource,
  componentNamed: ComponentContext['componentNamed'],
  tell: Tell,
): readonly FlexiPage[] {
  return filesOfType(source, 'FlexiPage').flatMap((file) => readPage(file, componentNamed, tell) ?? []);
}

function readPage(file: MetadataFile, componentNamed: ComponentContext['componentNamed'], tell: Tell): FlexiPage | undefined {
  const { root } = file;
  const { error, notRun } = tellerOf(file.path, tell);
  const notDrawn: { readonly what: string; readonly at: XmlElement }[] = [];
  const leaveOut = (what: string, at: XmlElement): void => {
    notDrawn.push({ what, at });
  };
  const type = drawnTypes.find((drawn) => drawn === childText(root, 'type'));
  if (type === undefined) leaveOut(`pages of type ${childText(root, 'type') ?? '(none)'}`, child(root, 'type') ?? root);
  for (const element of ['platformActionlist', 'events']) {
    const found = child(root, element);
    if (found !== undefined) leaveOut(`<${element}>`, found);
  }
  const template = childText(child(root, 'template') ?? root, 'name') ?? '';
  if (template === '') error('Required field is missing: template', root);
  else if (!Object.hasOwn(templateRegions, template)) leaveOut(`the template ${template}`, child(root, 'template') ?? root);
  const objectName = childText(root, 'sobjectType');
  const place = objectName === undefined ? {} : { objectName };
  const regions = flexiPageComponents(root, { componentNamed, template, ...place }, { error, leaveOut });
  const [first] = notDrawn;
  if (first !== undefined) {
    notRun(
      `local-org does not draw ${list(notDrawn.map(({ what }) => what))}; where this page would open, the page that the platform makes by itself does`,
      first.at,
    );
    return undefined;
  }
  const label = childText(root, 'masterLabel') ?? file.name;
  return { name: file.name, label, type: type ?? 'RecordPage', template, regions, ...place };
}

function list(texts: readonly string[]): string {
  return [...new Set(texts)].join(', ');
}
