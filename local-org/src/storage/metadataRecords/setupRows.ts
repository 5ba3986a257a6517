import { filesOfType, type MetadataFile, type PackageSource } from '../../metadata/packageSource.ts';
import { childFlag, childText } from '../../metadata/xmlTree.ts';
import type { FieldValues, Schema } from '../../schema/types.ts';
import type { WantedRows } from './keepRows.ts';
import { recordTypeId } from './recordTypeId.ts';

/** Record types, custom permissions, list views and flows, as records. */
export function setupRows(schema: Schema, source: PackageSource): readonly WantedRows[] {
  const objects = [...schema.objects.values()];
  return [
    {
      object: 'RecordType',
      key: ['SobjectType', 'DeveloperName'],
      rows: objects.flatMap((object) =>
        object.recordTypes.map((type): FieldValues => ({
          Id: recordTypeId(object.name, type.name),
          SobjectType: object.name,
          DeveloperName: type.name,
          Name: type.label,
          Description: type.description ?? null,
          IsActive: type.active,
        })),
      ),
    },
    { object: 'CustomPermission', key: ['DeveloperName'], rows: filesOfType(source, 'CustomPermission').map(customPermission) },
    { object: 'ListView', key: ['SobjectType', 'DeveloperName'], rows: filesOfType(source, 'ListView').map(listView) },
    { object: 'FlowDefinitionView', key: ['ApiName'], rows: filesOfType(source, 'Flow').map(flowDefinition) },
  ];
}

function customPermission({ name, root }: MetadataFile): FieldValues {
  return {
    DeveloperName: name,
    MasterLabel: childText(root, 'label') ?? name,
    Language: 'en_US',
    Description: childText(root, 'description') ?? null,
    IsLicensed: childFlag(root, 'isLicensed'),
  };
}

function listView({ name, object, root }: MetadataFile): FieldValues {
  return { SobjectType: object ?? null, DeveloperName: name, Name: childText(root, 'label') ?? name, IsSoqlCompatible: true };
}

function flowDefinition({ name, root }: MetadataFile): FieldValues {
  const start = root.children.find((element) => element.name === 'start');
  const of = (element: string): string | null => (start === undefined ? null : (childText(start, element) ?? null));
  return {
    ApiName: name,
    DurableId: name,
    Label: childText(root, 'label') ?? name,
    Description: childText(root, 'description') ?? null,
    ProcessType: childText(root, 'processType') ?? null,
    TriggerType: of('triggerType'),
    TriggerObjectOrEventId: of('object'),
    TriggerObjectOrEventLabel: of('object'),
    RecordTriggerType: of('recordTriggerType'),
    IsActive: childText(root, 'status') === 'Active',
    IsTemplate: childFlag(root, 'isTemplate'),
    VersionNumber: 1,
    ManageableState: 'unmanaged',
  };
}
