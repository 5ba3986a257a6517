import { childText } from '../metadata/xmlTree.ts';
import type { Org } from '../org.ts';
import { READ_ONLY, text } from '../schema/fields.ts';
import { componentObject, numberOf, ofComponent, ofElement, type Column, type OrgComponent, type VirtualObject } from './virtualObject.ts';

/** The object that a component belongs to, by its API name, as EntityDefinition is keyed by. */
export function entityDefinitionId(value: (component: OrgComponent) => string | undefined): Column<OrgComponent> {
  const reference = { targets: ['EntityDefinition'], relationshipName: 'EntityDefinition', onDelete: 'SetNull' } as const;
  return { field: text('EntityDefinitionId', 'Entity Definition ID', 255, { ...READ_ONLY, reference }), value };
}

/** `Invoice__c` -> `Invoice`. */
function developerNameOf(name: string): string {
  return name.replace(/__[a-z]+$/iu, '');
}

const description = ofElement('Description', 'Description', 'description', 1000);

/** Objects and fields that were deployed; EntityDefinition and FieldDefinition tell of all. */
export const schemaObjects: readonly VirtualObject[] = [
  componentObject({
    name: 'CustomObject',
    label: 'Custom Object',
    keyPrefix: '01I',
    nameField: 'DeveloperName',
    columns: [
      ofComponent('DeveloperName', 'Object Name', ({ fullName }) => developerNameOf(fullName)),
      description,
      ofElement('SharingModel', 'Sharing Model', 'sharingModel', 40),
    ],
  }),
  componentObject({
    name: 'CustomField',
    label: 'Custom Field',
    keyPrefix: '00N',
    nameField: 'DeveloperName',
    columns: [
      ofComponent('DeveloperName', 'Developer Name', ({ fullName }) => developerNameOf(fullName.split('.')[1] ?? fullName)),
      entityDefinitionId(({ fullName }) => fullName.split('.')[0]),
      { field: text('TableEnumOrId', 'Entity', 255, READ_ONLY), value: tableOf },
      description,
      ofElement('InlineHelpText', 'Help Text', 'inlineHelpText', 510),
      ofElement('RelationshipLabel', 'Relationship Label', 'relationshipLabel'),
      ofComponent(
        'SummaryOperation',
        'Summary Operation',
        ({ root }) => (root === undefined ? undefined : childText(root, 'summaryOperation')),
        40,
      ),
      numberOf('Length', 'Length', 'length'),
      numberOf('Precision', 'Precision', 'precision'),
      numberOf('Scale', 'Scale', 'scale'),
    ],
  }),
];

/** A standard object by its name, a custom one by its id. */
function tableOf({ fullName }: OrgComponent, org: Org): string {
  const [objectName = ''] = fullName.split('.');
  const id = org.deployments.read({ type: 'CustomObject', fullName: objectName })?.id ?? '';
  return org.schema.object(objectName)?.custom === true && id !== '' ? id.slice(0, 15) : objectName;
}
