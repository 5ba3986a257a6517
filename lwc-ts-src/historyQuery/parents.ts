import { CONTACT_PULSE_MASTER, FOLLOW_UP_LIST_FIELDS, GUIDE_FIELDS, relationshipOf, RESPONSE_FIELDS } from 'c/pulseSchema';

/** The record whose answers and follow-ups are listed. */
export type Parent = 'account' | 'contact' | 'accountPulse' | 'contactPulse';

/** Answers of the parent in `$parentId`. */
export const ANSWERS_OF: Readonly<Record<Parent, string>> = {
  account: `${RESPONSE_FIELDS.account}: { eq: $parentId }`,
  contact: `${RESPONSE_FIELDS.contact}: { eq: $parentId }`,
  accountPulse: `${relationshipOf(RESPONSE_FIELDS.contactPulse)}: { ${CONTACT_PULSE_MASTER}: { eq: $parentId } }`,
  contactPulse: `${RESPONSE_FIELDS.contactPulse}: { eq: $parentId }`,
};

/** Follow-ups of the parent in `$parentId`. */
export const FOLLOW_UPS_OF: Readonly<Record<Parent, string>> = {
  account: `${GUIDE_FIELDS.account}: { eq: $parentId }`,
  contact: `${GUIDE_FIELDS.contact}: { eq: $parentId }`,
  accountPulse: `${FOLLOW_UP_LIST_FIELDS.accountPulse}: { eq: $parentId }`,
  contactPulse: `${FOLLOW_UP_LIST_FIELDS.contactPulse}: { eq: $parentId }`,
};

/** Where several people answer, each answer says whose it is. */
export function hasSeveralPeople(parent: Parent): boolean {
  return parent === 'account' || parent === 'accountPulse';
}
