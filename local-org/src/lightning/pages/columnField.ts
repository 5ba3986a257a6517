import type { Field, SObjectType } from '../../schema/types.ts';
import { findField } from './fieldModel.ts';

/** The names that list views and related lists have for system fields. */
const systemColumns: Readonly<Record<string, string>> = {
  CREATED_DATE: 'CreatedDate',
  CREATEDBY_USER: 'CreatedById',
  'CREATEDBY_USER.ALIAS': 'CreatedById',
  LAST_UPDATE: 'LastModifiedDate',
  OBJECT_ID: 'Id',
  LAST_ACTIVITY: 'LastActivityDate',
  UPDATEDBY_USER: 'LastModifiedById',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedById',
  'OWNER.ALIAS': 'OwnerId',
  'OWNER.FIRST_NAME': 'OwnerId',
  'OWNER.LAST_NAME': 'OwnerId',
};

/**
 * The field behind a column name of a list view or related list: `NAME`,
 * `OWNER.ALIAS`, `Rating__c`, `ACCOUNT.NAME`, `CASES.CASE_NUMBER`.
 * Standard columns are the field's name in capitals with the words apart.
 */
export function columnField(object: SObjectType, column: string): Field | undefined {
  const name = systemColumns[column] ?? (isName(column) ? object.nameField : undefined) ?? column;
  const plain = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : name;
  return findField(object, name) ?? findField(object, plain.replaceAll('_', '')) ?? findField(object, `${plain.replaceAll('_', '')}Id`);
}

/** People's names are `FULL_NAME`. */
function isName(column: string): boolean {
  return column === 'NAME' || column === 'FULL_NAME' || column.endsWith('.NAME') || column.endsWith('.FULL_NAME');
}
