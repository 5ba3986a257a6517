import { childText } from '../metadata/xmlTree.ts';
import { entityDefinitionId } from './schemaObjects.ts';
import { componentObject, flagOf, ofComponent, ofElement, type VirtualObject } from './virtualObject.ts';

const developerName = ofComponent('DeveloperName', 'Developer Name', ({ fullName }) => fullName);
const masterLabel = ofElement('MasterLabel', 'Label', 'label');
const description = ofElement('Description', 'Description', 'description', 1000);
/** `Account.Hot` -> `Account`. */
const sobjectType = ofComponent('SobjectType', 'SObject Type', ({ fullName }) => fullName.split('.')[0]);
const memberName = ofComponent('DeveloperName', 'Developer Name', ({ fullName }) => fullName.split('.')[1] ?? fullName);

/** Pages, apps, labels and the like. */
export const setupObjects: readonly VirtualObject[] = [
  componentObject({
    name: 'FlexiPage',
    label: 'Lightning Page',
    keyPrefix: '0M0',
    nameField: 'DeveloperName',
    columns: [
      developerName,
      ofElement('MasterLabel', 'Label', 'masterLabel'),
      description,
      ofElement('Type', 'Type', 'type', 40),
      entityDefinitionId(({ root }) => (root === undefined ? undefined : childText(root, 'sobjectType'))),
    ],
  }),
  componentObject({
    name: 'Layout',
    label: 'Page Layout',
    keyPrefix: '00h',
    nameField: 'Name',
    columns: [
      // `Account-Account Layout`
      ofComponent('Name', 'Name', ({ fullName }) =>
        decodeURIComponent(fullName.slice(fullName.indexOf('-') + 1).replaceAll(/%(?![\dA-F]{2})/giu, '%25')),
      ),
      entityDefinitionId(({ fullName }) => fullName.slice(0, Math.max(0, fullName.indexOf('-')))),
      ofComponent('TableEnumOrId', 'Table', ({ fullName }) => fullName.slice(0, Math.max(0, fullName.indexOf('-')))),
    ],
  }),
  componentObject({
    name: 'CustomTab',
    label: 'Custom Tab',
    keyPrefix: '01r',
    nameField: 'DeveloperName',
    columns: [developerName, masterLabel, description, ofElement('MotifName', 'Motif', 'motif')],
  }),
  componentObject({
    name: 'CustomApplication',
    label: 'Custom Application',
    keyPrefix: '02u',
    nameField: 'DeveloperName',
    columns: [
      developerName,
      ofElement('Label', 'Label', 'label'),
      description,
      ofElement('UiType', 'UI Type', 'uiType', 40),
      ofElement('NavType', 'Navigation Type', 'navType', 40),
    ],
  }),
  componentObject({
    name: 'ExternalString',
    label: 'Custom Label',
    type: 'CustomLabel',
    keyPrefix: '101',
    nameField: 'Name',
    columns: [
      ofComponent('Name', 'Name', ({ fullName }) => fullName),
      ofElement('MasterLabel', 'Label', 'shortDescription'),
      ofElement('Value', 'Value', 'value', 1000),
      ofElement('Category', 'Category', 'categories', 1000),
      ofElement('Language', 'Language', 'language', 40),
      flagOf('IsProtected', 'Is Protected', 'protected'),
    ],
  }),
  componentObject({
    name: 'CompactLayout',
    label: 'Compact Layout',
    keyPrefix: '0AH',
    nameField: 'DeveloperName',
    columns: [memberName, masterLabel, sobjectType],
  }),
  componentObject({
    name: 'ValidationRule',
    label: 'Validation Rule',
    keyPrefix: '03d',
    nameField: 'ValidationName',
    columns: [
      ofComponent('ValidationName', 'Rule Name', ({ fullName }) => fullName.split('.')[1]),
      entityDefinitionId(({ fullName }) => fullName.split('.')[0]),
      flagOf('Active', 'Active', 'active'),
      description,
      ofElement('ErrorDisplayField', 'Error Location', 'errorDisplayField'),
      ofElement('ErrorMessage', 'Error Message', 'errorMessage'),
    ],
  }),
  componentObject({
    name: 'GlobalValueSet',
    label: 'Global Value Set',
    keyPrefix: '0Nt',
    nameField: 'DeveloperName',
    columns: [developerName, ofElement('MasterLabel', 'Label', 'masterLabel'), description],
  }),
  componentObject({
    name: 'QuickActionDefinition',
    label: 'Quick Action',
    type: 'QuickAction',
    keyPrefix: '09D',
    nameField: 'DeveloperName',
    columns: [
      memberName,
      ofComponent('MasterLabel', 'Label', ({ root }) =>
        root === undefined ? undefined : (childText(root, 'label') ?? childText(root, 'standardLabel')),
      ),
      sobjectType,
      ofElement('Type', 'Type', 'type', 40),
    ],
  }),
];
