/**
 * API names of the package's fields. They come from schema imports, so the platform checks that they exist,
 * and names them with the namespace once the package has one.
 */
import ACCOUNT_PULSE from '@salesforce/schema/Account.Pulse__c';
import CONTACT_PULSE from '@salesforce/schema/Contact.Pulse__c';
import RESPONSE_PULSE from '@salesforce/schema/PulseResponse__c.ContactPulse__c';

export { ACCOUNT_PULSE_FIELDS, ACCOUNT_PULSE_KEY_FIELD, CONTACT_PULSE_MASTER, PULSE_FIELDS } from './pulseFields';
export {
  ACCOUNT_PULSE_OBJECT,
  CONTACT_PULSE_OBJECT,
  lookupToPulse,
  objectOfPage,
  pulseLevel,
  pulsePage,
  type PulseLevel,
  type PulsePage,
} from './pulsePages';
export {
  FORMULA_FIELDS,
  PULSE_OWNER_FIELDS,
  REBASELINE_FIELDS,
  REBASELINE_OBJECT,
  RESPONSE_FLAGS,
  SNAPSHOT_FIELDS,
  SNAPSHOT_OBJECT,
  TOUCHPOINT_FIELDS,
  TOUCHPOINT_OBJECT,
} from './trendFields';
export { FOLLOW_UP_OBJECT, GUIDE_FIELDS } from './guideFields';
export { guideFields } from './guideRecord';
export { relationshipOf } from './relationships';
export { FOLLOW_UP_LIST_FIELDS, OVERRIDE_INPUT, OVERRIDE_OBJECT, PROGRAM_FIELD } from './historyFields';
export { RESPONSE_FIELDS, REASON_FIELDS, FOLLOW_UP_FIELDS, OVERRIDE_FIELDS } from './responseFields';

/** The three record pages that show a customer's pulse and answers. */
export type PageObject = 'account' | 'contact' | 'response';

export const RESPONSE_OBJECT = RESPONSE_PULSE.objectApiName;

/** Qualified lookup from each page's record to its pulse. */
const PULSE_LOOKUPS: Readonly<Record<PageObject, string>> = {
  account: qualified(ACCOUNT_PULSE),
  contact: qualified(CONTACT_PULSE),
  response: qualified(RESPONSE_PULSE),
};

/** Which of the pages an object's record page is; undefined for any other object. */
export function pageObject(objectApiName: string | undefined): PageObject | undefined {
  if (objectApiName === ACCOUNT_PULSE.objectApiName) return 'account';
  if (objectApiName === CONTACT_PULSE.objectApiName) return 'contact';
  return objectApiName === RESPONSE_OBJECT ? 'response' : undefined;
}

/** The lookup from a page's record to its pulse, for example `Account.Pulse__c`. */
export function pulseLookup(page: PageObject): string {
  return PULSE_LOOKUPS[page];
}

/** `Account.Pulse__r` -> `Pulse__r`: the key under which a record carries it. */
export function unqualified(field: string): string {
  return field.slice(field.indexOf('.') + 1);
}

/** A child relationship of a response, for example `Reasons__r`, with the namespace of the package. */
export function childRelationship(name: 'Reasons' | 'FollowUps'): string {
  return `${namespacePrefix(RESPONSE_OBJECT)}${name}__r`;
}

/** `acme__PulseResponse__c` -> `acme__`; empty without a namespace. */
export function namespacePrefix(objectApiName: string): string {
  const [namespace = '', , suffix] = objectApiName.split('__');
  return suffix === undefined ? '' : `${namespace}__`;
}

function qualified(field: { readonly objectApiName: string; readonly fieldApiName: string }): string {
  return `${field.objectApiName}.${field.fieldApiName}`;
}
