import type { StandardObjectDefinition } from '../definition.ts';

export const CUSTOM_NOTIFICATION_TYPE: StandardObjectDefinition = {
  name: 'CustomNotificationType',
  label: 'Custom Notification Type',
  labelPlural: 'Custom Notification Types',
  keyPrefix: '0ML',
  nameField: 'DeveloperName',
  kind: 'setup',
  writable: false,
  fields: `
    DeveloperName: Text(80) required "Custom Notification Type Name"
    Language: Picklist(*en_US) ro "Master Language"
    MasterLabel: Text(80) required "Label"
    NamespacePrefix: Text(15) ro
    CustomNotifTypeName: Text(80) required
    Description: Text(255)
    Desktop: Checkbox
    Mobile: Checkbox
    IsSlack: Checkbox
  `,
};
