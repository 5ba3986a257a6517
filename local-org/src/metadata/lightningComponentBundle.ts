import { MetadataError, type MetadataProblem } from '../errors.ts';
import type { ComponentRules } from './flexiPageComponents.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { ShapeReader } from './shapeReader.ts';

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

/**
 * Reads the meta files of the package's LWC bundles.
 * @throws MetadataError for settings that the shell does not know
 */
export function readComponentBundles(source: PackageSource): readonly ComponentBundle[] {
  const problems: MetadataProblem[] = [];
  const bundles = filesOfType(source, 'LightningComponentBundle').map((file) => {
    const reader = new ShapeReader(file.root, (element, line, message) => problems.push({ file: file.path, element, line, message }));
    const bundle = readBundle(file.path.split('/').at(-2) ?? file.name, reader);
    reader.close();
    return bundle;
  });
  if (problems.length > 0) throw new MetadataError(problems);
  return bundles;
}

function readBundle(name: string, reader: ShapeReader): ComponentBundle {
  reader.harmless('apiVersion', 'description', 'masterLabel', 'isExplicitImport', 'runtimeNamespace', 'capabilities');
  const exposed = reader.flag('isExposed');
  const targets = reader.one('targets', (child) => child.each('target', (target) => target.element.text.trim())) ?? [];
  const configs = reader.one('targetConfigs', (child) => child.each('targetConfig', readTargetConfig)) ?? [];
  const config = configs.find((candidate) => candidate.targets.includes('lightning__RecordPage')) ?? configs[0];
  const designProperties = config?.properties ?? [];
  return {
    name,
    exposed,
    targets,
    designProperties,
    properties: designProperties.map((property) => property.name),
    ...(config === undefined || config.objects.length === 0 ? {} : { objects: config.objects }),
  };
}

interface TargetConfig {
  readonly targets: readonly string[];
  readonly objects: readonly string[];
  readonly properties: readonly DesignProperty[];
}

function readTargetConfig(config: ShapeReader): TargetConfig {
  config.harmless('supportedFormFactors', 'hasStep', 'event');
  return {
    targets: (config.element.attributes['targets'] ?? '').split(',').map((target) => target.trim()),
    objects: config.one('objects', (child) => child.each('object', (object) => object.element.text.trim())) ?? [],
    properties: config.each('property', readDesignProperty),
  };
}

function readDesignProperty(property: ShapeReader): DesignProperty {
  const { name = '', type = '', default: fallback } = property.element.attributes;
  const known = ['String', 'Integer', 'Boolean', 'Color'] as const;
  const found = known.find((candidate) => candidate === type);
  if (found === undefined) property.problem(`setting ${name} has the type ${type}, which is not known here`);
  return { name, type: found ?? 'String', ...(fallback === undefined ? {} : { default: fallback }) };
}

/** The rules by which FlexiPages may place the bundles: exposed ones with a page target. */
export function pageComponentRules(bundles: readonly ComponentBundle[]): ReadonlyMap<string, ComponentRules> {
  const pageTargets = ['lightning__RecordPage', 'lightning__AppPage', 'lightning__HomePage'];
  return new Map(
    bundles
      .filter((bundle) => bundle.exposed && bundle.targets.some((target) => pageTargets.includes(target)))
      .map((bundle) => [`c:${bundle.name}`, bundle]),
  );
}
