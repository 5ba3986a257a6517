import type { SObjectType } from '../schema/types.ts';

/**
 * What opens an object to a user, by kind of object:
 * - `own`: permissions on the object itself
 * - `as`: those on another object: reading with its Read, changing with its Edit
 * - `system`: permissions of the system, any one of those named; an empty list asks for none
 */
export type ObjectRule =
  | { readonly kind: 'own' }
  | { readonly kind: 'as'; readonly object: string }
  | {
      readonly kind: 'system';
      readonly read: readonly string[];
      readonly write: readonly string[];
      /** Which records one reaches is for sharing to say. */
      readonly shared?: true;
    }
  /** Custom metadata types and custom settings: granted one by one, or to whoever has one of these. */
  | { readonly kind: 'type'; readonly readers: readonly string[]; readonly write: readonly string[] };

const OWN: ObjectRule = { kind: 'own' };

/** Standard objects that profiles and permission sets name (Metadata API Developer Guide, "Profile", objectPermissions). */
const ownPermissions: ReadonlySet<string> = new Set([
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contact',
  'Contract',
  'Individual',
  'Lead',
  'Opportunity',
  'Order',
  'Pricebook2',
  'Product2',
]);

/** Standard objects that follow another one. */
const follows: Readonly<Record<string, string>> = {
  AccountContactRelation: 'Account',
  AccountContactRole: 'Account',
  CampaignMember: 'Campaign',
  CampaignMemberStatus: 'Campaign',
  CaseComment: 'Case',
  CaseContactRole: 'Case',
  ContractContactRole: 'Contract',
  OpportunityContactRole: 'Opportunity',
  OpportunityLineItem: 'Opportunity',
  OrderItem: 'Order',
  PricebookEntry: 'Pricebook2',
};

const SETUP = ['ViewSetup', 'CustomizeApplication'];
const PERMISSIONS = ['ViewSetup', 'AssignPermissionSets', 'ManageUsers', 'ManageProfilesPermissionsets'];

function system(read: readonly string[], write: readonly string[] = ['CustomizeApplication']): Extract<ObjectRule, { kind: 'system' }> {
  return { kind: 'system', read, write };
}

/** Objects that permissions of the system open (Object Reference, "Special Access Rules" of each). */
const systemRules: Readonly<Record<string, ObjectRule>> = {
  Attachment: system([], []),
  BusinessHours: system([], ['ManageBusinessHourHolidays', 'CustomizeApplication']),
  ContentDocument: system([], []),
  ContentDocumentLink: system([], []),
  ContentVersion: system([], []),
  // Object Reference, "Dashboard" and "Report": who may run reports sees those of their folders.
  Dashboard: { ...system(['RunReports']), shared: true },
  EmailMessage: system(['ActivitiesAccess'], ['ActivitiesAccess']),
  EmailTemplate: system([], ['EditPublicTemplates', 'EmailTemplateManagement']),
  Event: system(['ActivitiesAccess'], ['EditEvent']),
  FeedComment: system(['ChatterInternalUser'], ['ChatterInternalUser']),
  FeedItem: system(['ChatterInternalUser'], ['ChatterInternalUser']),
  FieldPermissions: system(PERMISSIONS, ['ManageProfilesPermissionsets']),
  Folder: { ...system([]), shared: true },
  Group: system([], ['ManageUsers']),
  GroupMember: system([], ['ManageUsers']),
  Holiday: system([], ['ManageBusinessHourHolidays', 'CustomizeApplication']),
  LoginHistory: system(['ManageUsers', 'MonitorLoginHistory'], []),
  MutingPermissionSet: system(PERMISSIONS, ['ManageProfilesPermissionsets']),
  Note: system([], []),
  ObjectPermissions: system(PERMISSIONS, ['ManageProfilesPermissionsets']),
  Organization: system([]),
  OrgWideEmailAddress: system([]),
  PermissionSet: system(PERMISSIONS, ['ManageProfilesPermissionsets']),
  PermissionSetAssignment: system(PERMISSIONS, ['AssignPermissionSets', 'ManageUsers']),
  PermissionSetGroup: system(PERMISSIONS, ['ManageProfilesPermissionsets']),
  PermissionSetGroupComponent: system(PERMISSIONS, ['ManageProfilesPermissionsets']),
  PermissionSetTabSetting: system(PERMISSIONS, ['ManageProfilesPermissionsets']),
  Profile: system([], ['ManageProfilesPermissionsets']),
  QueueSobject: system([], ['ManageUsers']),
  Report: { ...system(['RunReports']), shared: true },
  SetupEntityAccess: system(PERMISSIONS, ['ManageProfilesPermissionsets']),
  Task: system(['ActivitiesAccess'], ['EditTask']),
  Topic: system([], ['CreateTopics', 'EditTopics']),
  TopicAssignment: system([], ['AssignTopics']),
  // Everybody may change some fields of their own record: `userRecords` says which.
  User: system([], []),
  UserRole: system([], ['ManageRoles', 'ManageUsers']),
};

/** Setup objects that every user needs in order to work with records. */
const openSetup: ReadonlySet<string> = new Set([
  'CaseStatus',
  'ContractStatus',
  'CustomNotificationType',
  'CustomPermission',
  'LeadStatus',
  'ListView',
  'OpportunityStage',
  'RecordType',
  'TaskPriority',
  'TaskStatus',
  'UserLicense',
  'UserRecordAccess',
]);

/** What opens an object. */
export function ruleOf(object: SObjectType): ObjectRule {
  const { name, kind, settings } = object;
  switch (kind) {
    case 'custom':
    case 'platformEvent':
    case 'external':
    case 'big':
      return OWN;
    case 'customMetadata':
      return { kind: 'type', readers: ['CustomizeApplication'], write: [] };
    case 'customSetting':
      return { kind: 'type', readers: ['CustomizeApplication', 'ViewAllCustomSettings'], write: ['CustomizeApplication'] };
    case 'history':
    case 'feed':
    case 'share':
      return { kind: 'as', object: settings.parentObject ?? '' };
    case 'standard':
    case 'setup':
      return standardRule(name, kind);
  }
}

function standardRule(name: string, kind: 'standard' | 'setup'): ObjectRule {
  if (ownPermissions.has(name)) return OWN;
  const parent = follows[name];
  if (parent !== undefined) return { kind: 'as', object: parent };
  const rule = systemRules[name];
  if (rule !== undefined) return rule;
  return kind === 'setup' && !openSetup.has(name) ? system(SETUP) : system([]);
}

/** Whether profiles and permission sets name the object. */
export function hasOwnPermissions(object: SObjectType): boolean {
  return ruleOf(object).kind === 'own';
}

/** Whether field permissions mean anything on the object: its records hold what people enter. */
export function hasFieldPermissions({ kind, name }: SObjectType): boolean {
  return kind === 'custom' || kind === 'external' || kind === 'big' || (kind === 'standard' && !fieldsAreOpen.has(name));
}

/** Standard objects whose fields nobody can hide. */
const fieldsAreOpen: ReadonlySet<string> = new Set([
  'Attachment',
  'CampaignMemberStatus',
  'CaseComment',
  'ContentDocument',
  'ContentDocumentLink',
  'ContentVersion',
  'FeedComment',
  'FeedItem',
  'Note',
  'Topic',
  'TopicAssignment',
]);
