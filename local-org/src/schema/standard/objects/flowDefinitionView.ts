import type { StandardObjectDefinition } from '../definition.ts';

export const FLOW_DEFINITION_VIEW: StandardObjectDefinition = {
  name: 'FlowDefinitionView',
  label: 'Flow Definition',
  labelPlural: 'Flow Definitions',
  keyPrefix: '3dd',
  nameField: 'Label',
  kind: 'setup',
  recycled: false,
  audit: 'none',
  writable: false,
  fields: `
    DurableId: Text(255) ro
    ApiName: Text(255) ro
    Label: Text(255) ro "Flow Label"
    Description: LongText(1000) ro
    ProcessType: Text(255) ro
    TriggerType: Text(255) ro
    NamespacePrefix: Text(255) ro
    ActiveVersionId: Text(255) ro
    LatestVersionId: Text(255) ro
    LastModifiedBy: Text(255) ro
    IsActive: Checkbox ro "Active"
    IsOutOfDate: Checkbox ro
    LastModifiedDate: DateTime ro
    IsTemplate: Checkbox ro "Template"
    TriggerObjectOrEventLabel: Text(255) ro
    TriggerObjectOrEventId: Text(255) ro
    RecordTriggerType: Text(255) ro
    VersionNumber: Int(9) ro
    TriggerOrder: Int(9) ro
    Environments: Text(255) ro
    ManageableState: Text(40) ro
  `,
};
