import type { PageReference } from 'lightning/navigation';
import { namespacePrefix, objectOfPage, RESPONSE_OBJECT, type PulsePage } from 'c/pulseSchema';

/** The page with all answers of a record: its related list; of an answer, the answer itself. */
export function answersPage(page: PulsePage, recordId: string): PageReference {
  const objectApiName = objectOfPage(page);
  if (page === 'response') return { type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName: 'view' } };
  const ofStandard = page === 'account' || page === 'contact';
  const name = page === 'accountPulse' ? 'ContactPulses' : ofStandard ? 'PulseResponses' : 'Responses';
  const relationshipApiName = `${namespacePrefix(RESPONSE_OBJECT)}${name}__r`;
  return { type: 'standard__recordRelationshipPage', attributes: { recordId, objectApiName, relationshipApiName, actionName: 'view' } };
}
