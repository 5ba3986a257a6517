import { addressFields, checkbox, dateTime, email, lookup, phone, picklist, READ_ONLY, text } from '../fields.ts';
import { withSystemFields, type StandardObject } from './definition.ts';

const TIME_ZONES = ['Europe/London', 'Europe/Copenhagen', 'Europe/Berlin', 'America/New_York', 'America/Los_Angeles', 'Asia/Tokyo', 'GMT'];

export const USER: StandardObject = {
  name: 'User',
  label: 'User',
  labelPlural: 'Users',
  keyPrefix: '005',
  nameField: 'Name',
  deletable: false,
  fields: withSystemFields(
    text('Username', 'Username', 80, { required: true, unique: true }),
    text('LastName', 'Last Name', 80, { required: true }),
    text('FirstName', 'First Name', 40),
    text('Name', 'Full Name', 121, READ_ONLY),
    text('CompanyName', 'Company Name', 80),
    text('Division', 'Division', 80),
    text('Department', 'Department', 80),
    text('Title', 'Title', 80),
    ...addressFields(''),
    email('Email', 'Email', { required: true, length: 128 }),
    phone('Phone', 'Phone'),
    phone('MobilePhone', 'Mobile Phone'),
    text('Alias', 'Alias', 8, { required: true }),
    // Worked out from the user name where nobody gives one.
    text('CommunityNickname', 'Nickname', 40),
    checkbox('IsActive', 'Active', { defaultFormula: 'true' }),
    picklist('TimeZoneSidKey', 'Time Zone', TIME_ZONES, { required: true }),
    lookup('UserRoleId', 'Role ID', ['UserRole'], 'Users'),
    picklist('LocaleSidKey', 'Locale', ['en_US', 'en_GB', 'da_DK', 'de_DE', 'fr_FR'], { required: true }),
    picklist('EmailEncodingKey', 'Email Encoding', ['UTF-8'], { required: true, defaultFormula: '"UTF-8"' }),
    lookup('ProfileId', 'Profile ID', ['Profile'], 'Users', { required: true, onDelete: 'Restrict' }),
    picklist('UserType', 'User Type', ['*Standard', 'AutomatedProcess', 'Guest'], { ...READ_ONLY, defaultFormula: '"Standard"' }),
    picklist('LanguageLocaleKey', 'Language', ['en_US', 'en_GB', 'da', 'de', 'fr'], { required: true }),
    text('EmployeeNumber', 'Employee Number', 20),
    lookup('ManagerId', 'Manager ID', ['User'], 'ManagedUsers'),
    text('FederationIdentifier', 'SAML Federation ID', 512),
    dateTime('LastLoginDate', 'Last Login', READ_ONLY),
  ),
};

export const PROFILE: StandardObject = {
  name: 'Profile',
  label: 'Profile',
  labelPlural: 'Profile',
  keyPrefix: '00e',
  nameField: 'Name',
  writable: false,
  fields: withSystemFields(
    text('Name', 'Name', 255, { required: true }),
    picklist('UserType', 'User Type', ['*Standard'], READ_ONLY),
    text('Description', 'Description', 255),
  ),
};

export const USER_ROLE: StandardObject = {
  name: 'UserRole',
  label: 'Role',
  labelPlural: 'Role',
  keyPrefix: '00E',
  nameField: 'Name',
  fields: withSystemFields(
    text('Name', 'Name', 80, { required: true }),
    lookup('ParentRoleId', 'Parent Role ID', ['UserRole']),
    text('DeveloperName', 'Developer Name', 80),
    text('RollupDescription', 'Description', 80),
  ),
};

export const GROUP: StandardObject = {
  name: 'Group',
  label: 'Group',
  labelPlural: 'Group',
  keyPrefix: '00G',
  nameField: 'Name',
  fields: withSystemFields(
    text('Name', 'Name', 40, { required: true }),
    text('DeveloperName', 'Developer Name', 80),
    lookup('RelatedId', 'Related ID', ['User', 'UserRole'], undefined, READ_ONLY),
    picklist('Type', 'Type', ['*Regular', 'Queue', 'Role', 'RoleAndSubordinates', 'Organization'], {
      updateable: false,
      defaultFormula: '"Regular"',
    }),
    email('Email', 'Email'),
    checkbox('DoesIncludeBosses', 'Include Bosses'),
  ),
};

export const PERMISSION_SET: StandardObject = {
  name: 'PermissionSet',
  label: 'Permission Set',
  labelPlural: 'Permission Sets',
  keyPrefix: '0PS',
  nameField: 'Name',
  fields: withSystemFields(
    text('Name', 'Permission Set Name', 80, { required: true }),
    text('Label', 'Permission Set Label', 80, { required: true }),
    text('Description', 'Description', 255),
    checkbox('IsOwnedByProfile', 'Is Owned By Profile', READ_ONLY),
    lookup('ProfileId', 'Profile ID', ['Profile'], undefined, READ_ONLY),
    checkbox('IsCustom', 'Custom', READ_ONLY),
    text('NamespacePrefix', 'Namespace Prefix', 15, READ_ONLY),
  ),
};

export const PERMISSION_SET_ASSIGNMENT: StandardObject = {
  name: 'PermissionSetAssignment',
  label: 'Permission Set Assignment',
  labelPlural: 'Permission Set Assignments',
  keyPrefix: '0Pa',
  fields: withSystemFields(
    lookup('PermissionSetId', 'PermissionSet ID', ['PermissionSet'], 'Assignments', {
      required: true,
      updateable: false,
      onDelete: 'Cascade',
    }),
    lookup('AssigneeId', 'Assignee ID', ['User'], 'PermissionSetAssignments', { required: true, updateable: false, onDelete: 'Cascade' }),
    checkbox('IsActive', 'Is Active', { ...READ_ONLY, defaultFormula: 'true' }),
  ),
};
