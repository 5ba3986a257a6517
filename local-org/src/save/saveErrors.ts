import type { SaveError } from './types.ts';

/**
 * Texts of the platform's record errors, in one place. Codes and wording follow
 * the SOAP API guide's status codes and what its answers look like.
 */
function error(statusCode: string, message: string, fields: readonly string[] = []): SaveError {
  return { statusCode, message, fields };
}

/** What a message calls a field: its label, as the platform does. */
interface NamedField {
  readonly name: string;
  readonly label: string;
}

export const saveErrors = {
  requiredMissing: (fields: readonly string[]) =>
    error('REQUIRED_FIELD_MISSING', `Required fields are missing: [${fields.join(', ')}]`, fields),

  tooLong: (field: NamedField, value: string, length: number) =>
    error('STRING_TOO_LONG', `${field.label}: data value too large: ${value} (max length=${length})`, [field.name]),

  outsideRange: (field: NamedField, value: number) =>
    error('NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: value outside of valid range on numeric field: ${value}`, [field.name]),

  restrictedPicklist: (field: NamedField, value: string) =>
    error('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', `${field.label}: bad value for restricted picklist field: ${value}`, [field.name]),

  malformedId: (field: NamedField, value: string) =>
    error('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [field.name]),

  wrongObject: (field: NamedField, value: string) =>
    error('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${value}`, [field.name]),

  invalidCrossReference: (fields: readonly string[] = []) => error('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', fields),

  entityIsDeleted: () => error('ENTITY_IS_DELETED', 'entity is deleted'),

  invalidEmail: (field: NamedField, value: string) =>
    error('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]),

  invalidDate: (field: NamedField, value: string) =>
    error('FIELD_INTEGRITY_EXCEPTION', `${field.label}: invalid date: ${value}`, [field.name]),

  wrongType: (field: NamedField, value: string) =>
    error('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${value}`, [field.name]),

  notWritable: (fields: readonly string[]) =>
    error(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      fields,
    ),

  duplicateValue: (field: string, otherId: string | undefined) =>
    error('DUPLICATE_VALUE', `duplicate value found: ${field} duplicates value on record with id: ${otherId ?? '<unknown>'}`),

  duplicateExternalId: (value: string) => error('DUPLICATE_VALUE', `Duplicate external id specified: ${value}`),

  duplicateId: (id: string) => error('DUPLICATE_VALUE', `Duplicate id specified: ${id}`),

  ambiguousExternalId: (field: string, value: string, count: number) =>
    error('DUPLICATE_EXTERNAL_ID', `${field}: more than one record found for external id field: ${value} (${count} records)`),

  externalIdMissing: (field: string) => error('MISSING_ARGUMENT', `${field} not specified`),

  inactiveOwner: (userId: string, objectName: string) =>
    error('INACTIVE_OWNER_OR_USER', `operation performed with inactive user [${userId}] as owner of ${objectName.toLowerCase()}`),

  foreignKeyNotFound: (value: string, field: string, entity: string) =>
    error('INVALID_FIELD', `Foreign key external ID: ${value} not found for field ${field} in entity ${entity}`),

  customValidation: (message: string, field: string | undefined) =>
    error('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === undefined ? [] : [field]),

  lookupFiltered: (field: NamedField, message: string | undefined) =>
    error('FIELD_FILTER_VALIDATION_EXCEPTION', message ?? 'Value does not exist or does not match filter criteria.', [field.name]),

  recordTypeInvalid: (id: string) =>
    error('INVALID_CROSS_REFERENCE_KEY', `Record Type ID: this ID value isn't valid for the user: ${id}`, ['RecordTypeId']),

  notAllowed: (operation: 'inserted' | 'updated', label: string) =>
    error('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be ${operation}: ${label}`),

  idMissing: () => error('MISSING_ARGUMENT', 'Id not specified in an update call'),

  idOnInsert: () => error('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']),

  rolledBack: () =>
    error(
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'Record rolled back because not all records were valid and the request was using AllOrNone header',
    ),

  deleteRestricted: (label: string) =>
    error(
      'DELETE_FAILED',
      `Your attempt to delete this record could not be completed because it is associated with the following ${label}.`,
    ),

  notInRecycleBin: () => error('UNDELETE_FAILED', 'Entity is not in the recycle bin'),

  masterDeleted: () => error('UNDELETE_FAILED', 'The record that this one belongs to is deleted'),

  notDeletable: (objectName: string) =>
    error('INSUFFICIENT_ACCESS_OR_READONLY', `insufficient access rights on object id: records of ${objectName} cannot be deleted`),

  triggerDepth: (operation: string) =>
    error('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `maximum trigger depth exceeded while running ${operation}`),
} as const;
