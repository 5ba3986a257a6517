import { MetadataError, type MetadataProblem } from '../errors.ts';
import { flexiPageComponents, type ComponentRules } from './flexiPageComponents.ts';
import { templateRegions } from './flexiPageTemplates.ts';
import { filesOfType, type MetadataFile, type PackageSource } from './packageSource.ts';
import { ShapeReader } from './shapeReader.ts';

/** A component's settings by name, as written in the file; lists are lists. */
export type ComponentProperties = Readonly<Record<string, string | readonly string[]>>;

/** One component of a page; a tabset carries its tabs, a tab what stands in it. */
export interface FlexiPageComponent {
  /** `force:highlightsPanel`, `c:customerPulse`, ... */
  readonly name: string;
  readonly properties: ComponentProperties;
  /** What stands inside: the facet that `body` or `tabs` names. */
  readonly children: readonly FlexiPageComponent[];
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
  readonly type: 'RecordPage' | 'AppPage' | 'HomePage';
  readonly template: string;
  readonly regions: readonly FlexiPageRegion[];
}

/**
 * Reads the package's Lightning pages.
 * @param customComponents what may stand on a page as `c:<bundle>`: its settings, and where it may stand
 * @throws MetadataError for every component, setting or template that the shell does not know
 */
export function readFlexiPages(source: PackageSource, customComponents: ReadonlyMap<string, ComponentRules>): readonly FlexiPage[] {
  const problems: MetadataProblem[] = [];
  const pages = filesOfType(source, 'FlexiPage').map((file) => readPage(file, customComponents, problems));
  if (problems.length > 0) throw new MetadataError(problems);
  return pages;
}

function readPage(file: MetadataFile, customComponents: ReadonlyMap<string, ComponentRules>, problems: MetadataProblem[]): FlexiPage {
  const reader = new ShapeReader(file.root, (element, line, message) => problems.push({ file: file.path, element, line, message }));
  reader.harmless('description', 'quickActionList');
  reader.refuse('platformActionlist', 'events', 'pageTemplate');
  reader.inert('parentFlexiPage', 'flexipage__default_rec_L');
  const label = reader.requiredText('masterLabel');
  const objectName = reader.text('sobjectType');
  const type = reader.oneOf('type', ['RecordPage', 'AppPage', 'HomePage'] as const) ?? 'RecordPage';
  const template = readTemplate(reader);
  const regions = flexiPageComponents(reader, { customComponents, template, ...(objectName === undefined ? {} : { objectName }) });
  reader.close();
  return { name: file.name, label, type, template, regions, ...(objectName === undefined ? {} : { objectName }) };
}

function readTemplate(reader: ShapeReader): string {
  const template = reader.one('template', (child) => {
    const name = child.requiredText('name');
    child.refuse('properties');
    if (!Object.hasOwn(templateRegions, name)) {
      child.problem(`template ${name} cannot be drawn here; it can be ${Object.keys(templateRegions).join(', ')}`);
    }
    return name;
  });
  if (template === undefined) reader.problem('<template> is missing');
  return template ?? '';
}
