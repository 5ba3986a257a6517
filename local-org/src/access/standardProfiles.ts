import { SYSTEM_PERMISSIONS } from '../schema/standard/systemPermissions.ts';
import type { Schema, SObjectType } from '../schema/types.ts';
import { canBeEdited, isPermissionable } from './fieldRules.ts';
import type { Letters } from './grants.ts';
import { hasOwnPermissions } from './objectRules.ts';

/** A profile that every org has from its first day. */
export interface StandardProfile {
  readonly name: string;
  readonly license: ProfileLicense;
  readonly description?: string;
  /** Permissions of the system that it gives. */
  readonly system: readonly string[];
  /** Letters on a standard object. */
  readonly object: (name: string) => Letters;
  /** What it sees of custom objects and fields: an administrator's profile alone sees them before anybody grants it. */
  readonly custom: boolean;
  /** Letters on standard fields. */
  readonly fields: Letters;
}

export type ProfileLicense = 'Salesforce' | 'Salesforce Integration';

/** Permissions that take something away from their holder, or that nobody has unasked. */
const restrictions: ReadonlySet<string> = new Set(['ApiUserOnly', 'DelegatedTwoFactor', 'FlowUFLRequired', 'ForceTwoFactor']);

/** What whoever works with records has (Help, "Standard Profiles"; the permissions of Standard User in a new org). */
const worker = [
  'ActivitiesAccess',
  'AllowUniversalSearch',
  'AllowViewEditConvertedLeads',
  'ApiEnabled',
  'AssignTopics',
  'ChatterInternalUser',
  'ConvertLeads',
  'CreateCustomizeFilters',
  'CreateCustomizeReports',
  'CreateTopics',
  'DistributeFromPersWksp',
  'EditEvent',
  'EditOppLineItemUnitPrice',
  'EditTask',
  'EditTopics',
  'EmailMass',
  'EmailSingle',
  'ExportReport',
  'ImportLeads',
  'LightningConsoleAllowedForUser',
  'LightningExperienceUser',
  'ListEmailSend',
  'RunFlow',
  'RunReports',
  'SelectFilesFromSalesforce',
  'SubmitMacrosAllowed',
  'SubscribeToLightningReports',
  'UseWebLink',
  'ViewHelpLink',
  'ViewRoles',
  'ViewSetup',
];

const reader = worker.filter((name) => !/^(?:Edit|Convert|Import|Create|Assign|EmailMass|ListEmail)/u.test(name));

/** Objects on which Standard User has less than everything. */
const lessForWorkers: Readonly<Record<string, Letters>> = {
  Campaign: 'R',
  Case: 'RCE',
  Contract: 'RCE',
  Individual: 'RCE',
  Lead: 'RCE',
  Pricebook2: 'R',
  Product2: 'R',
};

export const STANDARD_PROFILES: readonly StandardProfile[] = [
  {
    name: 'System Administrator',
    license: 'Salesforce',
    system: SYSTEM_PERMISSIONS.filter((name) => !restrictions.has(name)),
    object: () => 'RCEDVM',
    custom: true,
    fields: 'RE',
  },
  {
    name: 'Standard User',
    license: 'Salesforce',
    system: worker,
    object: (name) => lessForWorkers[name] ?? 'RCED',
    custom: false,
    fields: 'RE',
  },
  {
    name: 'Read Only',
    license: 'Salesforce',
    system: reader,
    object: () => 'R',
    custom: false,
    fields: 'R',
  },
  {
    name: 'Minimum Access - Salesforce',
    license: 'Salesforce',
    description: 'Least-privilege profile; access is granted by permission sets.',
    system: ['ActivitiesAccess', 'ChatterInternalUser', 'LightningConsoleAllowedForUser', 'LightningExperienceUser', 'ViewHelpLink'],
    object: () => '',
    custom: false,
    fields: '',
  },
  {
    name: 'Minimum Access - API Only Integrations',
    license: 'Salesforce Integration',
    description: 'Least-privilege profile of integrations; access is granted by permission sets.',
    system: ['ApiEnabled', 'ApiUserOnly'],
    object: () => '',
    custom: false,
    fields: '',
  },
  {
    name: 'Salesforce API Only System Integrations',
    license: 'Salesforce Integration',
    system: ['ApiEnabled', 'ApiUserOnly'],
    object: () => '',
    custom: false,
    fields: '',
  },
];

/** What a standard profile gives, as `given` entries: see `wantedPermissions`. */
export function standardGrants(profile: StandardProfile, schema: Schema): Map<string, string> {
  const given = new Map<string, string>(profile.system.map((name) => [`s ${name}`, '1']));
  for (const object of schema.objects.values()) {
    const letters = objectLetters(profile, object);
    if (letters !== '') given.set(`o ${object.name}`, letters);
    for (const field of object.fields.values()) {
      if (!isPermissionable(object, field) || (field.custom && !profile.custom)) continue;
      const allowed = profile.fields.includes('E') && canBeEdited(object, field) ? profile.fields : profile.fields.replace('E', '');
      if (allowed !== '') given.set(`f ${object.name}.${field.name}`, allowed);
    }
  }
  return given;
}

function objectLetters(profile: StandardProfile, object: SObjectType): Letters {
  if (!hasOwnPermissions(object)) return '';
  const letters = object.kind === 'standard' || profile.custom ? profile.object(object.name) : '';
  // Nobody reads or changes what was published.
  return object.kind === 'platformEvent' ? letters.replaceAll(/[^RC]/gu, '') : letters;
}
