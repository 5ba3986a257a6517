import type { ComponentRules } from './flexiPageComponents.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { child, childFlag, children, type XmlElement } from './xmlTree.ts';

/** One design-time setting of a component on a page. */
export interface DesignProperty {
  readonly name: string;
  readonly type: 'String' | 'Integer' | 'Boolean' | 'Color';
  /** Text of the default, when there is one. */
  readonly default?: string;
}

/** What a bundle's meta file says of it. */
export interface ComponentBundle extends ComponentRules {
  /** `customerPulse` */
  readonly name: string;
  readonly exposed: boolean;
  /** `lightning__RecordPage`, ... */
  readonly targets: readonly string[];
  readonly designProperties: readonly DesignProperty[];
}

const propertyTypes = ['String', 'Integer', 'Boolean', 'Color'] as const;
const pageTargets = ['lightning__RecordPage', 'lightning__AppPage', 'lightning__HomePage'];

/** Reads the meta files of the LWC bundles. */
export function readComponentBundles(source: PackageSource): readonly ComponentBundle[] {
  return filesOfType(source, 'LightningComponentBundle').map((file) => readBundle(file.path.split('/').at(-2) ?? file.name, file.root));
}

function readBundle(name: string, root: XmlElement): ComponentBundle {
  const configs = children(child(root, 'targetConfigs') ?? root, 'targetConfig').map(readTargetConfig);
  const config = configs.find((candidate) => candidate.targets.includes('lightning__RecordPage')) ?? configs[0];
  const designProperties = propertiesOf(config === undefined ? [] : [config, ...configs]);
  return {
    name,
    exposed: childFlag(root, 'isExposed'),
    targets: texts(child(root, 'targets'), 'target'),
    designProperties,
    properties: designProperties.map((property) => property.name),
    ...(config === undefined || config.objects.length === 0 ? {} : { objects: config.objects }),
  };
}

/** A target may have settings that the others lack; where two name the same one, the first counts. */
function propertiesOf(configs: readonly TargetConfig[]): readonly DesignProperty[] {
  const named = new Map<string, DesignProperty>();
  for (const property of configs.flatMap(({ properties }) => properties)) {
    if (!named.has(property.name)) named.set(property.name, property);
  }
  return [...named.values()];
}

interface TargetConfig {
  readonly targets: readonly string[];
  readonly objects: readonly string[];
  readonly properties: readonly DesignProperty[];
}

function readTargetConfig(config: XmlElement): TargetConfig {
  return {
    targets: (config.attributes['targets'] ?? '').split(',').map((target) => target.trim()),
    objects: texts(child(config, 'objects'), 'object'),
    properties: children(config, 'property').map(readDesignProperty),
  };
}

/** Types of other targets than pages (`apex://...`, `@salesforce/schema/...`) never reach a page: they are texts here. */
function readDesignProperty({ attributes }: XmlElement): DesignProperty {
  const { name = '', type = '', default: fallback } = attributes;
  const known = propertyTypes.find((candidate) => candidate === type) ?? 'String';
  return { name, type: known, ...(fallback === undefined ? {} : { default: fallback }) };
}

function texts(element: XmlElement | undefined, name: string): readonly string[] {
  return element === undefined ? [] : children(element, name).map(({ text }) => text.trim());
}

/** The rules by which FlexiPages may place the bundles, by `c:<name>`: exposed ones with a page target. */
export function pageComponentRules(bundles: readonly ComponentBundle[]): ReadonlyMap<string, ComponentRules> {
  return new Map(
    bundles
      .filter((bundle) => bundle.exposed && bundle.targets.some((target) => pageTargets.includes(target)))
      .map((bundle) => [`c:${bundle.name}`, bundle]),
  );
}
