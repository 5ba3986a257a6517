import type { StandardObjectDefinition } from '../definition.ts';

export const FIELD_DEFINITION: StandardObjectDefinition = {
  name: 'FieldDefinition',
  label: 'Field Definition',
  labelPlural: 'Field Definitions',
  keyPrefix: '4fe',
  nameField: 'QualifiedApiName',
  kind: 'setup',
  recycled: false,
  audit: 'none',
  writable: false,
  fields: `
    DurableId: Text(255) ro
    LastModifiedDate: DateTime ro
    QualifiedApiName: Text(70) ro notnull
    EntityDefinitionId: Durable(EntityDefinition) ro children=Fields
    NamespacePrefix: Text(15) ro
    DeveloperName: Text(40) ro notnull
    MasterLabel: Text(40) ro
    Label: Text(40) ro
    Length: Int(9) ro
    DataType: Text(255) ro
    ServiceDataTypeId: Text(255) ro
    ValueTypeId: Text(255) ro
    ExtraTypeInfo: Text(40) ro
    IsCalculated: Checkbox ro
    IsHighScaleNumber: Checkbox ro
    IsHtmlFormatted: Checkbox ro
    IsNameField: Checkbox ro
    IsNillable: Checkbox ro
    IsWorkflowFilterable: Checkbox ro
    IsCompactLayoutable: Checkbox ro
    Precision: Int(9) ro
    Scale: Int(9) ro
    IsFieldHistoryTracked: Checkbox ro
    IsIndexed: Checkbox ro
    IsApiFilterable: Checkbox ro
    IsApiSortable: Checkbox ro
    IsApiGroupable: Checkbox ro
    IsListVisible: Checkbox ro
    ControllingFieldDefinitionId: Durable(FieldDefinition) ro
    LastModifiedById: Lookup(User) ro
    PublisherId: Text(255) ro
    RunningUserFieldAccessId: Text(255) ro
    RelationshipName: Text(255) ro
    ReferenceTo: Text(4000) ro
    ReferenceTargetField: Text(255) ro
    IsCompound: Checkbox ro
    IsSearchPrefilterable: Checkbox ro
    IsPolymorphicForeignKey: Checkbox ro
    BusinessOwnerId: Lookup(Group|User) ro
    BusinessStatus: Text(40) ro
    SecurityClassification: Text(40) ro
    ComplianceGroup: Text(255) ro
    Description: LongText(1000) ro
  `,
};
