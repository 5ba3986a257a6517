import { childText } from '../metadata/xmlTree.ts';
import type { Org } from '../org.ts';
import { checkbox, dateTime, field, idFields, lookup, READ_ONLY, text, type FieldOptions } from '../schema/fields.ts';
import type { Field, SObjectType } from '../schema/types.ts';
import { isFilterable, isGroupable, isSortable } from '../soql/fieldAbilities.ts';
import { dataTypeOf } from './dataTypes.ts';
import {
  componentObject,
  numberOf,
  ofComponent,
  ofElement,
  valuesOf,
  type Column,
  type OrgComponent,
  type VirtualObject,
} from './virtualObject.ts';

interface FieldOf {
  readonly object: SObjectType;
  readonly field: Field;
  readonly component: OrgComponent | undefined;
}

interface ObjectOf {
  readonly object: SObjectType;
  readonly component: OrgComponent | undefined;
}

function told<Source>(name: string, label: string, value: (source: Source, org: Org) => string | undefined, length = 255): Column<Source> {
  return { field: text(name, label, length, READ_ONLY), value };
}

function flag<Source>(name: string, label: string, value: (source: Source) => boolean): Column<Source> {
  return { field: checkbox(name, label, READ_ONLY), value };
}

function whole<Source>(name: string, label: string, value: (source: Source) => number | undefined): Column<Source> {
  return { field: field(name, label, 'int', { precision: 9, scale: 0, ...READ_ONLY }), value: (source) => value(source) ?? 0 };
}

/** When and by whom a component was changed last; the platform's own says nothing. */
function changes<Source extends { readonly component: OrgComponent | undefined }>(): readonly Column<Source>[] {
  return [
    {
      field: dateTime('LastModifiedDate', 'Last Modified Date', READ_ONLY),
      value: ({ component }) => (component === undefined || component.id === '' ? undefined : component.lastModifiedAt),
    },
    {
      field: lookup('LastModifiedById', 'Last Modified By ID', ['User'], undefined, READ_ONLY),
      value: ({ component }) => (component === undefined || component.id === '' ? undefined : component.lastModifiedById),
    },
  ];
}

/** `Invoice__c` -> `Invoice`. */
function developerNameOf(name: string): string {
  return name.replace(/__[a-z]+$/iu, '');
}

/** What the platform keys an object by: its name, or the id of a custom one. */
function objectKey({ object, component }: ObjectOf): string {
  return object.custom && component !== undefined && component.id !== '' ? component.id.slice(0, 15) : object.name;
}

function objectsOf(org: Org): ReadonlyMap<string, ObjectOf> {
  const components = byName(org, 'CustomObject');
  return new Map([...org.schema.objects].map(([key, object]) => [key, { object, component: components.get(object.name.toLowerCase()) }]));
}

function byName(org: Org, type: string): ReadonlyMap<string, OrgComponent> {
  return new Map(org.deployments.list(type).map((component) => [component.fullName.toLowerCase(), component]));
}

const entityColumns: readonly Column<ObjectOf>[] = [
  told('DurableId', 'Durable ID', objectKey),
  told('QualifiedApiName', 'Qualified API Name', ({ object }) => object.name),
  told('DeveloperName', 'Developer Name', ({ object }) => developerNameOf(object.name)),
  told('MasterLabel', 'Master Label', ({ object }) => object.label),
  told('Label', 'Label', ({ object }) => object.label),
  told('PluralLabel', 'Plural Label', ({ object }) => object.labelPlural),
  told('NamespacePrefix', 'Namespace Prefix', () => undefined),
  told('PublisherId', 'Publisher ID', ({ object }) => (object.custom ? '<local>' : 'System')),
  told('KeyPrefix', 'Key Prefix', ({ object }) => object.keyPrefix, 3),
  told('InternalSharingModel', 'Internal Sharing Model', ({ object }) => object.sharingModel, 40),
  told('ExternalSharingModel', 'External Sharing Model', ({ object }) => object.settings.externalSharingModel ?? 'Private', 40),
  told('DeploymentStatus', 'Deployment Status', ({ object }) => (object.settings.deployed ? 'Deployed' : 'InDevelopment'), 40),
  told('Description', 'Description', ({ object }) => object.description, 1000),
  flag('IsCustomizable', 'Is Customizable', ({ object }) => object.kind !== 'setup'),
  flag('IsCustomSetting', 'Is Custom Setting', ({ object }) => object.kind === 'customSetting'),
  flag('IsQueryable', 'Is Queryable', ({ object }) => object.queryable),
  flag('IsRetrieveable', 'Is Retrieveable', ({ object }) => object.queryable),
  flag('IsSearchable', 'Is Searchable', ({ object }) => object.settings.search),
  flag('IsTriggerable', 'Is Triggerable', ({ object }) => object.kind !== 'setup'),
  flag('IsWorkflowEnabled', 'Is Workflow Enabled', ({ object }) => object.kind === 'standard' || object.kind === 'custom'),
  flag('IsEverCreatable', 'Is Ever Creatable', ({ object }) => object.createable),
  flag('IsEverUpdatable', 'Is Ever Updatable', ({ object }) => object.updateable),
  flag('IsEverDeletable', 'Is Ever Deletable', ({ object }) => object.deletable),
  flag('IsFeedEnabled', 'Is Feed Enabled', ({ object }) => object.settings.feeds),
  flag('IsDeprecatedAndHidden', 'Is Deprecated And Hidden', () => false),
  ...changes<ObjectOf>(),
];

/** Every object of the org; `Id` is its durable id, so that fields find it. */
const ENTITY_DEFINITION: VirtualObject = {
  name: 'EntityDefinition',
  label: 'Entity Definition',
  labelPlural: 'Entity Definitions',
  keyPrefix: '4ie',
  nameField: 'MasterLabel',
  fields: [...idFields(), ...entityColumns.map((column) => column.field)],
  rows: (org) => [...objectsOf(org).values()].map((source) => ({ ...valuesOf(entityColumns, source, org), Id: objectKey(source) })),
};

const entityDefinitionId: FieldOptions = {
  ...READ_ONLY,
  reference: { targets: ['EntityDefinition'], relationshipName: 'EntityDefinition', childRelationshipName: 'Fields', onDelete: 'SetNull' },
};

const fieldColumns: readonly Column<FieldOf>[] = [
  told('QualifiedApiName', 'Qualified API Name', ({ field: { name } }) => name),
  told('DeveloperName', 'Developer Name', ({ field: { name } }) => developerNameOf(name)),
  told('MasterLabel', 'Master Label', ({ field: { label } }) => label),
  told('Label', 'Label', ({ field: { label } }) => label),
  told('NamespacePrefix', 'Namespace Prefix', () => undefined),
  told('DataType', 'Data Type', (source) => dataTypeOf(source.field)),
  told('Description', 'Description', ({ field: { description } }) => description, 1000),
  told('RelationshipName', 'Relationship Name', ({ field: { reference } }) => reference?.relationshipName),
  told('SecurityClassification', 'Security Classification', ({ field: { securityClassification } }) => securityClassification),
  told('ComplianceGroup', 'Compliance Group', ({ field: { complianceGroup } }) => complianceGroup),
  told('BusinessStatus', 'Business Status', ({ field: { businessStatus } }) => businessStatus),
  whole('Length', 'Length', (source) => source.field.length),
  whole('Precision', 'Precision', (source) => source.field.precision),
  whole('Scale', 'Scale', (source) => source.field.scale),
  flag('IsNillable', 'Is Nillable', (source) => source.field.nillable ?? (!source.field.required && source.field.type !== 'boolean')),
  flag('IsCalculated', 'Is Calculated', (source) => source.field.formula !== undefined || source.field.rollup !== undefined),
  flag('IsIndexed', 'Is Indexed', ({ field: one }) => one.unique || one.externalId || one.reference !== undefined || one.type === 'id'),
  flag('IsNameField', 'Is Name Field', (source) => source.object.nameField === source.field.name),
  flag('IsCompound', 'Is Compound', (source) => source.field.compound !== undefined),
  flag('IsHtmlFormatted', 'Is HTML Formatted', (source) => source.field.htmlFormatted === true),
  flag('IsFieldHistoryTracked', 'Is Field History Tracked', (source) => source.field.trackHistory),
  flag('IsApiFilterable', 'Is API Filterable', (source) => isFilterable(source.field)),
  flag('IsApiSortable', 'Is API Sortable', (source) => isSortable(source.field)),
  flag('IsApiGroupable', 'Is API Groupable', (source) => isGroupable({ type: source.field.type, field: source.field })),
  flag('IsPolymorphicForeignKey', 'Is Polymorphic Foreign Key', (source) => (source.field.reference?.targets.length ?? 0) > 1),
  ...changes<FieldOf>(),
];

/** Every field of the org. */
const FIELD_DEFINITION: VirtualObject = {
  name: 'FieldDefinition',
  label: 'Field Definition',
  labelPlural: 'Field Definitions',
  keyPrefix: '4fe',
  nameField: 'MasterLabel',
  fields: [
    ...idFields(),
    text('DurableId', 'Durable ID', 255, READ_ONLY),
    text('EntityDefinitionId', 'Entity Definition ID', 255, entityDefinitionId),
    ...fieldColumns.map((column) => column.field),
  ],
  rows: (org) => {
    const components = byName(org, 'CustomField');
    return [...objectsOf(org).values()].flatMap((entity) => {
      const { object } = entity;
      const key = objectKey(entity);
      return [...object.fields.values()].map((one) => {
        const component = components.get(`${object.name}.${one.name}`.toLowerCase());
        const id = component === undefined || component.id === '' ? one.name : component.id.slice(0, 15);
        const durableId = `${key}.${id}`;
        const values = valuesOf(fieldColumns, { object, field: one, component }, org);
        return { ...values, Id: durableId, DurableId: durableId, EntityDefinitionId: key };
      });
    });
  },
};

const description = ofElement('Description', 'Description', 'description', 1000);

/** Objects and fields: all of them, and those that were deployed. */
export const schemaObjects: readonly VirtualObject[] = [
  ENTITY_DEFINITION,
  FIELD_DEFINITION,
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
      {
        field: text('EntityDefinitionId', 'Entity Definition ID', 255, {
          ...entityDefinitionId,
          reference: { targets: ['EntityDefinition'], relationshipName: 'EntityDefinition', onDelete: 'SetNull' },
        }),
        value: tableOf,
      },
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

function tableOf({ fullName }: OrgComponent, org: Org): string {
  const [objectName = ''] = fullName.split('.');
  const source = objectsOf(org).get(objectName.toLowerCase());
  return source === undefined ? objectName : objectKey(source);
}
