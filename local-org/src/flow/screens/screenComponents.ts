import type { FlowDataType } from '../../metadata/flowTypes.ts';
import { filesOfType, type PackageSource } from '../../metadata/packageSource.ts';
import { child, children, type XmlElement } from '../../metadata/xmlTree.ts';
import type { ScreenAttributeType, ScreenComponentAttributes } from './standardComponents.ts';

const flowTarget = 'lightning__FlowScreen';

const types: Readonly<Record<string, FlowDataType>> = {
  String: 'String',
  Integer: 'Number',
  Double: 'Number',
  Boolean: 'Boolean',
  Date: 'Date',
  DateTime: 'DateTime',
};

/**
 * The org's own components that may stand on screens: exposed ones with the target
 * `lightning__FlowScreen`, by `c:<bundle>`, each with its attributes. Attributes of Apex-defined
 * types are left out: a flow that names one is told so.
 */
export function readScreenComponents(source: PackageSource): ReadonlyMap<string, ScreenComponentAttributes> {
  return new Map(
    filesOfType(source, 'LightningComponentBundle').flatMap((file) => {
      const targets = children(child(file.root, 'targets') ?? file.root, 'target').map((target) => target.text.trim());
      if (child(file.root, 'isExposed')?.text.trim() !== 'true' || !targets.includes(flowTarget)) return [];
      return [[`c:${file.path.split('/').at(-2) ?? file.name}`, attributesOf(file.root)] as const];
    }),
  );
}

function attributesOf(root: XmlElement): ScreenComponentAttributes {
  const configs = children(child(root, 'targetConfigs') ?? root, 'targetConfig');
  const ofFlows = configs.filter((config) => (config.attributes['targets'] ?? '').split(',').some((name) => name.trim() === flowTarget));
  return new Map(
    ofFlows
      .flatMap((config) => children(config, 'property'))
      .flatMap(({ attributes: { name = '', type = '' } }) => {
        const known = attributeType(type);
        return known === undefined ? [] : [[name, known] as const];
      }),
  );
}

function attributeType(written: string): ScreenAttributeType | undefined {
  const isCollection = written.endsWith('[]');
  const type = isCollection ? written.slice(0, -2) : written;
  const [, objectType] = /^@salesforce\/schema\/(\w+)$/u.exec(type) ?? [];
  if (objectType !== undefined) return { dataType: 'SObject', objectType, isCollection };
  const dataType = types[type];
  return dataType === undefined ? undefined : { dataType, isCollection };
}
