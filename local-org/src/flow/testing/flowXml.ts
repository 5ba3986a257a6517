import { packageOf } from './testOrg.ts';
import type { PackageSource } from '../../metadata/packageSource.ts';

/** Parts of a flow file, as XML. */
export interface FlowParts {
  /** Elements and resources in any order of kinds: siblings of one kind side by side. */
  readonly body: string;
  /** Inside `<start>`, without its connector. */
  readonly start?: string;
  /** First element. */
  readonly first?: string;
  readonly status?: string;
  readonly rest?: string;
}

/** A flow file as text. */
export function flowXml({ body, start = '', first, status = 'Active', rest = '' }: FlowParts): string {
  const connector = first === undefined ? '' : to(first);
  return `<Flow xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion>
    <label>Test Flow</label><processType>AutoLaunchedFlow</processType>
    ${body}<start>${connector}${start}</start><status>${status}</status>${rest}</Flow>`;
}

export const beforeSave = (object: string, when = 'CreateAndUpdate'): string =>
  `<object>${object}</object><recordTriggerType>${when}</recordTriggerType><triggerType>RecordBeforeSave</triggerType>`;

export const afterSave = (object: string, when = 'CreateAndUpdate'): string =>
  `<object>${object}</object><recordTriggerType>${when}</recordTriggerType><triggerType>RecordAfterSave</triggerType>`;

/** After the commit, beginning at this element. */
export const afterCommit = (object: string, first: string, when = 'CreateAndUpdate'): string =>
  `<object>${object}</object><recordTriggerType>${when}</recordTriggerType>
   <scheduledPaths>${to(first)}<pathType>AsyncAfterCommit</pathType></scheduledPaths><triggerType>RecordAfterSave</triggerType>`;

/** One hour after the save, beginning at this element, unless told otherwise. */
export const scheduledPath = (first: string, time = '<offsetNumber>1</offsetNumber><offsetUnit>Hours</offsetUnit>', field = ''): string =>
  `<scheduledPaths><name>Later</name>${to(first)}${time}${field === '' ? '' : `<recordField>${field}</recordField>`}<timeSource>${field === '' ? 'RecordTriggerEvent' : 'RecordField'}</timeSource></scheduledPaths>`;

/** A schedule that begins at a time of day, e.g. `2026-03-02` and `02:00:00`. */
export const schedule = (frequency: string, startDate: string, startTime: string): string =>
  `<schedule><frequency>${frequency}</frequency><startDate>${startDate}</startDate><startTime>${startTime}.000Z</startTime></schedule><triggerType>Scheduled</triggerType>`;

export const to = (element: string): string => `<connector><targetReference>${element}</targetReference></connector>`;

export const faultTo = (element: string): string => `<faultConnector><targetReference>${element}</targetReference></faultConnector>`;

export const ref = (path: string): string => `<value><elementReference>${path}</elementReference></value>`;
export const text = (value: string): string => `<value><stringValue>${value}</stringValue></value>`;
export const number = (value: number): string => `<value><numberValue>${value}</numberValue></value>`;
export const flag = (value: boolean): string => `<value><booleanValue>${value}</booleanValue></value>`;

/** `<filters>` of one field. */
export const filter = (field: string, operator: string, value: string): string =>
  `<filters><field>${field}</field><operator>${operator}</operator>${value}</filters>`;

/** `<inputAssignments>` of one field. */
export const set = (field: string, value: string): string => `<inputAssignments><field>${field}</field>${value}</inputAssignments>`;

/** An assignment element with lines of [target, operator, value]. */
export const assign = (name: string, lines: readonly (readonly [string, string, string])[], next = ''): string =>
  `<assignments><name>${name}</name>${lines
    .map(
      ([target, operator, value]) =>
        `<assignmentItems><assignToReference>${target}</assignToReference><operator>${operator}</operator>${value}</assignmentItems>`,
    )
    .join('')}${next}</assignments>`;

export const variable = (name: string, dataType: string, more = ''): string =>
  `<variables><name>${name}</name><dataType>${dataType}</dataType>${more}</variables>`;

export const formula = (name: string, dataType: string, expression: string): string =>
  `<formulas><name>${name}</name><dataType>${dataType}</dataType><expression>${expression.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</expression></formulas>`;

/** One rule, then the default. */
export const decide = (name: string, conditions: string, yes: string, no = ''): string =>
  `<decisions><name>${name}</name>${no === '' ? '' : `<defaultConnector><targetReference>${no}</targetReference></defaultConnector>`}
   <rules><name>${name}_Yes</name>${conditions}${yes === '' ? '' : to(yes)}<label>Yes</label></rules></decisions>`;

export const condition = (left: string, operator: string, value: string): string =>
  `<conditions><leftValueReference>${left}</leftValueReference><operator>${operator}</operator>${value.replaceAll('value>', 'rightValue>')}</conditions>`;

const field = (name: string, type: string): string =>
  `<CustomField><fullName>${name}</fullName><label>${name}</label>${type}</CustomField>`;

const textField = '<length>255</length><type>Text</type>';

/** Two small objects: `Order__c` and its lines, with the flows of a test. */
export function packageWith(flows: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): PackageSource {
  const object = (label: string): string =>
    `<CustomObject><label>${label}</label><pluralLabel>${label}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>
     <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel></CustomObject>`;
  const files: Record<string, string> = {
    'objects/Order__c/Order__c.object-meta.xml': object('Order'),
    'objects/Line__c/Line__c.object-meta.xml': object('Line'),
  };
  const fields: readonly (readonly [string, string, string])[] = [
    ['Order__c', 'Note__c', textField],
    [
      'Order__c',
      'Code__c',
      '<caseSensitive>true</caseSensitive><externalId>true</externalId><length>80</length><type>Text</type><unique>true</unique>',
    ],
    ['Order__c', 'Amount__c', '<precision>12</precision><scale>2</scale><type>Number</type>'],
    ['Order__c', 'Due__c', '<type>Date</type>'],
    ['Order__c', 'Placed__c', '<type>DateTime</type>'],
    ['Order__c', 'Open__c', '<defaultValue>false</defaultValue><type>Checkbox</type>'],
    ['Order__c', 'Words__c', '<length>32000</length><type>LongTextArea</type><visibleLines>3</visibleLines>'],
    ['Order__c', 'Double__c', '<formula>Amount__c * 2</formula><precision>18</precision><scale>2</scale><type>Number</type>'],
    [
      'Order__c',
      'Account__c',
      '<deleteConstraint>SetNull</deleteConstraint><referenceTo>Account</referenceTo><relationshipName>Orders</relationshipName><type>Lookup</type>',
    ],
    [
      'Line__c',
      'Order__c',
      '<deleteConstraint>SetNull</deleteConstraint><referenceTo>Order__c</referenceTo><relationshipName>Lines</relationshipName><type>Lookup</type>',
    ],
    ['Line__c', 'Note__c', textField],
    [
      'Line__c',
      'Key__c',
      '<caseSensitive>false</caseSensitive><externalId>true</externalId><length>80</length><type>Text</type><unique>true</unique>',
    ],
    ['Line__c', 'Price__c', '<precision>12</precision><scale>2</scale><type>Number</type>'],
  ];
  for (const [owner, name, type] of fields) files[`objects/${owner}/fields/${name}.field-meta.xml`] = field(name, type);
  for (const [name, xml] of Object.entries(flows)) files[`flows/${name}.flow-meta.xml`] = xml;
  return packageOf({ ...files, ...more });
}

/** A validation rule of `Order__c` or `Line__c`, to be added to a package. */
export function validationRule(object: string, name: string, condition_: string, message: string): Record<string, string> {
  return {
    [`objects/${object}/validationRules/${name}.validationRule-meta.xml`]: `<ValidationRule><fullName>${name}</fullName><active>true</active>
      <errorConditionFormula>${condition_}</errorConditionFormula><errorMessage>${message}</errorMessage></ValidationRule>`,
  };
}
