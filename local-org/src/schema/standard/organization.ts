import { checkbox, dateTime, email, phone, picklist, READ_ONLY, text, addressFields, lookup, integer } from '../fields.ts';
import { withSystemFields, type StandardObject } from './definition.ts';

export const ORGANIZATION: StandardObject = {
  name: 'Organization',
  label: 'Organization',
  labelPlural: 'Organizations',
  keyPrefix: '00D',
  nameField: 'Name',
  deletable: false,
  fields: withSystemFields(
    text('Name', 'Name', 80, { required: true }),
    text('Division', 'Division', 80),
    ...addressFields(''),
    phone('Phone', 'Phone'),
    phone('Fax', 'Fax'),
    text('PrimaryContact', 'Primary Contact', 80),
    picklist('DefaultLocaleSidKey', 'Locale', ['en_US']),
    picklist('TimeZoneSidKey', 'Time Zone', ['Europe/London']),
    picklist('LanguageLocaleKey', 'Language', ['en_US']),
    email('ComplianceBccEmail', 'Compliance BCC Email', READ_ONLY),
    picklist('OrganizationType', 'Edition', ['Developer Edition', 'Enterprise Edition'], READ_ONLY),
    text('InstanceName', 'Instance Name', 5, READ_ONLY),
    text('NamespacePrefix', 'Namespace Prefix', 15, READ_ONLY),
    checkbox('IsSandbox', 'Is Sandbox', READ_ONLY),
    checkbox('IsReadOnly', 'Is Read Only', READ_ONLY),
    dateTime('TrialExpirationDate', 'Trial Expiration Date', READ_ONLY),
    integer('FiscalYearStartMonth', 'Fiscal Year Starts In', 9),
  ),
};

export const RECORD_TYPE: StandardObject = {
  name: 'RecordType',
  label: 'Record Type',
  labelPlural: 'Record Types',
  keyPrefix: '012',
  nameField: 'Name',
  writable: false,
  fields: withSystemFields(
    text('Name', 'Name', 80, { required: true }),
    text('DeveloperName', 'Record Type Name', 80, { required: true }),
    text('NamespacePrefix', 'Namespace Prefix', 15, READ_ONLY),
    text('Description', 'Description', 255),
    lookup('BusinessProcessId', 'Business Process ID', [], undefined, READ_ONLY),
    text('SobjectType', 'SObject Type Name', 40, { required: true }),
    checkbox('IsActive', 'Active'),
  ),
};
