import type { StandardObjectDefinition } from '../definition.ts';

export const ENTITY_DEFINITION: StandardObjectDefinition = {
  name: 'EntityDefinition',
  label: 'Entity Definition',
  labelPlural: 'Entity Definitions',
  keyPrefix: '4ie',
  nameField: 'QualifiedApiName',
  kind: 'setup',
  recycled: false,
  audit: 'none',
  writable: false,
  fields: `
    DurableId: Text(255) ro
    LastModifiedDate: DateTime ro
    QualifiedApiName: Text(70) ro notnull
    NamespacePrefix: Text(15) ro
    DeveloperName: Text(40) ro notnull
    MasterLabel: Text(40) ro
    Label: Text(40) ro
    PluralLabel: Text(40) ro
    KeyPrefix: Text(3) ro
    PublisherId: Text(255) ro
    DefaultImplementation: Text(255) ro
    DeploymentStatus: Text(40) ro
    InternalSharingModel: Text(40) ro
    ExternalSharingModel: Text(40) ro
    HelpSettingPageName: Text(255) ro
    Description: LongText(1000) ro
    IsCustomizable: Checkbox ro
    IsApexTriggerable: Checkbox ro
    IsWorkflowEnabled: Checkbox ro
    IsProcessEnabled: Checkbox ro
    IsCompactLayoutable: Checkbox ro
    IsCustomSetting: Checkbox ro
    IsDeprecatedAndHidden: Checkbox ro
    IsReplicateable: Checkbox ro
    IsRetrieveable: Checkbox ro
    IsSearchable: Checkbox ro
    IsSearchLayoutable: Checkbox ro
    IsTriggerable: Checkbox ro
    IsIdEnabled: Checkbox ro
    IsEverCreatable: Checkbox ro
    IsEverUpdatable: Checkbox ro
    IsEverDeletable: Checkbox ro
    IsFeedEnabled: Checkbox ro
    IsQueryable: Checkbox ro
    IsMruEnabled: Checkbox ro
    IsLayoutable: Checkbox ro
    IsFlsEnabled: Checkbox ro
    HasSubtypes: Checkbox ro
    IsSubtype: Checkbox ro
    IsAutoActivityCaptureEnabled: Checkbox ro
    IsInterface: Checkbox ro
  `,
};
