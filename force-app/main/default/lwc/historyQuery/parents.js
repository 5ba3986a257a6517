// Generated from lwc-ts-src/historyQuery/parents.ts by `npm run build:lwc`. Change the source, not this file.
import { CONTACT_PULSE_MASTER, FOLLOW_UP_LIST_FIELDS, GUIDE_FIELDS, relationshipOf, RESPONSE_FIELDS } from 'c/pulseSchema';
/** Answers of the parent in `$parentId`. */
export const ANSWERS_OF = {
    account: `${RESPONSE_FIELDS.account}: { eq: $parentId }`,
    contact: `${RESPONSE_FIELDS.contact}: { eq: $parentId }`,
    accountPulse: `${relationshipOf(RESPONSE_FIELDS.contactPulse)}: { ${CONTACT_PULSE_MASTER}: { eq: $parentId } }`,
    contactPulse: `${RESPONSE_FIELDS.contactPulse}: { eq: $parentId }`,
};
/** Follow-ups of the parent in `$parentId`. */
export const FOLLOW_UPS_OF = {
    account: `${GUIDE_FIELDS.account}: { eq: $parentId }`,
    contact: `${GUIDE_FIELDS.contact}: { eq: $parentId }`,
    accountPulse: `${FOLLOW_UP_LIST_FIELDS.accountPulse}: { eq: $parentId }`,
    contactPulse: `${FOLLOW_UP_LIST_FIELDS.contactPulse}: { eq: $parentId }`,
};
/** Where several people answer, each answer says whose it is. */
export function hasSeveralPeople(parent) {
    return parent === 'account' || parent === 'accountPulse';
}
